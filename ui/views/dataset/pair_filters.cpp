#include "ui/views/dataset/pair_filters.h"

#include "ui/models/pair_text.h"
#include "ui/theme/icons.h"
#include "ui/views/search/flow_layout.h"

#include <QtCore/QLocale>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

constexpr int kTypingMs = 150;

} // namespace

PairFilters::PairFilters(QWidget* parent) : QWidget(parent) {
    words_ = new QLineEdit(this);
    words_->setPlaceholderText(tr("Words in the caption"));
    words_->setAccessibleName(tr("Words in the caption"));
    words_->setClearButtonEnabled(true);
    constexpr int kLongest = 1000;
    words_->setMaxLength(kLongest);
    setFocusProxy(words_);
    typing_.setSingleShot(true);
    typing_.setInterval(kTypingMs);
    connect(words_, &QLineEdit::textChanged, &typing_, qOverload<>(&QTimer::start));
    connect(&typing_, &QTimer::timeout, this, &PairFilters::filterChanged);

    auto* switches = new QWidget(this);
    auto* flow = new FlowLayout(switches);
    flow->setContentsMargins({});
    flow->setSpacing(fontMetrics().height() / 3);
    for (const DataPairKind kind : kDataPairKinds)
        kinds_.emplace_back(kind, addSwitch(pairKindPlural(kind), {}));
    for (const Split split : kSplits)
        splits_.emplace_back(split, addSwitch(splitName(split), tr("Pairs for %1").arg(splitName(split))));
    problem_ = addSwitch(tr("Problems"), tr("Pairs of files with a problem"));
    kept_ = addSwitch(tr("Not excluded"), tr("Pairs that a training uses"));
    excluded_ = addSwitch(tr("Excluded"), tr("Pairs that a training leaves out"));
    for (auto& [kind, button] : kinds_)
        flow->addWidget(button);
    for (auto& [split, button] : splits_)
        flow->addWidget(button);
    addChosenButton();
    addOrder();
    for (QWidget* part :
         {static_cast<QWidget*>(problem_), static_cast<QWidget*>(kept_), static_cast<QWidget*>(excluded_),
          static_cast<QWidget*>(chosenButton_), static_cast<QWidget*>(order_)})
        flow->addWidget(part);

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(words_);
    rows->addWidget(switches);
}

void PairFilters::addOrder() {
    order_ = new QComboBox(this);
    order_->setAccessibleName(tr("Order of the pairs"));
    order_->setToolTip(tr("Fit: by how many standard deviations the halves of a pair lie nearer to each other than to "
                          "files of other pairs. Rank: how many files of other pairs are nearer, and one."));
    const auto add = [&](const QString& text, PairOrder order) { order_->addItem(text, static_cast<int>(order)); };
    add(tr("As in the folder"), PairOrder::folder);
    add(tr("Likely mismatches first"), PairOrder::misfits);
    add(tr("Hardest to find first"), PairOrder::rank);
    add(tr("Equal files together"), PairOrder::twins);
    connect(order_, &QComboBox::currentIndexChanged, this, &PairFilters::filterChanged);
}

void PairFilters::addChosenButton() {
    chosenButton_ = new QToolButton(this);
    chosenButton_->setIcon(icon("close"));
    chosenButton_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chosenButton_->setFocusPolicy(Qt::StrongFocus);
    chosenButton_->setToolTip(tr("Show the other pairs again"));
    connect(chosenButton_, &QToolButton::clicked, this, [this] { setChosen({}); });
    sayChosen();
}

QToolButton* PairFilters::addSwitch(const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(tr("Show: %1").arg(text));
    button->setToolTip(tip.isEmpty() ? text : tip);
    connect(button, &QToolButton::toggled, this, &PairFilters::filterChanged);
    return button;
}

DataPairFilter PairFilters::filter() const {
    DataPairFilter filter;
    for (const auto& [kind, button] : kinds_)
        if (button->isChecked()) filter.kinds.insert(kind);
    for (const auto& [split, button] : splits_)
        if (button->isChecked()) filter.splits.insert(split);
    if (problem_->isChecked()) filter.problem = true;
    if (kept_->isChecked() != excluded_->isChecked()) filter.excluded = excluded_->isChecked();
    filter.words = words_->text().toStdString();
    filter.pairs = chosen_;
    filter.order = static_cast<PairOrder>(order_->currentData().toInt());
    return filter;
}

void PairFilters::setChosen(std::vector<int64_t> pairs) {
    if (pairs == chosen_) return;
    chosen_ = std::move(pairs);
    sayChosen();
    Q_EMIT filterChanged();
}

void PairFilters::sayChosen() {
    const QString count = QLocale().toString(static_cast<qulonglong>(chosen_.size()));
    chosenButton_->setText(tr("Chosen on the map: %1").arg(count));
    chosenButton_->setAccessibleName(tr("Let go of the pairs chosen on the map (%1)").arg(count));
    chosenButton_->setVisible(!chosen_.empty());
}

void PairFilters::reset() {
    const QSignalBlocker quiet(this);
    words_->clear();
    typing_.stop();
    for (QToolButton* button : findChildren<QToolButton*>())
        if (button->isCheckable()) button->setChecked(false);
    order_->setCurrentIndex(0);
    chosen_.clear();
    sayChosen();
}

void PairFilters::focusWords() {
    words_->setFocus(Qt::ShortcutFocusReason);
    words_->selectAll();
}

} // namespace fusefind
