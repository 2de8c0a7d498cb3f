#include "ui/views/train/pair_examples.h"

#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/views/train/file_tiles.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>

namespace fusefind {

namespace {

constexpr int kCardColumns = 26; // of text
constexpr int kCaptionLines = 3;

QString shortened(const QString& caption) {
    constexpr int kLongest = kCardColumns * kCaptionLines - 8; // words do not fill lines
    return caption.size() <= kLongest ? caption : caption.left(kLongest - 1).trimmed() + QChar(u'…');
}

} // namespace

PairExamples::PairExamples(WorkerClient& client, QWidget* parent) : QScrollArea(parent), thumbnails_(client) {
    setAccessibleName(tr("Examples of pairs"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PairExamples::setExamples(const std::vector<PairExample>& examples) {
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins({});
    std::vector<ThumbnailCache::Wanted> wanted;
    for (const PairExample& example : examples)
        row->addWidget(newCard(example, wanted));
    row->addStretch();
    setWidget(content); // and deletes the one before
    thumbnails_.want(wanted);
    setFixedHeight(content->sizeHint().height() + horizontalScrollBar()->sizeHint().height());
}

QWidget* PairExamples::newCard(const PairExample& example, std::vector<ThumbnailCache::Wanted>& wanted) {
    auto* card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    card->setAutoFillBackground(true);
    card->setBackgroundRole(QPalette::Base);
    auto* rows = new QVBoxLayout(card);

    auto* files = new FileTiles(thumbnails_, card);
    std::vector<FileTile> tiles;
    if (!example.image.empty()) tiles.push_back({.file = {.path = example.image, .kind = ItemKind::image}});
    if (!example.sound.empty()) tiles.push_back({.file = {.path = example.sound, .kind = ItemKind::audio}});
    for (const FileTile& tile : tiles)
        wanted.push_back(tile.file);
    files->setTiles(std::move(tiles));
    rows->addWidget(files, 0, Qt::AlignHCenter);

    const QString text = QString::fromStdString(example.caption).simplified();
    auto* caption = new QLabel(shortened(text), card);
    caption->setTextFormat(Qt::PlainText);
    caption->setWordWrap(true);
    caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    caption->setToolTip(plainTip(text));
    caption->setFixedWidth(std::max(kCardColumns * fontMetrics().averageCharWidth(), files->sizeHint().width()));
    caption->setMinimumHeight(kCaptionLines * fontMetrics().lineSpacing());
    rows->addWidget(caption, 1);
    return card;
}

} // namespace fusefind
