#include "ui/views/search/result_bar.h"

#include "ui/models/item_text.h"
#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/widgets/elided_label.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

namespace fusefind {

namespace {

constexpr float kThresholdStep = 0.01F;
constexpr int kThresholdSteps = 100;
constexpr int kSliderWidthInCharacters = 14;

QToolButton* toggle(const char* iconName, const QString& name, ShortcutId shortcut, QWidget* parent) {
    auto* const button = new QToolButton(parent);
    if (iconName)
        button->setIcon(icon(iconName));
    else
        button->setText(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(withKeys(name, shortcut));
    button->setAccessibleName(name);
    return button;
}

} // namespace

ResultBar::ResultBar(QWidget* parent)
    : QWidget(parent),
      filters_(toggle(nullptr, tr("Filters"), ShortcutId::filters, this)),
      status_(new ElidedLabel(this)),
      order_(new QComboBox(this)),
      fold_(new QCheckBox(tr("Fold similar"), this)),
      thresholdBox_(new QWidget(this)),
      threshold_(new QSlider(Qt::Horizontal, thresholdBox_)),
      thresholdText_(new QLabel(thresholdBox_)),
      hidden_(new QPushButton(this)),
      size_(new QSlider(Qt::Horizontal, this)),
      grid_(toggle("grid", tr("Grid"), ShortcutId::showGrid, this)),
      list_(toggle("list", tr("List"), ShortcutId::showList, this)) {
    status_->setTextFormat(Qt::PlainText);
    status_->setForegroundRole(QPalette::PlaceholderText);
    order_->addItems({tr("Newest"), tr("Oldest"), tr("Name"), tr("Largest"), tr("Longest")}); // as BrowseOrder
    order_->setAccessibleName(tr("Order"));
    order_->setToolTip(tr("Order"));
    connect(order_, &QComboBox::currentIndexChanged, this, &ResultBar::orderChanged);
    fold_->setToolTip(tr("Show similar shots as one, with a count"));
    fold_->setChecked(true);
    connect(fold_, &QCheckBox::toggled, this, &ResultBar::foldSimilarChanged);
    buildThreshold();
    buildSize();
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(filters_);
    row->addWidget(status_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{hidden_, thresholdBox_, fold_, order_, size_, grid_, list_})
        row->addWidget(widget);
    setSearching(false);
}

void ResultBar::buildThreshold() {
    threshold_->setRange(0, kThresholdSteps);
    threshold_->setFixedWidth(kSliderWidthInCharacters * fontMetrics().averageCharWidth());
    threshold_->setAccessibleName(tr("Lowest score shown"));
    threshold_->setToolTip(tr("Hide what scores lower"));
    thresholdText_->setMinimumWidth(fontMetrics().horizontalAdvance(tr("all") + QStringLiteral("≥ 0.00")));
    hidden_->setFlat(true);
    hidden_->hide();
    auto* const row = new QHBoxLayout(thresholdBox_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Score"), thresholdBox_));
    row->addWidget(threshold_);
    row->addWidget(thresholdText_);
    connect(threshold_, &QSlider::valueChanged, this, [this] {
        showThreshold();
        Q_EMIT thresholdChanged(threshold());
    });
    connect(hidden_, &QPushButton::clicked, this, [this] { setThreshold(-1); });
    showThreshold();
}

void ResultBar::buildSize() {
    size_->setRange(0, 8);
    size_->setValue(3);
    size_->setPageStep(1);
    size_->setFixedWidth(kSliderWidthInCharacters * fontMetrics().averageCharWidth());
    size_->setAccessibleName(tr("Size of the pictures"));
    size_->setToolTip(QStringLiteral("%1\n%2").arg(withKeys(textOf(ShortcutId::larger), ShortcutId::larger),
                                                   withKeys(textOf(ShortcutId::smaller), ShortcutId::smaller)));
    auto* const group = new QButtonGroup(this);
    group->addButton(grid_);
    group->addButton(list_);
    grid_->setChecked(true);
}

void ResultBar::showThreshold() {
    const int value = threshold_->value();
    thresholdText_->setText(value == 0 ? tr("all") : QStringLiteral("≥ %1").arg(scoreText(threshold())));
}

void ResultBar::setSearching(bool searching) {
    order_->setVisible(!searching);
    thresholdBox_->setVisible(searching);
    fold_->setVisible(searching);
    if (!searching) setHidden(0);
}

void ResultBar::setStatus(const QString& text) {
    status_->setText(text);
}

QString ResultBar::status() const {
    return status_->text();
}

void ResultBar::setHidden(int hits) {
    hidden_->setVisible(hits > 0);
    hidden_->setText(tr("%L1 hidden – show all").arg(hits));
}

BrowseOrder ResultBar::order() const {
    return static_cast<BrowseOrder>(order_->currentIndex());
}

bool ResultBar::foldSimilar() const {
    return fold_->isChecked();
}

float ResultBar::threshold() const {
    const int value = threshold_->value();
    return value == 0 ? -1 : static_cast<float>(value) * kThresholdStep;
}

void ResultBar::setThreshold(float threshold) {
    threshold_->setValue(threshold < 0 ? 0 : static_cast<int>(std::lround(threshold / kThresholdStep)));
}

} // namespace fusefind
