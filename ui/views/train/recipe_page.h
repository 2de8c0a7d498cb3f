#pragma once

#include "core/protocol/train_messages.h"
#include "ui/models/encoder_choice.h"
#include "ui/models/space_commands.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWizardPage>
#include <optional>
#include <set>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;

namespace fusefind {

class EncoderTable;
class OptionGrid;
class SubsetChoice;

// The second page: with which encoders, by which recipe, under which name; and what that will cost, measured here.
class RecipePage : public QWizardPage {
    Q_OBJECT

public:
    RecipePage(WorkerClient& client, SpaceCommands& spaces, QWidget* parent = nullptr);

    // What is to be trained on; asks for the estimate.
    void setPairs(const std::vector<std::filesystem::path>& folders, const PairsAnswer& pairs);
    [[nodiscard]] TrainingRequest request() const;
    // The engine does not begin, and says why.
    void refuse(const QString& sentence);

    [[nodiscard]] bool isComplete() const override { return problem().isEmpty(); }

private:
    QWidget* newName();
    QWidget* newRecipe();
    QWidget* newExtends();
    QWidget* newJudged();
    QWidget* newEstimate();
    void askForEncoders();
    void follow(); // something was chosen
    void followBase();
    [[nodiscard]] const SpaceSummary* base() const; // that could be extended: the space in use; null: none
    [[nodiscard]] bool extends() const;
    void measure();
    void showEstimate(const Result<TrainingEstimate>& estimate);
    // Why it cannot begin; empty if it can.
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QString encoderProblem() const;

    WorkerClient& client_;
    SpaceCommands& spaces_;
    std::vector<std::filesystem::path> folders_;
    std::set<Modality> needed_;
    std::optional<std::vector<InstalledEncoder>> encoders_; // nothing until the engine has told
    std::optional<WorkerClient::RequestId> request_;
    QString refusal_; // of the engine, of what is chosen now
    QTimer measureSoon_;

    QLineEdit* name_ = nullptr;
    EncoderTable* table_ = nullptr;
    QButtonGroup* recipe_ = nullptr;
    OptionGrid* options_ = nullptr;
    SubsetChoice* subset_ = nullptr;
    QCheckBox* extends_ = nullptr;
    QCheckBox* judged_ = nullptr;
    QLabel* estimate_ = nullptr;
    QLabel* reasons_ = nullptr;
    QLabel* problem_ = nullptr;
};

} // namespace fusefind
