#pragma once

#include "ui/models/scratch_folder.h"
#include "ui/models/search_session.h"
#include "ui/views/search/query_chip.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QMimeData;

namespace fusefind {

// Where a search is put together: a line to type in, and chips for files and for texts that are kept.
class QueryBox : public QWidget {
    Q_OBJECT

public:
    static constexpr size_t kMaxChips = 10;

    QueryBox(WorkerClient& client, QWidget* parent);
    ~QueryBox() override;

    // Of the chips that are ready, and of what is typed.
    [[nodiscard]] std::vector<DescribedTerm> terms() const;
    [[nodiscard]] const std::vector<QueryChip*>& chips() const { return chips_; }

    enum class Role { wanted, similar, unwanted };
    void addFiles(const std::vector<std::filesystem::path>& files, Role role = Role::wanted);
    void addText(const QString& text);
    void takeDrop(const QMimeData& mime);
    void setDropHighlight(bool on);
    void focusText();
    void typeOn(const QString& text); // as if it had been typed here
    void clear();

Q_SIGNALS:
    void changed(fusefind::SearchSession::When when);
    void message(const QString& text); // a line for each problem; empty: they are over
    void folderDropped(const std::filesystem::path& folder);
    void left(); // Enter or Down: on to the results

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QLayout* buildLine();
    void takeFiles(const std::vector<std::filesystem::path>& files, Role role);
    void addFile(const std::filesystem::path& file, Role role);
    QueryChip* addChip(DescribedTerm term);
    void removeChip(QueryChip* chip);
    void probe(QueryChip* chip);
    void keepText();
    void clearLine();
    void tell(const QString& problem);
    void forgetProblems();
    void addScratchFile(const QString& name, const QByteArray& bytes);
    void addPicture(const QImage& picture);
    [[nodiscard]] bool full() const { return chips_.size() >= kMaxChips; }

    WorkerClient& client_;
    ScratchFolder scratch_;
    QLineEdit* line_;
    QWidget* chipRow_;
    std::vector<QueryChip*> chips_;
    QStringList problems_; // of the last drop
    int scratchFiles_ = 0;
    bool highlighted_ = false;
    bool quiet_ = false; // more of the query is about to change
};

} // namespace fusefind
