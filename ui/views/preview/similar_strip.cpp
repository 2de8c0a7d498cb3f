#include "ui/views/preview/similar_strip.h"

#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "ui/views/preview/item_text.h"

#include <QtGui/QPixmap>
#include <QtWidgets/QScrollBar>
#include <algorithm>

namespace fusefind {

namespace {

constexpr size_t kMostShots = 40;

// {"jpeg": binary}, made by the worker.
QImage thumbnailImage(const Json& answer) {
    const auto jpeg = answer.find("jpeg");
    if (jpeg == answer.end() || !jpeg->is_binary()) return {};
    const auto& bytes = jpeg->get_binary();
    return QImage::fromData(bytes.data(), int(bytes.size()), "JPEG");
}

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
    const LibraryItem& shot = shots_[size_t(row)];
    if (!client_ || shot.kind == ItemKind::audio) return item(row)->setText(shownName(shot.path));
    const auto show = [this, row](const Result<Json>& answer) {
        const QImage picture = answer ? thumbnailImage(*answer) : QImage();
        if (picture.isNull()) return item(row)->setText(shownName(shots_[size_t(row)].path));
        item(row)->setIcon(QIcon(QPixmap::fromImage(picture)));
    };
    const int side = int(iconSize().width() * devicePixelRatioF());
    requests_.push_back(
        client_->call(method::kThumbnail, toJson(ThumbnailRequest{shot.path, std::max(side, 256)}), this, show));
}

void SimilarStrip::dropRequests() {
    if (client_)
        for (const auto id : requests_)
            client_->drop(id);
    requests_.clear();
}

} // namespace fusefind
