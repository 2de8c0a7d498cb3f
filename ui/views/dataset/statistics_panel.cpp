#include "ui/views/dataset/statistics_panel.h"

#include "ui/models/pair_text.h"
#include "ui/views/widgets/bar_chart.h"
#include "ui/views/widgets/headings.h"

#include <QtCore/QLocale>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>
#include <numeric>

namespace fusefind {

namespace {

struct Bars {
    QStringList names;
    std::vector<int64_t> counts;
};

// Counts of 0, 1, 2 … and more, several to a bar.
Bars grouped(const std::vector<int64_t>& counts, size_t together) {
    Bars bars;
    for (size_t begin = 0; begin < counts.size(); begin += together) {
        const size_t end = std::min(begin + together, counts.size());
        const auto first = counts.begin() + static_cast<std::ptrdiff_t>(begin);
        bars.counts.push_back(std::accumulate(first, counts.begin() + static_cast<std::ptrdiff_t>(end), int64_t{0}));
        if (end == counts.size())
            bars.names << QStringLiteral("≥ %1").arg(begin);
        else if (together == 1)
            bars.names << QString::number(begin);
        else
            bars.names << QStringLiteral("%1–%2").arg(begin).arg(end - 1);
    }
    return bars;
}

template <size_t kCount>
QStringList upTo(const std::array<double, kCount>& ends) {
    QStringList names;
    for (const double end : ends)
        names << QLocale().toString(end, 'g', 3);
    return names << QStringLiteral("∞");
}

void fill(BarChart& chart, const QStringList& names, const std::vector<int64_t>& counts) {
    chart.setBars(names, counts);
    const bool any = std::ranges::any_of(counts, [](int64_t count) { return count > 0; });
    chart.parentWidget()->setVisible(any);
}

} // namespace

StatisticsPanel::StatisticsPanel(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Statistics of the data set"));
    auto* content = new QWidget(this);
    auto* rows = new QVBoxLayout(content);
    text_ = new QLabel(content);
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setAccessibleName(tr("Counts"));
    rows->addWidget(text_);
    setWidget(content);
    words_ = addChart(tr("Length of captions"), tr("words"));
    captions_ = addChart(tr("Captions of one file"), tr("captions"));
    sizes_ = addChart(tr("Size of pictures"), tr("up to … megapixels"));
    lengths_ = addChart(tr("Length of sounds"), tr("up to … seconds"));
    rows->addStretch();
}

BarChart* StatisticsPanel::addChart(const QString& heading, const QString& below) {
    auto* part = new QWidget(widget());
    auto* chart = new BarChart(heading, below, part);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(newHeading(heading, part));
    rows->addWidget(chart);
    widget()->layout()->addWidget(part);
    part->hide();
    return chart;
}

void StatisticsPanel::setStatistics(const DataStatistics& statistics) {
    text_->setText(statisticsText(statistics).join(QLatin1Char('\n')));
    constexpr size_t kWordsTogether = 5;
    const Bars words = grouped(statistics.wordsPerCaption, kWordsTogether);
    fill(*words_, words.names, words.counts);
    const Bars captions = grouped(statistics.captionsPerFile, 1);
    fill(*captions_, captions.names, captions.counts);
    fill(*sizes_, upTo(kPictureSizeEnds), statistics.pictureSizes);
    fill(*lengths_, upTo(kSoundLengthEnds), statistics.soundLengths);
}

} // namespace fusefind
