#include "ui/views/dataset/map_panel.h"

#include "ui/theme/icons.h"
#include "ui/views/dataset/map_legend.h"
#include "ui/views/dataset/map_tip.h"
#include "ui/views/search/flow_layout.h"
#include "ui/views/widgets/headings.h"

#include <QtCore/QLocale>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace fusefind {

namespace {

constexpr double kZoomStep = 1.5;

} // namespace

MapPanel::MapPanel(WorkerClient& client, QWidget* parent) : QWidget(parent), map_(client) {
    view_ = new MapView(map_, this);
    tip_ = new MapTip(client, view_);
    legend_ = new MapLegend(this);
    state_ = newNote({}, this);
    instead_ = newNote({}, view_);
    instead_->setAlignment(Qt::AlignCenter);
    instead_->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* middle = new QVBoxLayout(view_);
    middle->addWidget(instead_);

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->addWidget(newTools());
    rows->addWidget(view_, 1);
    rows->addWidget(legend_);
    rows->addWidget(state_);
    setFocusProxy(view_);

    connect(view_, &MapView::hovered, this,
            [this](qint64 pair, QPoint at) { tip_->explain(map_.dataSet(), pair, at); });
    connect(view_, &MapView::chosenChanged, this, &MapPanel::chosenChanged);
    connect(view_, &MapView::coloursChanged, this, [this] { legend_->setMeanings(view_->colours().legend); });
    connect(&map_, &PairMap::progressed, this, &MapPanel::sayProgress);
    connect(&map_, &PairMap::finished, this, &MapPanel::sayFinished);
    connect(&map_, &PairMap::failed, this,
            [this](const QString& sentence) { map_.size() == 0 ? say({}, sentence) : say(sentence); });
}

QWidget* MapPanel::newTools() {
    auto* tools = new QWidget(this);
    auto* flow = new FlowLayout(tools);
    flow->setContentsMargins({});
    flow->setSpacing(fontMetrics().height() / 3);
    colouring_ = new QComboBox(tools);
    colouring_->setAccessibleName(tr("Colour of the points"));
    colouring_->addItem(tr("Colour by kind"), static_cast<int>(MapColouring::kind));
    colouring_->addItem(tr("Colour by part"), static_cast<int>(MapColouring::split));
    colouring_->addItem(tr("Colour by likeness of the halves"), static_cast<int>(MapColouring::score));
    connect(colouring_, &QComboBox::currentIndexChanged, this,
            [this] { view_->setColouring(static_cast<MapColouring>(colouring_->currentData().toInt())); });
    flow->addWidget(colouring_);

    auto* lasso = addTool(nullptr, tr("Lasso"), tools);
    lasso->setCheckable(true);
    lasso->setToolTip(tr("Drag around points to choose them. Without this, drag with Shift."));
    connect(lasso, &QToolButton::toggled, this,
            [this](bool on) { view_->setTool(on ? MapView::Tool::lasso : MapView::Tool::move); });
    connect(addTool("plus", tr("Zoom in"), tools), &QToolButton::clicked, this, [this] { view_->zoomBy(kZoomStep); });
    connect(addTool("minus", tr("Zoom out"), tools), &QToolButton::clicked, this,
            [this] { view_->zoomBy(1 / kZoomStep); });
    connect(addTool(nullptr, tr("Show all"), tools), &QToolButton::clicked, view_, &MapView::fit);
    connect(addTool("refresh", tr("Draw the map again"), tools), &QToolButton::clicked, &map_, &PairMap::drawAgain);
    for (QWidget* tool : tools->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (tool != colouring_) flow->addWidget(tool);
    return tools;
}

// With an icon, or else its name on it.
QToolButton* MapPanel::addTool(const char* iconName, const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(name);
    if (iconName) button->setIcon(icon(iconName));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void MapPanel::setDataSet(int64_t dataSet) {
    dataSet_ = dataSet;
    if (dataSet == 0 || dataSet != map_.dataSet()) map_.clear();
    if (dataSet == 0 || !isVisible()) return;
    if (dataSet != map_.dataSet()) say(tr("Reading what is known of the pairs…"));
    map_.show(dataSet);
}

void MapPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    setDataSet(dataSet_);
}

void MapPanel::sayProgress(const Progress& progress) {
    const QLocale locale;
    if (progress.phase == "points")
        return say(tr("Placing the pairs: %1 of %2")
                       .arg(locale.toString(static_cast<qlonglong>(progress.done)),
                            locale.toString(static_cast<qlonglong>(progress.total))));
    constexpr int64_t kWhole = 100;
    const auto share = locale.toString(static_cast<int>(kWhole * progress.done / std::max<int64_t>(1, progress.total)));
    say(progress.phase == "neighbours" ? tr("Looking for neighbours: %1 %").arg(share)
                                       : tr("Moving neighbours together: %1 %").arg(share));
}

void MapPanel::sayFinished() {
    const MapAnswer& answer = *map_.answer();
    if (answer.shown == 0 && answer.notEncoded > 0)
        return say({}, tr("None of these pairs has been encoded yet. Train on this folder, or add it to the library, "
                          "and draw the map again."));
    QString text = tr("%Ln pairs. The wheel zooms, dragging moves, and dragging with Shift chooses.", nullptr,
                      static_cast<int>(answer.shown));
    if (answer.notEncoded > 0)
        text += QLatin1Char(' ') + tr("%Ln pairs have not been encoded yet, and are left out.", nullptr,
                                      static_cast<int>(answer.notEncoded));
    say(text);
}

void MapPanel::say(const QString& text, const QString& instead) {
    state_->setText(text);
    instead_->setText(instead);
}

} // namespace fusefind
