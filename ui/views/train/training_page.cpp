#include "ui/views/train/training_page.h"

#include "ui/models/training_text.h"
#include "ui/theme/icons.h"
#include "ui/views/train/recall_charts.h"
#include "ui/views/widgets/action_button.h"
#include "ui/views/widgets/chart_legend.h"
#include "ui/views/widgets/headings.h"
#include "ui/views/widgets/line_chart.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace fusefind {

TrainingPage::TrainingPage(TrainingJob& job, QWidget* parent) : QWizardPage(parent), job_(job) {
    setTitle(tr("Training"));
    learns_ = newNote({}, this);
    goesOn_ = newNote(tr("The training goes on when this window is closed, and after a restart of the computer. The "
                         "status bar shows it and brings you back here."),
                      this);
    best_ = newNote({}, this);
    recall_ = new RecallCharts(this);
    charts_ = new QWidget(this);
    auto* columns = new QHBoxLayout(charts_);
    columns->setContentsMargins({});
    constexpr int kGap = 3;
    columns->setSpacing(kGap * fontMetrics().averageCharWidth());
    columns->addWidget(newLoss(), 1);
    columns->addWidget(recall_, 3);
    nothingYet_ = newNote(tr("Loss and recall appear here after the first epoch."), this);
    nothingYet_->setAlignment(Qt::AlignCenter);

    auto* rows = new QVBoxLayout(this);
    rows->addWidget(learns_);
    rows->addWidget(notices_ = new NoticeArea(this));
    rows->addWidget(newProgress());
    rows->addWidget(newFailure());
    rows->addWidget(charts_, 1);
    rows->addWidget(nothingYet_, 1);
    rows->addWidget(best_);
    rows->addWidget(goesOn_);
    connect(&job_, &TrainingJob::changed, this, &TrainingPage::follow);
    showNumbers();
    follow();
}

QWidget* TrainingPage::newProgress() {
    auto* part = new QWidget(this);
    text_ = new QLabel(part);
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    bar_ = new QProgressBar(part);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the training"));
    pause_ = newButton("pause", tr("Pause"), part);
    stop_ = newButton("stop", tr("Stop and keep the best…"), part);
    connect(pause_, &QPushButton::clicked, this,
            [this] { job_.setPaused(job_.state().phase != TrainingPhase::paused); });
    connect(stop_, &QPushButton::clicked, this, &TrainingPage::askToStop);
    auto* columns = new QHBoxLayout;
    columns->addWidget(bar_, 1);
    columns->addWidget(pause_);
    columns->addWidget(stop_);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(text_);
    rows->addLayout(columns);
    return part;
}

QWidget* TrainingPage::newFailure() {
    auto* frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::AlternateBase);
    problem_ = new QLabel(frame);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    problem_->setAccessibleName(tr("Why the training failed"));
    auto* again = new QPushButton(tr("Change the settings"), frame);
    connect(again, &QPushButton::clicked, this, &TrainingPage::againRequested);
    auto* columns = new QHBoxLayout(frame);
    columns->addWidget(problem_, 1);
    columns->addWidget(again);
    failure_ = frame;
    return frame;
}

QWidget* TrainingPage::newLoss() {
    auto* part = new QWidget(this);
    using Side = LineChart::Side;
    loss_ = new LineChart({{.colour = 0, .side = Side::left}, {.colour = 1, .side = Side::right}}, part);
    loss_->setAccessibleName(tr("Loss and temperature"));
    auto* legend = new ChartLegend(part);
    legend->setEntries({{tr("Loss (left)"), 0}, {tr("Temperature (right)"), 1}});
    constexpr int kLines = 10;
    loss_->setMinimumHeight(kLines * fontMetrics().height());
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->addWidget(newHeading(tr("Loss and temperature"), part));
    rows->addWidget(legend);
    rows->addWidget(loss_, 1);
    return part;
}

void TrainingPage::askToStop() {
    delete question_;
    question_ = notices_->add({.icon = "stop",
                               .text = tr("Stop now and keep the best epoch so far? To only interrupt it, pause it "
                                          "instead."),
                               .choices = {{tr("Stop and keep"), [this] { job_.stop(); }}}});
}

void TrainingPage::follow() {
    const TrainingState& state = job_.state();
    const bool paused = state.phase == TrainingPhase::paused;
    const bool failed = state.phase == TrainingPhase::failed;
    learns_->setText(tr("“%1” learns from your pairs.").arg(QString::fromStdString(state.request.name)));
    text_->setText(trainingText(state));
    constexpr int kSteps = 1000; // steps may be more than an int counts
    const double share = trainingShare(state);
    const bool busy = share < 0 || state.phase == TrainingPhase::compare;
    bar_->setRange(0, busy && isUnderWay(state) ? 0 : kSteps);
    bar_->setValue(state.phase == TrainingPhase::done ? kSteps : static_cast<int>(std::max(0.0, share) * kSteps));
    bar_->setAccessibleDescription(text_->text());

    pause_->setText(paused ? tr("Resume") : tr("Pause"));
    pause_->setIcon(icon(paused ? "play" : "pause"));
    pause_->setEnabled(isUnderWay(state) && state.phase != TrainingPhase::compare);
    stop_->setEnabled(pause_->isEnabled() && !state.epochs.empty());
    problem_->setText(QString::fromStdString(state.problem));
    failure_->setVisible(failed);
    if (!stop_->isEnabled()) delete question_;
    goesOn_->setVisible(isUnderWay(state));
    const std::pair numbers(state.epochs.size(), state.baseline.size());
    if (std::exchange(shown_, numbers) != numbers) showNumbers(); // not on every step
    Q_EMIT completeChanged();
}

void TrainingPage::showNumbers() {
    const TrainingState& state = job_.state();
    std::vector<std::vector<double>> values(2);
    const TrainingEpoch* best = nullptr;
    for (const TrainingEpoch& epoch : state.epochs) {
        values[0].push_back(epoch.loss);
        values[1].push_back(epoch.temperature);
        if (epoch.best) best = &epoch;
    }
    loss_->setValues(values);
    QString numbers;
    if (!state.epochs.empty())
        numbers = tr("Loss %1, temperature %2")
                      .arg(QLocale().toString(state.epochs.back().loss, 'f', 3),
                           QLocale().toString(state.epochs.back().temperature, 'f', 3));
    loss_->setAccessibleDescription(numbers);
    recall_->show(state);
    const bool any = !state.epochs.empty() || !state.baseline.empty();
    charts_->setVisible(any);
    nothingYet_->setVisible(!any);
    QStringList parts{numbers};
    if (best && !best->recalls.empty())
        parts << tr("Best so far: epoch %1, mean recall %2 %")
                     .arg(QLocale().toString(static_cast<qlonglong>(best->epoch)), percentText(best->meanRecall));
    if (best && !state.baseline.empty())
        parts << tr("“%1” reaches %2 %")
                     .arg(QString::fromStdString(state.baselineSpace), percentText(meanRecall(state.baseline)));
    best_->setText(parts.join(QStringLiteral(" · ")));
    best_->setVisible(!state.epochs.empty());
}

} // namespace fusefind
