#pragma once

#include "ui/views/search/result_delegate.h"

#include <QtCore/QTimer>
#include <QtWidgets/QListView>

namespace fusefind {

// The results as a grid or a list. Stays quick with any number of rows: all cells have one size, only what is visible
// is asked for, and what scrolled away is not waited for.
class ResultView : public QListView {
    Q_OBJECT

public:
    ResultView(ResultModel& model, ThumbnailCache& thumbnails, QWidget* parent);

    void setResultLayout(ResultDelegate::Layout layout);
    [[nodiscard]] ResultDelegate::Layout resultLayout() const { return delegate_->layout(); }
    void setPictureWidth(int width); // logical pixels

    [[nodiscard]] const LibraryHit* currentHit() const;
    void select(int row);
    void selectBeside(int step); // before or after the current one

    void keyboardSearch(const QString& search) override;

Q_SIGNALS:
    void currentHitChanged();
    void previewRequested();
    void openRequested(const std::filesystem::path& file);
    void typed(const QString& text); // letters belong into the query box

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void fitCells();
    void wantVisible();

    ResultModel& model_;
    ThumbnailCache& thumbnails_;
    ResultDelegate* delegate_;
    QTimer settle_; // what is asked for is decided when scrolling pauses for a moment
    int pictureWidth_ = 180;
};

} // namespace fusefind
