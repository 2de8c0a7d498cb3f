#pragma once

#include "ui/views/dataset/map_view.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace fusefind {

class MapLegend;
class MapTip;

// The map of a data set with what it is looked at by: colours and what they mean, zoom, the lasso, and how far the
// worker is.
class MapPanel : public QWidget {
    Q_OBJECT

public:
    explicit MapPanel(WorkerClient& client, QWidget* parent = nullptr);

    // 0: none. The map is drawn when the panel is first seen.
    void setDataSet(int64_t dataSet);
    void setFilter(const DataPairFilter& filter) { map_.setFilter(filter); }
    void refreshMarks() { map_.refreshMarks(); } // pairs have been changed
    // The folder was read again: its pairs have other numbers.
    void forget() { map_.clear(); }

    MapView& view() { return *view_; }
    PairMap& map() { return map_; }

Q_SIGNALS:
    void chosenChanged();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* newTools();
    QToolButton* addTool(const char* iconName, const QString& name, QWidget* parent);
    void sayProgress(const Progress& progress);
    void sayFinished();
    void say(const QString& text, const QString& instead = {});

    PairMap map_;
    int64_t dataSet_ = 0;
    MapView* view_ = nullptr;
    MapTip* tip_ = nullptr;
    QComboBox* colouring_ = nullptr;
    MapLegend* legend_ = nullptr;
    QLabel* state_ = nullptr;
    QLabel* instead_ = nullptr; // of a map
};

} // namespace fusefind
