#include "ui/views/train/comparison_list.h"

#include "ui/views/train/file_tiles.h"
#include "ui/views/widgets/headings.h"

#include <QtWidgets/QGridLayout>
#include <algorithm>

namespace fusefind {

namespace {

using Paths = std::vector<std::filesystem::path>;

bool contains(const Paths& paths, const std::filesystem::path& path) {
    return std::ranges::find(paths, path) != paths.end();
}

std::vector<FileTile> tilesOf(const Paths& found, const Paths& wanted, const Paths& others) {
    std::vector<FileTile> tiles;
    for (const auto& path : found) {
        FileTile tile = tileOf(path);
        tile.right = contains(wanted, path);
        tile.fresh = !others.empty() && !contains(others, path);
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

} // namespace

ComparisonList::ComparisonList(WorkerClient& client, QWidget* parent) : QScrollArea(parent), thumbnails_(client) {
    setAccessibleName(tr("Queries before and after"));
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
}

void ComparisonList::show(const TrainingResult& result) {
    wanted_.clear();
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* rows = new QVBoxLayout(content);
    rows->setSpacing(fontMetrics().height());
    for (const QueryComparison& comparison : result.comparisons)
        rows->addWidget(newComparison(comparison, result));
    rows->addStretch();
    setWidget(content); // and deletes the one before
    thumbnails_.want(wanted_);
}

QWidget* ComparisonList::newComparison(const QueryComparison& comparison, const TrainingResult& result) {
    auto* part = new QWidget;
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins({});
    auto* caption =
        newHeading(QStringLiteral("“%1”").arg(QString::fromStdString(comparison.caption).simplified()), part);
    caption->setWordWrap(true);
    grid->addWidget(caption, 0, 0, 1, 2);
    const auto add = [&](const QString& space, std::vector<FileTile> tiles) {
        if (tiles.empty()) return;
        for (const FileTile& tile : tiles)
            wanted_.push_back(tile.file);
        auto* files = new FileTiles(thumbnails_, part);
        files->setTiles(std::move(tiles));
        files->setAccessibleName(tr("Found by %1").arg(space));
        const int row = grid->rowCount();
        grid->addWidget(newNote(space, part), row, 0);
        grid->addWidget(files, row, 1, Qt::AlignLeft);
    };
    add(tr("before: “%1”").arg(QString::fromStdString(result.previousSpace)),
        tilesOf(comparison.before, comparison.wanted, {}));
    add(tr("now: “%1”").arg(QString::fromStdString(result.space)),
        tilesOf(comparison.after, comparison.wanted, comparison.before));
    constexpr int kColumns = 20;
    grid->setColumnMinimumWidth(0, kColumns * fontMetrics().averageCharWidth());
    grid->setColumnStretch(1, 1);
    return part;
}

} // namespace fusefind
