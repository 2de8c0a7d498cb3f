#pragma once

#include "ui/models/training_job.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QWizardPage>

class QLabel;
class QProgressBar;
class QPushButton;

namespace fusefind {

class LineChart;
class RecallCharts;

// The third page: how far the training is and how well it does, as it goes on.
class TrainingPage : public QWizardPage {
    Q_OBJECT

public:
    explicit TrainingPage(TrainingJob& job, QWidget* parent = nullptr);

    [[nodiscard]] bool isComplete() const override { return job_.state().phase == TrainingPhase::done; }

Q_SIGNALS:
    void againRequested(); // after a failure, with other settings

private:
    QWidget* newProgress();
    QWidget* newFailure();
    QWidget* newLoss();
    void askToStop();
    void follow();
    void showNumbers();

    TrainingJob& job_;
    std::pair<size_t, size_t> shown_{}; // how many epochs and levels to beat the charts show
    NoticeArea* notices_ = nullptr;
    QPointer<NoticeBar> question_;
    QLabel* learns_ = nullptr;
    QLabel* text_ = nullptr;
    QProgressBar* bar_ = nullptr;
    QPushButton* pause_ = nullptr;
    QPushButton* stop_ = nullptr;
    QLabel* goesOn_ = nullptr;
    QWidget* failure_ = nullptr;
    QLabel* problem_ = nullptr;
    QWidget* charts_ = nullptr;
    QLabel* nothingYet_ = nullptr;
    QLabel* best_ = nullptr;
    LineChart* loss_ = nullptr;
    RecallCharts* recall_ = nullptr;
};

} // namespace fusefind
