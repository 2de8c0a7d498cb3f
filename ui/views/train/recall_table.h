#pragma once

#include "core/protocol/train_messages.h"

#include <QtWidgets/QTreeWidget>

namespace fusefind {

// Recall before and after a training, on the same held-out pairs, with 95 % intervals.
class RecallTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit RecallTable(QWidget* parent = nullptr);

    void show(const TrainingResult& result);

    [[nodiscard]] QSize sizeHint() const override;

private:
    void addRow(const QString& direction, const QString& space, const DirectionRecall& recall,
                const DirectionRecall* against);
};

} // namespace fusefind
