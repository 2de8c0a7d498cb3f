#pragma once

#include "core/eval/recall.h"

#include <QtWidgets/QTableWidget>
#include <vector>

namespace fusefind {

// R@1, R@5 and R@10 of directions, a line each: as wide and as high as what is in it.
class RecallFigures : public QTableWidget {
    Q_OBJECT

public:
    struct Row {
        QString direction;
        Recall recall;
    };

    // `name` for screen readers.
    RecallFigures(const QString& name, QWidget* parent);

    void setRows(const std::vector<Row>& rows);

private:
    void fit();
};

} // namespace fusefind
