#include "ui/views/settings/settings_dialog.h"

#include "ui/views/settings/data_page.h"
#include "ui/views/settings/models_page.h"
#include "ui/views/settings/privacy_page.h"
#include "ui/views/widgets/headings.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabWidget>
#include <thread>

namespace fusefind {

namespace {

// One of several named values.
template <class Value>
QComboBox* newChoice(const std::vector<std::pair<QString, Value>>& choices, const Value& chosen, QWidget* parent) {
    auto* box = new QComboBox(parent);
    for (const auto& [text, value] : choices) {
        box->addItem(text);
        if (value == chosen) box->setCurrentIndex(box->count() - 1);
    }
    return box;
}

void addRow(QFormLayout* form, const QString& name, QWidget* control) {
    control->setAccessibleName(name);
    form->addRow(name, control);
}

} // namespace

SettingsDialog::SettingsDialog(WorkerClient& client, LibraryState& state, const Preferences& preferences,
                               QWidget* parent)
    : QDialog(parent), state_(state), preferences_(preferences) {
    setWindowTitle(tr("Settings"));
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("Pages of the settings"));
    tabs->addTab(newGeneralPage(), tr("General"));
    tabs->addTab(newEnginePage(), tr("Engine"));
    tabs->addTab(new ModelsPage(client, tabs), tr("Models"));
    tabs->addTab(new DataPage(state, preferences_.dataDir(), tabs), tr("Data"));
    tabs->addTab(newPrivacyPage(tabs), tr("Privacy"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(buttons);
    constexpr int kColumns = 104; // of text
    constexpr int kLines = 28;
    setMinimumSize(kColumns * fontMetrics().averageCharWidth(), kLines * fontMetrics().height());
}

QWidget* SettingsDialog::newGeneralPage() {
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    const std::vector<std::pair<QString, Appearance>> appearances{
        {tr("As the desktop"), Appearance::system}, {tr("Light"), Appearance::light}, {tr("Dark"), Appearance::dark}};
    QComboBox* appearance = newChoice(appearances, preferences_.appearance(), page);
    connect(appearance, &QComboBox::currentIndexChanged, this, [this, appearances](int index) {
        preferences_.setAppearance(appearances.at(static_cast<size_t>(index)).second);
        applyAppearance(preferences_.appearance());
    });
    addRow(form, tr("Appearance"), appearance);

    // Each language by its own name: who looks for it reads no other.
    const std::vector<std::pair<QString, QString>> languages{{tr("As the system"), QString()},
                                                             {QStringLiteral("English"), QStringLiteral("en")},
                                                             {QStringLiteral("Deutsch"), QStringLiteral("de")},
                                                             {QStringLiteral("日本語"), QStringLiteral("ja")}};
    QComboBox* language = newChoice(languages, preferences_.language(), page);
    connect(language, &QComboBox::currentIndexChanged, this, [this, languages](int index) {
        preferences_.setLanguage(languages.at(static_cast<size_t>(index)).second);
    });
    addRow(form, tr("Language"), language);
    form->addRow(QString(), newNote(tr("Another language is used from the next start on."), page));
    return page;
}

QWidget* SettingsDialog::newEnginePage() {
    auto* page = new QWidget(this);
    auto* form = new QFormLayout(page);
    const std::vector<std::pair<QString, QString>> devices{{tr("Automatic"), QStringLiteral("auto")},
                                                           {tr("Processor (CPU)"), QStringLiteral("cpu")},
                                                           {tr("Graphics card (CUDA)"), QStringLiteral("cuda")}};
    QComboBox* device = newChoice(devices, preferences_.device(), page);
    connect(device, &QComboBox::currentIndexChanged, this,
            [this, devices](int index) { preferences_.setDevice(devices.at(static_cast<size_t>(index)).second); });
    addRow(form, tr("Device"), device);

    auto* threads = new QSpinBox(page);
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    threads->setRange(0, std::max({1, cores, preferences_.threads()}));
    threads->setSpecialValueText(tr("One for each core (%1)").arg(cores));
    threads->setValue(preferences_.threads());
    connect(threads, &QSpinBox::valueChanged, this, [this](int value) { preferences_.setThreads(value); });
    addRow(form, tr("Threads"), threads);

    auto* memory = new QSpinBox(page);
    constexpr int kMostMegabytes = 1'000'000;
    memory->setRange(0, kMostMegabytes);
    memory->setSingleStep(100);
    memory->setSpecialValueText(tr("No limit"));
    memory->setSuffix(tr(" MB"));
    memory->setValue(preferences_.memoryLimitMb());
    memory->setToolTip(tr("Of encoders that are kept loaded; for another one the one used longest ago goes."));
    connect(memory, &QSpinBox::valueChanged, this, [this](int value) { preferences_.setMemoryLimitMb(value); });
    addRow(form, tr("Memory for encoders"), memory);

    auto* inUse = new QLabel(page);
    inUse->setTextFormat(Qt::PlainText);
    const auto follow = [this, inUse] {
        const QString name = state_.status().device;
        inUse->setText(name.isEmpty() ? tr("not known yet") : name);
    };
    connect(&state_, &LibraryState::statusChanged, inUse, follow);
    follow();
    addRow(form, tr("In use now"), inUse);
    form->addRow(QString(), newNote(tr("Device, threads and memory are used from the next start on."), page));
    return page;
}

} // namespace fusefind
