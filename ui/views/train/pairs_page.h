#pragma once

#include "core/protocol/train_messages.h"
#include "ui/client/worker_client.h"
#include "ui/models/skipped_model.h"

#include <QtWidgets/QWizardPage>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;
class QTreeWidget;

namespace fusefind {

class PairExamples;

// The first page of the wizard: which folders, what was recognised in them, some of the pairs, and what is wrong.
class PairsPage : public QWizardPage {
    Q_OBJECT

public:
    explicit PairsPage(WorkerClient& client, QWidget* parent = nullptr);

    void addFolders(const std::vector<std::filesystem::path>& folders);
    void offerSample(std::vector<std::filesystem::path> pairs); // as TrainWizard's
    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return folders_; }
    // Nothing while the folders are looked at, or if they hold no pairs.
    [[nodiscard]] const std::optional<PairsAnswer>& pairs() const { return pairs_; }

    [[nodiscard]] bool isComplete() const override { return pairs_.has_value(); }

Q_SIGNALS:
    void openRequested(const std::filesystem::path& file);
    void revealRequested(const std::filesystem::path& file);
    void browseRequested(); // all pairs of the folders

private:
    QWidget* newFolders();
    QWidget* newHints();
    QWidget* newReading();
    QWidget* newFound();
    QWidget* newProblems();
    void askForFolder();
    void removeSelected();
    void listFolders();
    void look();
    void take(const Result<PairsAnswer>& answer);
    void show(const PairsAnswer& pairs);

    WorkerClient& client_;
    std::vector<std::filesystem::path> folders_;
    std::vector<std::filesystem::path> sample_;
    std::optional<PairsAnswer> pairs_;
    std::optional<WorkerClient::RequestId> request_;
    SkippedModel problems_{tr("What is wrong")};

    QTreeWidget* list_ = nullptr;
    QPushButton* addSample_ = nullptr;
    QStackedWidget* parts_ = nullptr;
    QWidget* hints_ = nullptr;
    QWidget* reading_ = nullptr;
    QWidget* found_ = nullptr;
    QLabel* message_ = nullptr; // above the hints
    QLabel* pairsText_ = nullptr;
    QLabel* itemsText_ = nullptr;
    PairExamples* examples_ = nullptr;
    QWidget* problemPart_ = nullptr;
    QLabel* problemHeading_ = nullptr;
    QTreeView* problemTable_ = nullptr;
};

} // namespace fusefind
