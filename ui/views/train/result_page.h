#pragma once

#include "ui/models/training_job.h"
#include "ui/views/widgets/notice_area.h"

#include <QtWidgets/QWizardPage>

class QLabel;

namespace fusefind {

class ComparisonList;
class RecallTable;

// The last page: the new space beside the one before. What becomes of it is chosen by the wizard's buttons.
class ResultPage : public QWizardPage {
    Q_OBJECT

public:
    ResultPage(WorkerClient& client, TrainingJob& job, QWidget* parent = nullptr);

    // What is being done or went wrong, for what was chosen.
    void say(const QString& sentence);
    void ask(const Notice& question); // in place of the one before

private:
    void follow();

    TrainingJob& job_;
    NoticeArea* notices_ = nullptr;
    QPointer<NoticeBar> question_;
    QLabel* inUse_ = nullptr;
    QLabel* verdict_ = nullptr;
    QLabel* facts_ = nullptr;
    RecallTable* table_ = nullptr;
    QWidget* compared_ = nullptr;
    ComparisonList* comparisons_ = nullptr;
    QLabel* message_ = nullptr;
};

} // namespace fusefind
