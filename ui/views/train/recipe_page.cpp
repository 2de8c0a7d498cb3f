#include "ui/views/train/recipe_page.h"

#include "core/protocol/methods.h"
#include "ui/models/file_names.h"
#include "ui/models/training_text.h"
#include "ui/views/train/encoder_table.h"
#include "ui/views/train/option_grid.h"
#include "ui/views/train/subset_choice.h"
#include "ui/views/widgets/headings.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>

namespace fusefind {

namespace {

enum Recipe { automatic, paper, custom };

// Waits until nothing was chosen for a moment: an estimate keeps the engine busy for some seconds.
constexpr std::chrono::milliseconds kMeasureDelay(400);

} // namespace

RecipePage::RecipePage(WorkerClient& client, SpaceCommands& spaces, QWidget* parent)
    : QWizardPage(parent), client_(client), spaces_(spaces) {
    setTitle(tr("Encoders and recipe"));
    setCommitPage(true);
    table_ = new EncoderTable(this);
    options_ = new OptionGrid(this);
    options_->hide();
    subset_ = new SubsetChoice(this);
    problem_ = new QLabel(this);
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);

    auto* rows = new QVBoxLayout(this);
    rows->addWidget(newNote(tr("Encoders turn files and captions into numbers; the training learns to bring those of "
                               "one pair together. What is set already is a good choice."),
                            this));
    rows->addWidget(newName());
    rows->addWidget(newHeading(tr("Encoders"), this));
    rows->addWidget(table_);
    rows->addWidget(newHeading(tr("Recipe"), this));
    rows->addWidget(newRecipe());
    rows->addWidget(options_, 1);
    rows->addWidget(newExtends());
    rows->addWidget(subset_);
    rows->addWidget(newJudged());
    rows->addWidget(newEstimate());
    rows->addWidget(problem_);
    rows->addStretch();

    measureSoon_.setSingleShot(true);
    measureSoon_.setInterval(kMeasureDelay);
    connect(&measureSoon_, &QTimer::timeout, this, &RecipePage::measure);
    connect(name_, &QLineEdit::textChanged, this, &RecipePage::completeChanged);
    connect(table_, &EncoderTable::chosenChanged, this, &RecipePage::follow);
    connect(options_, &OptionGrid::changed, this, &RecipePage::follow);
    connect(subset_, &SubsetChoice::changed, this, &RecipePage::follow);
    connect(recipe_, &QButtonGroup::idToggled, this, [this] {
        options_->setVisible(recipe_->checkedId() == custom);
        follow();
    });
    connect(extends_, &QCheckBox::toggled, this, &RecipePage::follow);
    connect(&spaces_, &SpaceCommands::listed, this, &RecipePage::followBase);
    connect(&spaces_, &SpaceCommands::listed, this, &RecipePage::completeChanged);
    connect(this, &QWizardPage::completeChanged, this, [this] { problem_->setText(problem()); });
    connect(&client_, &WorkerClient::stateChanged, this, [this](WorkerClient::State state) {
        if (state != WorkerClient::State::ready || folders_.empty()) return;
        if (!encoders_) askForEncoders();
        follow();
    });
}

QWidget* RecipePage::newName() {
    auto* row = new QWidget(this);
    name_ = new QLineEdit(row);
    name_->setAccessibleName(tr("Name of the space"));
    auto* label = new QLabel(tr("&Name of the space"), row);
    label->setBuddy(name_);
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins({});
    columns->addWidget(label);
    columns->addWidget(name_, 1);
    return row;
}

QWidget* RecipePage::newRecipe() {
    auto* part = new QWidget(this);
    recipe_ = new QButtonGroup(this);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins({});
    rows->setSpacing(fontMetrics().height() / 4);
    const auto add = [&](Recipe id, const QString& text) {
        auto* button = new QRadioButton(text, part);
        recipe_->addButton(button, id);
        rows->addWidget(button);
    };
    add(automatic, tr("Automatic (recommended): fits the size of the data, and says below what it chose"));
    add(paper, tr("As published: the configuration of the paper, made for millions of pairs"));
    add(custom, tr("Custom: automatic, but for what is set here"));
    recipe_->button(automatic)->setChecked(true);
    return part;
}

QWidget* RecipePage::newExtends() {
    extends_ = new QCheckBox(this);
    extends_->setChecked(true);
    extends_->hide();
    return extends_;
}

QWidget* RecipePage::newJudged() {
    judged_ = new QCheckBox(tr("Learn also from results that you called good"), this);
    judged_->setToolTip(
        tr("The words of your searches with the files that you called good results for them are added to "
           "the pairs that are trained on. What is held out stays as it is."));
    return judged_;
}

QWidget* RecipePage::newEstimate() {
    auto* frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::AlternateBase);
    estimate_ = new QLabel(frame);
    estimate_->setTextFormat(Qt::PlainText);
    estimate_->setWordWrap(true);
    reasons_ = newNote({}, frame);
    auto* rows = new QVBoxLayout(frame);
    rows->addWidget(estimate_);
    rows->addWidget(reasons_);
    return frame;
}

void RecipePage::setPairs(const std::vector<std::filesystem::path>& folders, const PairsAnswer& pairs) {
    folders_ = folders;
    needed_.clear();
    const auto need = [this](int64_t count, Modality a, Modality b) {
        if (count > 0) needed_.insert({a, b});
    };
    need(pairs.imageText, Modality::image, Modality::text);
    need(pairs.audioText, Modality::audio, Modality::text);
    need(pairs.imageAudio, Modality::image, Modality::audio);
    subset_->setPairs(std::max({pairs.imageText, pairs.audioText, pairs.imageAudio}));
    const auto& taken = spaces_.spaces();
    const bool isTaken = std::ranges::find(taken, name_->text(), &SpaceSummary::name) != taken.end();
    if (name_->text().isEmpty() || isTaken) name_->setText(freeSpaceName(shownName(folders_.front()), taken));
    spaces_.refresh();
    askForEncoders();
}

void RecipePage::askForEncoders() {
    client_.command({QStringLiteral("models"), QStringLiteral("list")}, this, [this](const Result<Json>& answer) {
        if (!answer) return; // asked again when the engine is back
        auto encoders = encodersFromJson(*answer);
        if (!encoders) return problem_->setText(QString::fromStdString(encoders.error().text()));
        encoders_ = std::move(*encoders);
        table_->setEncoders(*encoders_, needed_);
        follow();
    });
}

TrainingRequest RecipePage::request() const {
    TrainingRequest request;
    request.folders = folders_;
    request.name = name_->text().toStdString();
    request.encoders = table_->chosen();
    if (recipe_->checkedId() == paper) request.recipe = "paper";
    if (recipe_->checkedId() == custom) request.options = options_->options();
    if (const auto pairs = subset_->pairs()) request.options.emplace_back("subset", "kdpp:" + std::to_string(*pairs));
    if (extends()) request.extends = base()->name.toStdString();
    request.judged = judged_->isChecked();
    return request;
}

void RecipePage::refuse(const QString& sentence) {
    refusal_ = sentence;
    Q_EMIT completeChanged();
}

const SpaceSummary* RecipePage::base() const {
    if (!needed_.contains(Modality::text)) return nullptr;
    const auto& spaces = spaces_.spaces();
    const auto used = std::ranges::find(spaces, true, &SpaceSummary::inUse);
    return used == spaces.end() || used->textEncoders.empty() ? nullptr : &*used;
}

bool RecipePage::extends() const {
    return base() && extends_->isEnabled() && extends_->isChecked();
}

// What can be extended depends on what is in use and on what else was chosen.
void RecipePage::followBase() {
    const bool before = extends();
    const SpaceSummary* const used = base();
    extends_->setVisible(used != nullptr);
    if (used) {
        const auto chosen = table_->chosen();
        const auto texts = chosen.find(Modality::text);
        const bool sameTexts = texts != chosen.end() && texts->second == used->textEncoders;
        extends_->setEnabled(sameTexts && recipe_->checkedId() != paper);
        extends_->setText(tr("Build on “%1”: change only what these pairs improve").arg(used->name));
        extends_->setToolTip(
            sameTexts
                ? tr("Texts keep their place in “%1”, and pictures and sounds are brought to them. A kind of file "
                     "that “%1” finds better, or that these pairs lack, stays as it is there.")
                      .arg(used->name)
                : tr("“%1” reads texts with another encoder: %2")
                      .arg(used->name, QString::fromStdString(used->textEncoders.front())));
    }
    if (extends() != before) follow();
}

void RecipePage::follow() {
    followBase();
    refusal_.clear();
    if (request_) client_.drop(*request_);
    request_.reset();
    reasons_->hide();
    if (encoderProblem().isEmpty() && (recipe_->checkedId() != custom || options_->problem().isEmpty())) {
        estimate_->setText(tr("Measuring on this computer how long it will take…"));
        measureSoon_.start();
    } else {
        estimate_->setText(tr("How long it will take is measured when everything is chosen."));
        measureSoon_.stop();
    }
    Q_EMIT completeChanged();
}

void RecipePage::measure() {
    request_ = client_.call(method::kEstimate, toJson(request()), this, [this](const Result<Json>& answer) {
        request_.reset();
        showEstimate(answer ? trainingEstimateFromJson(*answer) : fail(answer.error()));
    });
}

void RecipePage::showEstimate(const Result<TrainingEstimate>& estimate) {
    if (!estimate) {
        estimate_->setText(tr("Nothing could be measured."));
        return refuse(QString::fromStdString(estimate.error().text()));
    }
    table_->setSpeeds(estimate->itemsPerSecond);
    estimate_->setText(estimateText(*estimate));
    QStringList reasons;
    for (const std::string& reason : estimate->reasons)
        reasons << QStringLiteral("• ") + QString::fromStdString(reason);
    reasons_->setText(reasons.join(QLatin1Char('\n')));
    reasons_->setVisible(!reasons.isEmpty());
}

QString RecipePage::problem() const {
    for (const QString& one : {nameProblem(), encoderProblem(), refusal_})
        if (!one.isEmpty()) return one;
    return recipe_->checkedId() == custom ? options_->problem() : QString();
}

QString RecipePage::nameProblem() const {
    if (!isSpaceName(name_->text()))
        return tr("The name of a space is up to 64 letters, digits, “.”, “_” and “-”, and begins with a letter or a "
                  "digit.");
    const auto& spaces = spaces_.spaces();
    if (std::ranges::find(spaces, name_->text(), &SpaceSummary::name) != spaces.end())
        return tr("There is a space “%1” already: choose another name.").arg(name_->text());
    return {};
}

QString RecipePage::encoderProblem() const {
    if (!encoders_) return tr("Asking the engine for its encoders…");
    const EncoderTable::Choice choice = table_->chosen();
    for (const Modality modality : needed_) {
        if (choice.contains(modality)) continue;
        const bool installed = std::ranges::find(*encoders_, modality, &InstalledEncoder::modality) != encoders_->end();
        return installed ? tr("Choose an encoder that reads: %1").arg(modalityName(modality))
                         : tr("No encoder that reads this is installed: %1. Add one with: fusefind-cli models add "
                              "FOLDER")
                               .arg(modalityName(modality));
    }
    return {};
}

} // namespace fusefind
