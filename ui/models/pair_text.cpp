#include "ui/models/pair_text.h"

#include "ui/models/file_names.h"
#include "ui/models/item_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace fusefind {

namespace {

struct PairText {
    Q_DECLARE_TR_FUNCTIONS(PairText)
};

QString number(int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

} // namespace

QString pairKindName(DataPairKind kind) {
    switch (kind) {
    case DataPairKind::imageText:
        return PairText::tr("Picture and caption");
    case DataPairKind::audioText:
        return PairText::tr("Sound and caption");
    case DataPairKind::imageAudio:
        break;
    }
    return PairText::tr("Picture and sound");
}

QString pairKindPlural(DataPairKind kind) {
    switch (kind) {
    case DataPairKind::imageText:
        return PairText::tr("Pictures with captions");
    case DataPairKind::audioText:
        return PairText::tr("Sounds with captions");
    case DataPairKind::imageAudio:
        break;
    }
    return PairText::tr("Pictures with sounds");
}

QString splitName(Split split) {
    switch (split) {
    case Split::train:
        return PairText::tr("Training");
    case Split::validation:
        return PairText::tr("Validation");
    case Split::test:
        break;
    }
    return PairText::tr("Test");
}

QString fileNames(const DataPair& pair) {
    QStringList names;
    for (const auto* file : {&pair.image, &pair.sound})
        if (!file->empty()) names << shownName(*file);
    return names.join(QStringLiteral(" + "));
}

QString notesOf(const DataPair& pair) {
    QStringList notes;
    if (pair.excluded) notes << PairText::tr("excluded");
    if (!pair.original.empty()) notes << PairText::tr("caption mended");
    if (pair.moved) notes << PairText::tr("moved");
    if (pair.missing) notes << PairText::tr("file missing");
    if (pair.fit) notes << PairText::tr("fit %1").arg(QLocale().toString(*pair.fit, 'f', 1));
    if (pair.rank) notes << PairText::tr("rank %1").arg(number(*pair.rank));
    if (pair.hasTwins) notes << PairText::tr("file found more than once");
    if (!pair.problem.empty()) notes << QString::fromStdString(pair.problem);
    return notes.join(QStringLiteral(" · "));
}

QString describePair(const DataPair& pair) {
    QStringList lines{pairKindName(pair.kind), fileNames(pair)};
    if (!pair.caption.empty()) lines << QString::fromStdString(pair.caption);
    if (!pair.original.empty()) lines << PairText::tr("Before: %1").arg(QString::fromStdString(pair.original));
    lines << splitName(pair.split);
    if (pair.width > 0)
        lines << PairText::tr("%1 × %2 pixels").arg(QString::number(pair.width), QString::number(pair.height));
    if (pair.seconds > 0) lines << durationText(pair.seconds);
    if (const QString notes = notesOf(pair); !notes.isEmpty()) lines << notes;
    return lines.join(QLatin1Char('\n'));
}

QStringList statisticsText(const DataStatistics& statistics) {
    QStringList lines;
    const auto add = [&](const QString& name, int64_t count) {
        if (count > 0) lines << PairText::tr("%1: %2").arg(name, number(count));
    };
    for (const DataPairKind kind : kDataPairKinds)
        add(pairKindPlural(kind), statistics.pairs.at(static_cast<size_t>(kind)));
    for (const Split split : kSplits)
        add(PairText::tr("Pairs for %1").arg(splitName(split)), statistics.splits.at(static_cast<size_t>(split)));
    add(PairText::tr("Pictures"), statistics.images);
    add(PairText::tr("Sounds"), statistics.sounds);
    add(PairText::tr("Captions"), statistics.captions);
    add(PairText::tr("Different words"), statistics.vocabulary);
    add(PairText::tr("Mended captions"), statistics.mended);
    add(PairText::tr("Pairs with a problem"), statistics.withProblem);
    add(PairText::tr("Excluded pairs, not counted above"), statistics.excluded);
    return lines;
}

} // namespace fusefind
