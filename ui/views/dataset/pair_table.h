#pragma once

#include "ui/models/pair_model.h"
#include "ui/models/thumbnail_cache.h"

#include <QtCore/QTimer>
#include <QtWidgets/QTreeView>

namespace fusefind {

// The pairs of a data set, each with its picture or the waveform of its sound. Stays quick with any number of rows: all
// rows have one height, and only what is visible is asked for.
class PairTable : public QTreeView {
    Q_OBJECT

public:
    PairTable(PairModel& model, ThumbnailCache& thumbnails, QWidget* parent = nullptr);

    [[nodiscard]] const DataPair* currentPair() const; // null while it is on its way
    [[nodiscard]] std::vector<RowRange> selectedRanges() const;
    // The current row alone stays selected.
    void selectCurrent();
    void selectEverything(); // the first one becomes current
    void editCaption();      // of the current pair, in place

Q_SIGNALS:
    void currentPairChanged();
    void openRequested(const std::filesystem::path& file);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOutColumns();
    void wantVisible();

    PairModel& model_;
    ThumbnailCache& thumbnails_;
    QTimer settle_; // what is asked for is decided when scrolling pauses for a moment
};

} // namespace fusefind
