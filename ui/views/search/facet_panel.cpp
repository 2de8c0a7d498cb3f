#include "ui/views/search/facet_panel.h"

#include "ui/models/file_names.h"
#include "ui/models/item_text.h"
#include "ui/models/plain_tip.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

constexpr int kNameInCharacters = 20;

qint64 startOfYear(int year) {
    return QDate(year, 1, 1).startOfDay(Qt::UTC).toMSecsSinceEpoch(); // as the library counts years
}

bool same(const LibraryFilter& one, const LibraryFilter& other) {
    return one.kinds == other.kinds && one.under == other.under && one.fromMs == other.fromMs && one.toMs == other.toMs;
}

// Adds a line to a section: the button, and its count at the right.
void addLine(QGridLayout* section, QAbstractButton* button, const QString& text, int64_t items) {
    const QFontMetrics metrics = button->fontMetrics();
    button->setObjectName(button->parentWidget()->objectName() + text);
    const QString count = QLocale().toString(qlonglong{items});
    button->setText(metrics.elidedText(text, Qt::ElideMiddle, kNameInCharacters * metrics.averageCharWidth())
                        .replace(QLatin1Char('&'), QStringLiteral("&&")));
    button->setAccessibleName(FacetPanel::tr("%1, %Ln files", nullptr, static_cast<int>(items)).arg(text));
    auto* const label = new QLabel(count, button->parentWidget());
    label->setForegroundRole(QPalette::PlaceholderText);
    const int row = section->rowCount();
    section->addWidget(button, row, 0);
    section->addWidget(label, row, 1, Qt::AlignRight);
}

} // namespace

std::optional<int> yearOf(const LibraryFilter& filter) {
    if (!filter.fromMs || !filter.toMs) return {};
    const int year = QDateTime::fromMSecsSinceEpoch(*filter.fromMs, Qt::UTC).date().year();
    if (startOfYear(year) != *filter.fromMs || startOfYear(year + 1) != *filter.toMs) return {};
    return year;
}

void setYear(LibraryFilter& filter, std::optional<int> year) {
    filter.fromMs.reset();
    filter.toMs.reset();
    if (!year) return;
    filter.fromMs = startOfYear(*year);
    filter.toMs = startOfYear(*year + 1);
}

FacetPanel::FacetPanel(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its buttons take it
    setAccessibleName(tr("Filters"));
    rebuild();
}

void FacetPanel::setFacets(const Facets& facets) {
    facets_ = facets;
    rebuild();
}

void FacetPanel::setFilter(const LibraryFilter& filter) {
    if (same(filter, filter_)) return; // it came from here
    filter_ = filter;
    rebuild();
}

void FacetPanel::change(LibraryFilter filter) {
    filter_ = std::move(filter);
    Q_EMIT filterChanged(filter_);
}

void FacetPanel::rebuild() {
    auto* const content = new QWidget;
    column_ = new QVBoxLayout(content);
    column_->setContentsMargins(0, 0, fontMetrics().height() / 2, 0);
    if (!facets_.kinds.empty()) addKinds();
    if (!facets_.folders.empty()) addFolders();
    if (!facets_.years.empty()) addYears();
    column_->addStretch(1);
    const int scrolled = verticalScrollBar()->value();
    QWidget* const focused = widget() ? widget()->focusWidget() : nullptr;
    const QString place = focused && focused->hasFocus() ? focused->objectName() : QString();
    if (QWidget* const before = takeWidget()) before->deleteLater(); // a click in it may be what led here
    setWidget(content);
    // Wide enough for its lines, so that no count is cut off.
    setMinimumWidth(content->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    if (QWidget* const now = place.isEmpty() ? nullptr : content->findChild<QWidget*>(place)) now->setFocus();
    verticalScrollBar()->setValue(scrolled);
}

QGridLayout* FacetPanel::addSection(const QString& title) {
    auto* const content = column_->parentWidget();
    auto* const heading = new QToolButton(content);
    auto* const body = new QWidget(content);
    heading->setText(title);
    heading->setObjectName(title); // by which the focus is found again
    body->setObjectName(title + QLatin1Char('/'));
    heading->setAutoRaise(true);
    heading->setFocusPolicy(Qt::StrongFocus);
    heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    heading->setAccessibleName(title);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    const auto show = [this, heading, body, title] {
        const bool open = !folded_.contains(title);
        heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        heading->setAccessibleDescription(open ? tr("Unfolded") : tr("Folded away"));
        body->setVisible(open);
    };
    connect(heading, &QToolButton::clicked, this, [this, show, title] {
        if (folded_.removeAll(title) == 0) folded_ << title;
        show();
    });
    show();
    column_->addWidget(heading);
    column_->addWidget(body);
    auto* const grid = new QGridLayout(body);
    grid->setContentsMargins(fontMetrics().height() / 2, 0, 0, fontMetrics().height() / 2);
    grid->setColumnStretch(0, 1);
    return grid;
}

void FacetPanel::addKinds() {
    QGridLayout* const section = addSection(tr("Kind"));
    for (const auto& [kind, items] : facets_.kinds) {
        auto* const box = new QCheckBox(section->parentWidget());
        box->setChecked(filter_.kinds.contains(kind));
        addLine(section, box, kindPlural(kind), items);
        connect(box, &QCheckBox::toggled, this, [this, kind = kind](bool on) {
            LibraryFilter filter = filter_;
            if (on)
                filter.kinds.insert(kind);
            else
                filter.kinds.erase(kind);
            change(std::move(filter));
        });
    }
}

void FacetPanel::addFolders() {
    QGridLayout* const section = addSection(tr("Folder"));
    auto* const group = new QButtonGroup(section->parentWidget());
    const auto add = [&](const std::filesystem::path& folder, const QString& text, int64_t items) {
        auto* const button = new QRadioButton(section->parentWidget());
        group->addButton(button);
        button->setChecked(filter_.under == folder);
        if (!folder.empty()) button->setToolTip(plainTip(shownPath(folder)));
        addLine(section, button, text, items);
        connect(button, &QRadioButton::clicked, this, [this, folder] {
            LibraryFilter filter = filter_;
            filter.under = folder;
            change(std::move(filter));
        });
    };
    int64_t all = 0;
    for (const FolderFacet& folder : facets_.folders)
        all += folder.items;
    add({}, tr("All folders"), all);
    for (const FolderFacet& folder : facets_.folders) {
        const QString name = shownName(folder.path);
        add(folder.path, folder.offline ? tr("%1 (offline)").arg(name) : name, folder.items);
    }
}

void FacetPanel::addYears() {
    QGridLayout* const section = addSection(tr("Year"));
    auto* const group = new QButtonGroup(section->parentWidget());
    const auto add = [&](std::optional<int> year, const QString& text, int64_t items) {
        auto* const button = new QRadioButton(section->parentWidget());
        group->addButton(button);
        button->setChecked(yearOf(filter_) == year);
        addLine(section, button, text, items);
        connect(button, &QRadioButton::clicked, this, [this, year] {
            LibraryFilter filter = filter_;
            setYear(filter, year);
            change(std::move(filter));
        });
    };
    int64_t all = 0;
    for (const YearFacet& year : facets_.years)
        all += year.items;
    add({}, tr("All years"), all);
    for (const YearFacet& year : facets_.years)
        add(year.year, QString::number(year.year), year.items);
}

} // namespace fusefind
