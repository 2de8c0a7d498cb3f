#include "ui/views/train/format_hints.h"

#include "ui/views/widgets/headings.h"

#include <QtGui/QFontDatabase>
#include <QtWidgets/QGridLayout>
#include <array>

namespace fusefind {

namespace {

struct Hint {
    const char* title; // to be translated
    const char* example;
};

// File names and contents are examples of what a program reads, so they stay as they are in every language.
constexpr std::array kHints{
    Hint{QT_TRANSLATE_NOOP("fusefind::FormatHints",
                           "A table of captions: captions.csv, .tsv, .jsonl or metadata.csv, .jsonl"),
         "metadata.csv\n  file_name,caption\n  tram.jpg,A red tram on a bridge\n  rain.wav,Rain falls on a tin roof"},
    Hint{QT_TRANSLATE_NOOP("fusefind::FormatHints", "A text beside each file, a caption on each line"),
         "tram.jpg\ntram.txt\nrain.wav\nrain.txt"},
    Hint{QT_TRANSLATE_NOOP("fusefind::FormatHints", "Pictures and sounds of one name"),
         "tram.jpg\ntram.wav\ngoose.png\ngoose.flac"},
    Hint{QT_TRANSLATE_NOOP("fusefind::FormatHints", "Flickr8k's captions.txt"),
         "captions.txt\n  image,caption\n  tram.jpg,A red tram on a bridge"},
    Hint{QT_TRANSLATE_NOOP("fusefind::FormatHints", "COCO captions"),
         "any-name.json\n  {\"images\": [{\"id\": 1,\n     \"file_name\": \"tram.jpg\"}],\n"
         "   \"annotations\": [{\"image_id\": 1,\n     \"caption\": \"A red tram\"}]}"},
    Hint{QT_TRANSLATE_NOOP("fusefind::FormatHints", "Karpathy's split, with its own held-out part"),
         "any-name.json\n  {\"images\": [{\"filename\": \"tram.jpg\",\n     \"split\": \"train\",\n"
         "     \"sentences\": [{\"raw\":\n       \"A red tram\"}]}]}"},
};

} // namespace

FormatHints::FormatHints(QWidget* parent) : QScrollArea(parent) {
    setAccessibleName(tr("Examples of each layout"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    auto* content = new QWidget(this);
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins({});
    constexpr int kColumns = 2;
    int place = 0;
    for (const Hint& hint : kHints) {
        auto* card = new QFrame(content);
        card->setFrameShape(QFrame::StyledPanel);
        card->setAutoFillBackground(true);
        card->setBackgroundRole(QPalette::Base);
        auto* title = new QLabel(tr(hint.title), card);
        title->setTextFormat(Qt::PlainText);
        title->setWordWrap(true);
        auto* example = newNote(QString::fromUtf8(hint.example), card);
        example->setWordWrap(false);
        example->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        auto* rows = new QVBoxLayout(card);
        rows->addWidget(title);
        rows->addWidget(example);
        rows->addStretch();
        grid->addWidget(card, place / kColumns, place % kColumns);
        ++place;
    }
    grid->setRowStretch(place / kColumns, 1);
    setWidget(content);
}

} // namespace fusefind
