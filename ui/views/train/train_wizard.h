#pragma once

#include "ui/models/space_commands.h"
#include "ui/models/training_job.h"

#include <QtWidgets/QWizard>

namespace fusefind {

class DropShade;
class PairsPage;
class RecipePage;
class ResultPage;
class StepList;
class TrainingPage;

// From folders of pairs to a kept space. Closing it ends nothing: it shows the page that the training has come to
// whenever it is opened.
class TrainWizard : public QWizard {
    Q_OBJECT

public:
    enum Page { pairsPage, recipePage, trainingPage, resultPage };

    TrainWizard(WorkerClient& client, TrainingJob& job, QWidget* parent = nullptr);

    // Onto the screen, at the page that the training has come to.
    void present();
    // To those to train on; nothing while a training is under way.
    void addFolders(const std::vector<std::filesystem::path>& folders);

    // Folders of pairs to try it on, a click away; none: none.
    void offerSample(const std::vector<std::filesystem::path>& pairs);

    bool validateCurrentPage() override;

Q_SIGNALS:
    void openRequested(const std::filesystem::path& file);
    void revealRequested(const std::filesystem::path& file);
    void browseRequested(const std::vector<std::filesystem::path>& folders);
    // The new space is in use; `previous` was before, or nothing.
    void kept(const QString& space, const QString& previous);

protected:
    void initializePage(int id) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makePages(WorkerClient& client);
    void makeButtons();
    void follow(); // the training
    void startFrom(Page page);
    void showButtons();
    void keep();
    void askToDiscard();
    void finish();

    TrainingJob& job_;
    bool finishing_ = false; // closes when the training is forgotten
    SpaceCommands spaces_;
    PairsPage* pairs_ = nullptr;
    RecipePage* recipe_ = nullptr;
    TrainingPage* training_ = nullptr;
    ResultPage* result_ = nullptr;
    StepList* steps_ = nullptr;
    DropShade* shade_ = nullptr;
};

} // namespace fusefind
