#include "ui/models/query_text.h"

#include "ui/models/file_names.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QStringList>
#include <algorithm>

namespace fusefind {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueryText)
};

QString nameOf(const QueryTerm& term) {
    if (!term.text.empty()) return Words::tr("“%1”").arg(QString::fromStdString(term.text));
    return shownName(term.file);
}

} // namespace

std::vector<QueryTerm> termsOfText(const QString& text) {
    std::vector<QueryTerm> terms;
    QStringList words;
    bool wanted = true;
    const auto finish = [&] {
        if (!words.isEmpty()) terms.push_back(QueryTerm{words.join(QLatin1Char(' ')).toStdString(), {}, wanted, 1});
        words.clear();
    };
    for (QString word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QChar first = word.front();
        if (first == QLatin1Char('-') || first == QLatin1Char('+')) {
            finish();
            wanted = first == QLatin1Char('+');
            word.remove(0, 1);
        }
        if (!word.isEmpty()) words << word;
    }
    finish();
    return terms;
}

QString describeQuery(const std::vector<DescribedTerm>& terms) {
    QStringList wanted;
    QStringList unwanted;
    bool similar = true;
    for (const DescribedTerm& one : terms) {
        (one.term.wanted ? wanted : unwanted) << nameOf(one.term);
        if (one.term.wanted) similar = similar && one.similar;
    }
    if (wanted.isEmpty() && unwanted.isEmpty()) return {};
    const QLocale locale;
    const QString without = locale.createSeparatedList(unwanted);
    if (wanted.isEmpty()) return Words::tr("Unlike %1").arg(without);
    const QString with = locale.createSeparatedList(wanted);
    // Two arguments at once, so that a "%1" in a name stays what it is.
    if (similar)
        return unwanted.isEmpty() ? Words::tr("Similar to %1").arg(with)
                                  : Words::tr("Similar to %1, unlike %2").arg(with, without);
    return unwanted.isEmpty() ? Words::tr("Searching by %1").arg(with)
                              : Words::tr("Searching by %1, without %2").arg(with, without);
}

} // namespace fusefind
