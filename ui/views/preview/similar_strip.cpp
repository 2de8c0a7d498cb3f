#include "ui/views/preview/similar_strip.h"

#include "ui/models/file_names.h"
#include "ui/models/file_picture.h"

#include <QtGui/QPainter>
#include <QtWidgets/QScrollBar>
#include <algorithm>

namespace fusefind {

namespace {

constexpr size_t kMostShots = 40;
constexpr int kThumbnailSide = 256; // the size that is kept on disk

} // namespace

SimilarStrip::SimilarStrip(WorkerClient& client, QWidget* parent) : QListWidget(parent), client_(&client) {
    setAccessibleName(tr("Similar shots"));
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the height does not jump with the number of shots
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const int side = fontMetrics().height() * 4;
    setIconSize({side, side});
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) Q_EMIT chosen(shots_[size_t(row)]);
    });
}

SimilarStrip::~SimilarStrip() {
    dropRequests();
}

QSize SimilarStrip::sizeHint() const {
    const int around = 2 * frameWidth() + horizontalScrollBar()->sizeHint().height();
    return {iconSize().width() * 3, iconSize().height() + fontMetrics().height() + around};
}

void SimilarStrip::setShots(std::vector<LibraryItem> shots) {
    dropRequests();
    const QSignalBlocker quiet(this);
    clear();
    shots_ = std::move(shots);
    shots_.resize(std::min(shots_.size(), kMostShots));
    QPixmap blank(iconSize() * devicePixelRatioF());
    blank.setDevicePixelRatio(devicePixelRatioF());
    blank.fill(Qt::transparent);
    for (int row = 0; row < int(shots_.size()); ++row) {
        auto* entry = new QListWidgetItem(QIcon(blank), QString(), this);
        const QString name = shownName(shots_[size_t(row)].path);
        entry->setData(Qt::AccessibleTextRole, name);
        entry->setToolTip(name.toHtmlEscaped());
        askForPicture(row);
    }
    if (count() > 0) setCurrentRow(0);
}

void SimilarStrip::askForPicture(int row) {
    if (!client_) return;
    const LibraryItem& shot = shots_[size_t(row)];
    const QSize pixels = iconSize() * devicePixelRatioF();
    const auto show = [this, row, pixels](const Result<FilePicture>& picture) {
        if (!picture) return item(row)->setText(shownName(shots_[size_t(row)].path));
        QPixmap shown = picture->pixmap;
        if (shown.isNull()) {
            shown = QPixmap(pixels);
            shown.fill(Qt::transparent);
            QPainter painter(&shown);
            paintPeaks(painter, shown.rect(), picture->peaks, palette().color(QPalette::PlaceholderText));
        }
        item(row)->setIcon(QIcon(shown));
    };
    requests_.push_back(
        requestFilePicture(*client_, shot.path, shot.kind, std::max(pixels.width(), kThumbnailSide), this, show));
}

void SimilarStrip::dropRequests() {
    if (client_)
        for (const auto id : requests_)
            client_->drop(id);
    requests_.clear();
}

} // namespace fusefind
