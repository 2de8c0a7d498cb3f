#pragma once

#include "ui/models/query_text.h"
#include "ui/models/thumbnail_cache.h"

#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace fusefind {

class ChipPicture;

// One thing that is searched by: a small picture or waveform, its name, wanted or unwanted, a weight, and a way out.
class QueryChip : public QWidget {
    Q_OBJECT

public:
    QueryChip(WorkerClient& client, DescribedTerm term, QWidget* parent);

    [[nodiscard]] const DescribedTerm& term() const { return term_; }
    // A file takes part in the query once the worker has said what it is.
    [[nodiscard]] bool ready() const { return ready_; }
    void setKind(ItemKind kind);
    void setWanted(bool wanted);
    void setSimilar(bool similar) { term_.similar = similar; }
    void setWeight(float weight);

Q_SIGNALS:
    void changed();
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void buildButtons();
    void showState();
    [[nodiscard]] QString name() const;

    WorkerClient& client_;
    DescribedTerm term_;
    bool ready_;
    ChipPicture* picture_ = nullptr;
    QLabel* label_;
    QToolButton* sign_;
    QToolButton* weight_;
    QToolButton* close_;
};

} // namespace fusefind
