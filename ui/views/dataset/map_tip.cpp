#include "ui/views/dataset/map_tip.h"

#include "core/protocol/methods.h"
#include "ui/models/pair_text.h"
#include "ui/views/dataset/pair_delegate.h"

#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

constexpr int kRestMs = 60;
constexpr int kPictureLines = 8; // of text is the picture high
constexpr int kCharacters = 36;  // is it wide
constexpr qsizetype kCacheBytes = qsizetype{8} << 20;

} // namespace

MapTip::MapTip(WorkerClient& client, QWidget* view) : QFrame(view), client_(client), thumbnails_(client, kCacheBytes) {
    setFrameStyle(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    text_ = new QLabel(this);
    text_->setTextFormat(Qt::PlainText);
    text_->setForegroundRole(QPalette::ToolTipText);
    text_->setWordWrap(true);
    text_->setFixedWidth(kCharacters * fontMetrics().averageCharWidth());
    auto* rows = new QVBoxLayout(this);
    rows->addSpacing(kPictureLines * fontMetrics().height());
    rows->addWidget(text_);
    rest_.setSingleShot(true);
    rest_.setInterval(kRestMs);
    connect(&rest_, &QTimer::timeout, this, &MapTip::ask);
    connect(&thumbnails_, &ThumbnailCache::arrived, this, qOverload<>(&QWidget::update));
    hide();
}

void MapTip::explain(int64_t dataSet, int64_t pair, QPoint at) {
    at_ = at;
    if (pair == wanted_ && dataSet == dataSet_) return;
    dataSet_ = dataSet;
    wanted_ = pair;
    pair_.reset();
    if (request_) client_.drop(*request_);
    request_.reset();
    rest_.stop();
    hide();
    if (pair != 0) rest_.start();
}

void MapTip::ask() {
    request_ = client_.call(method::kDataPage, toJson(DataPageRequest{dataSet_, {.pairs = {wanted_}}, 0, 1}), this,
                            [this](const Result<Json>& answer) { take(answer); });
}

void MapTip::take(const Result<Json>& answer) {
    request_.reset();
    const auto page = answer ? dataPageFromJson(*answer) : Result<DataPairPage>(fail(answer.error()));
    if (!page || page->pairs.empty()) return;
    pair_ = page->pairs.front();
    thumbnails_.setLongSide(qRound(2 * kPictureLines * fontMetrics().height() * devicePixelRatioF()));
    thumbnails_.want(PairDelegate::filesOf(*pair_));
    QStringList lines{fileNames(*pair_)};
    if (!pair_->caption.empty()) lines << QString::fromStdString(pair_->caption);
    if (const QString notes = notesOf(*pair_); !notes.isEmpty()) lines << notes;
    text_->setText(lines.join(QLatin1Char('\n')));
    adjustSize();
    moveBeside(at_);
    show();
    raise();
}

// Below and right of the mouse or, at the view's edge, on the other side of it.
void MapTip::moveBeside(QPoint at) {
    const int gap = fontMetrics().height();
    const QSize room = parentWidget()->size();
    const int x = at.x() + gap + width() <= room.width() ? at.x() + gap : at.x() - gap - width();
    const int y = at.y() + gap + height() <= room.height() ? at.y() + gap : at.y() - gap - height();
    move(std::max(0, x), std::max(0, y));
}

QRect MapTip::pictureArea() const {
    const QRect inside = contentsRect().marginsRemoved(layout()->contentsMargins());
    return {inside.topLeft(), QSize(inside.width(), kPictureLines * fontMetrics().height())};
}

void MapTip::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    if (!pair_) return;
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    PairDelegate::paintFiles(painter, *pair_, thumbnails_, pictureArea(), palette().color(QPalette::Highlight));
}

} // namespace fusefind
