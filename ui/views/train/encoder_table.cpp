#include "ui/views/train/encoder_table.h"

#include "ui/models/plain_tip.h"
#include "ui/models/training_text.h"
#include "ui/views/widgets/tables.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHeaderView>
#include <algorithm>

namespace fusefind {

namespace {

enum Column { idColumn, readsColumn, dimColumn, sizeColumn, speedColumn, licenceColumn, adviceColumn, columnCountOf };

const QString kUnknown = QStringLiteral("–");

QString adviceText(const EncoderAdvice& advice) {
    return advice.recommended ? EncoderTable::tr("Recommended: %1").arg(advice.reason) : advice.reason;
}

} // namespace

EncoderTable::EncoderTable(QWidget* parent) : QTreeWidget(parent) {
    setHeaderLabels(
        {tr("Encoder"), tr("Reads"), tr("Dimensions"), tr("Size"), tr("Speed here"), tr("Licence"), tr("Advice")});
    dressTable(*this, tr("Installed encoders"));
    setTextElideMode(Qt::ElideRight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    for (const int column : {dimColumn, sizeColumn, speedColumn})
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem*, int column) {
        if (column == idColumn) Q_EMIT chosenChanged();
    });
}

void EncoderTable::setEncoders(std::vector<InstalledEncoder> encoders, const std::set<Modality>& needed) {
    const QSignalBlocker quiet(this);
    clear();
    encoders_.clear();
    const std::vector<EncoderAdvice> advice = adviceFor(encoders);
    for (size_t i = 0; i < encoders.size(); ++i) {
        InstalledEncoder& encoder = encoders[i];
        if (!needed.contains(encoder.modality)) continue;
        auto* row =
            new QTreeWidgetItem(this, {encoder.id, modalityName(encoder.modality), QLocale().toString(encoder.dim),
                                       encoder.bytes > 0 ? QLocale().formattedDataSize(encoder.bytes, 0) : QString(),
                                       kUnknown, encoder.licence, adviceText(advice[i])});
        row->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren);
        row->setCheckState(idColumn, advice[i].recommended ? Qt::Checked : Qt::Unchecked);
        for (const int column : {dimColumn, sizeColumn, speedColumn})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        for (int column = 0; column < columnCountOf; ++column)
            row->setToolTip(column, plainTip(row->text(column)));
        encoders_.push_back(std::move(encoder));
    }
    updateGeometry();
}

void EncoderTable::setSpeeds(const std::map<std::string, double>& itemsPerSecond) {
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const auto speed = itemsPerSecond.find(encoders_[static_cast<size_t>(row)].id.toStdString());
        if (speed == itemsPerSecond.end()) continue; // measured earlier, or not at all
        topLevelItem(row)->setText(speedColumn, tr("%1/s").arg(QLocale().toString(speed->second, 'f', 1)));
    }
}

EncoderTable::Choice EncoderTable::chosen() const {
    Choice choice;
    for (int row = 0; row < topLevelItemCount(); ++row) {
        const InstalledEncoder& encoder = encoders_[static_cast<size_t>(row)];
        if (topLevelItem(row)->checkState(idColumn) == Qt::Checked)
            choice[encoder.modality].push_back(encoder.id.toStdString());
    }
    return choice;
}

// As high as its rows, up to some.
QSize EncoderTable::sizeHint() const {
    constexpr int kLeastRows = 2;
    constexpr int kMostRows = 8;
    const int row = topLevelItemCount() > 0 ? sizeHintForRow(0) : 2 * fontMetrics().height();
    const int rows = std::clamp(topLevelItemCount(), kLeastRows, kMostRows);
    return {QTreeWidget::sizeHint().width(), header()->sizeHint().height() + rows * row + 2 * frameWidth()};
}

} // namespace fusefind
