#include "ui/views/train/subset_choice.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QSpinBox>
#include <algorithm>
#include <limits>

namespace fusefind {

namespace {

constexpr int kFewest = 2; // that can be told apart

} // namespace

SubsetChoice::SubsetChoice(QWidget* parent) : QWidget(parent) {
    wanted_ = new QCheckBox(tr("Train only on the most diverse pairs of each kind, at most:"), this);
    wanted_->setToolTip(tr("Leaves out pictures and sounds that say little beside the others. Faster where there are "
                           "very many; all pairs usually teach more."));
    count_ = new QSpinBox(this);
    count_->setAccessibleName(tr("Pairs of each kind"));
    count_->setGroupSeparatorShown(true);
    count_->setEnabled(false);
    setPairs(kFewest);
    auto* columns = new QHBoxLayout(this);
    columns->setContentsMargins({});
    columns->addWidget(wanted_);
    columns->addWidget(count_);
    columns->addStretch();
    connect(wanted_, &QCheckBox::toggled, count_, &QWidget::setEnabled);
    connect(wanted_, &QCheckBox::toggled, this, &SubsetChoice::changed);
    connect(count_, &QSpinBox::valueChanged, this, &SubsetChoice::changed);
}

void SubsetChoice::setPairs(int64_t pairs) {
    const QSignalBlocker unchanged(count_);
    const int most = static_cast<int>(std::clamp<int64_t>(pairs, kFewest, std::numeric_limits<int>::max()));
    count_->setRange(kFewest, most);
    count_->setSingleStep(std::max(1, most / 20));
    if (!wanted_->isChecked()) count_->setValue(most / 2);
}

std::optional<int> SubsetChoice::pairs() const {
    return wanted_->isChecked() ? std::optional(count_->value()) : std::nullopt;
}

} // namespace fusefind
