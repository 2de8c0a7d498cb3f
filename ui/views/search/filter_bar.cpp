#include "ui/views/search/filter_bar.h"

#include "ui/models/file_names.h"
#include "ui/models/item_text.h"
#include "ui/theme/icons.h"
#include "ui/views/search/facet_panel.h"
#include "ui/views/search/flow_layout.h"

#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace fusefind {

FilterBar::FilterBar(QWidget* parent) : QWidget(parent) {
    auto* const flow = new FlowLayout(this);
    flow->setSpacing(fontMetrics().height() / 3);
    setAccessibleName(tr("Active filters"));
    hide();
}

void FilterBar::setFilter(const LibraryFilter& filter) {
    filter_ = filter;
    while (QLayoutItem* const item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its click may be what led here
        delete item;
    }
    for (const ItemKind kind : filter.kinds) {
        LibraryFilter without = filter;
        without.kinds.erase(kind);
        addChip(kindPlural(kind), std::move(without));
    }
    if (!filter.under.empty()) {
        LibraryFilter without = filter;
        without.under.clear();
        addChip(shownName(filter.under), std::move(without));
    }
    if (const auto year = yearOf(filter)) {
        LibraryFilter without = filter;
        setYear(without, {});
        addChip(QString::number(*year), std::move(without));
    }
    const bool any = layout()->count() > 0;
    if (any) {
        auto* const reset = new QPushButton(tr("Reset all"), this);
        reset->setFlat(true);
        reset->setAccessibleName(tr("Reset all filters"));
        connect(reset, &QPushButton::clicked, this, [this] { Q_EMIT filterChanged({}); });
        layout()->addWidget(reset);
    }
    setVisible(any);
}

void FilterBar::addChip(const QString& text, LibraryFilter without) {
    auto* const chip = new QToolButton(this);
    chip->setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    chip->setIcon(icon("close"));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setAccessibleName(tr("Remove the filter %1").arg(text));
    connect(chip, &QToolButton::clicked, this, [this, without = std::move(without)] { Q_EMIT filterChanged(without); });
    layout()->addWidget(chip);
}

} // namespace fusefind
