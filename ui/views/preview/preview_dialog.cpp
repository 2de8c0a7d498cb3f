#include "ui/views/preview/preview_dialog.h"

#include "ui/models/file_names.h"
#include "ui/shortcuts.h"
#include "ui/theme/icons.h"
#include "ui/views/preview/facts_text.h"
#include "ui/views/preview/picture_view.h"
#include "ui/views/preview/sound_player.h"
#include "ui/views/widgets/elided_label.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace fusefind {

namespace {

constexpr double kShareOfScreen = 0.75;

QString factsText(const LibraryItem& item) {
    QStringList facts;
    if (item.kind == ItemKind::image) facts << dimensionsText(item);
    if (item.kind != ItemKind::image && item.seconds > 0) facts << clockText(item.seconds, item.seconds);
    if (item.size > 0) facts << sizeText(item.size);
    facts.removeAll(QString());
    return facts.join(QStringLiteral("  ·  "));
}

} // namespace

PreviewDialog::PreviewDialog(WorkerClient& client, QWidget* parent)
    : QDialog(parent),
      media_(new QStackedWidget(this)),
      picture_(new PictureView(client, media_)),
      player_(new SoundPlayer(client, media_)) {
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    setAccessibleName(tr("Preview"));
    setFocusPolicy(Qt::StrongFocus); // so that Space and the arrows are the dialog's own until the player is chosen
    media_->addWidget(picture_);
    media_->addWidget(player_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(media_, 1);
    column->addWidget(makeBar());
    // From picture to sound the window keeps its size, also its smallest one.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    showZoom();
    setMinimumSize(fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 20);
    connect(picture_, &PictureView::zoomChanged, this, &PreviewDialog::showZoom);
    connect(player_, &SoundPlayer::playingChanged, this, [this](bool playing) {
        if (playing) Q_EMIT soundStarted();
    });
}

QWidget* PreviewDialog::makeBar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto arrow = [&](const char* iconName, const QString& name, void (PreviewDialog::*signal)()) {
        auto* button = new QToolButton(bar);
        button->setIcon(icon(iconName));
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, signal);
        row->addWidget(button);
    };
    arrow("previous", tr("Previous"), &PreviewDialog::previousRequested);
    arrow("next", tr("Next"), &PreviewDialog::nextRequested);
    name_ = new ElidedLabel(bar);
    row->addWidget(name_, 1);
    facts_ = new QLabel(bar);
    facts_->setTextFormat(Qt::PlainText);
    facts_->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(facts_);
    const auto button = [&](const QString& name, auto clicked) {
        auto* made = new QPushButton(name, bar);
        made->setAutoDefault(false); // Enter opens the file, whatever has the focus
        made->setFocusPolicy(Qt::TabFocus);
        connect(made, &QPushButton::clicked, this, clicked);
        row->addWidget(made);
        return made;
    };
    zoom_ = button(QString(), [this] { picture_->fitted() ? picture_->showActualSize() : picture_->fit(); });
    zoom_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("1600 %")) + fontMetrics().height() * 2);
    button(tr("&Open"), [this] { Q_EMIT openRequested(path_); });
    button(tr("&Close"), [this] { close(); });
    return bar;
}

void PreviewDialog::preview(const LibraryHit& hit) {
    const LibraryItem& item = hit.item;
    path_ = item.path;
    const QString name = shownName(path_);
    setWindowTitle(name);
    name_->setText(name);
    facts_->setText(factsText(item));
    const bool picture = item.kind == ItemKind::image;
    // Who went into the player stays there; otherwise Space closes the dialog again.
    const bool inPlayer = isVisible() && player_->isAncestorOf(focusWidget());
    zoom_->setVisible(picture);
    media_->setCurrentWidget(picture ? static_cast<QWidget*>(picture_) : player_);
    show();
    activateWindow();
    if (picture) {
        player_->close();
        const QSize room = picture_->size() * devicePixelRatioF();
        picture_->open(item, std::max(room.width(), room.height()));
        picture_->setFocus();
        showZoom();
    } else {
        picture_->clear();
        player_->open(item, matchedMoment(hit));
        if (!inPlayer) setFocus();
        player_->play();
    }
}

// What a click on it leads to is its tool tip.
void PreviewDialog::showZoom() {
    const QString percent = tr("%1 %").arg(qRound(picture_->zoom() * 100));
    zoom_->setText(percent);
    zoom_->setAccessibleName(tr("Zoom %1").arg(percent));
    zoom_->setToolTip(picture_->fitted() ? tr("Show at actual size (1)") : tr("Fit into the window (0)"));
}

void PreviewDialog::keyPressEvent(QKeyEvent* event) {
    if (isKeyOf(ShortcutId::closePreview, *event))
        close();
    else if (isKeyOf(ShortcutId::next, *event))
        Q_EMIT nextRequested();
    else if (isKeyOf(ShortcutId::previous, *event))
        Q_EMIT previousRequested();
    else if (isKeyOf(ShortcutId::open, *event))
        Q_EMIT openRequested(path_);
    else
        QDialog::keyPressEvent(event);
}

void PreviewDialog::showEvent(QShowEvent* event) {
    if (!sized_) resize(screen()->availableSize() * kShareOfScreen);
    sized_ = true;
    QDialog::showEvent(event);
}

// Neither sound nor memory for what is not seen.
void PreviewDialog::hideEvent(QHideEvent* event) {
    player_->close();
    picture_->clear();
    QDialog::hideEvent(event);
}

} // namespace fusefind
