#include "ui/views/search/query_chip.h"

#include "ui/models/file_names.h"
#include "ui/models/plain_tip.h"
#include "ui/views/search/kind_icon.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>
#include <array>

namespace fusefind {

namespace {

constexpr std::array kWeights{0.5F, 1.0F, 2.0F};

QString weightText(float weight) {
    return QStringLiteral("×%1").arg(QLocale().toString(static_cast<double>(weight)));
}

} // namespace

// The picture of the file, or its kind until that has come.
class ChipPicture : public QWidget {
public:
    explicit ChipPicture(QWidget* parent) : QWidget(parent) {
        const int height = 2 * fontMetrics().height();
        setFixedSize(height * 4 / 3, height);
    }

    void load(WorkerClient& client, const std::filesystem::path& file, ItemKind kind) {
        icon_ = kindIcon(kind);
        const int side = static_cast<int>(width() * devicePixelRatioF());
        requestFilePicture(client, file, kind, side, this, [this](Result<FilePicture> picture) {
            if (picture) picture_ = std::move(*picture);
            update();
        });
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (!picture_.peaks.empty()) {
            paintPeaks(painter, rect(), picture_.peaks, palette().color(QPalette::Highlight));
        } else if (!picture_.pixmap.isNull()) {
            const QSize size = picture_.pixmap.size().scaled(rect().size(), Qt::KeepAspectRatio);
            QRect area(QPoint(), size);
            area.moveCenter(rect().center());
            painter.drawPixmap(area, picture_.pixmap);
        } else {
            const int margin = height() / 4;
            painter.setOpacity(0.5);
            icon_.paint(&painter, rect().marginsRemoved({margin, margin, margin, margin}));
        }
    }

private:
    FilePicture picture_;
    QIcon icon_;
};

QueryChip::QueryChip(WorkerClient& client, DescribedTerm term, QWidget* parent)
    : QWidget(parent),
      client_(client),
      term_(std::move(term)),
      ready_(term_.term.file.empty()),
      label_(new QLabel(this)),
      sign_(new QToolButton(this)),
      weight_(new QToolButton(this)),
      close_(new QToolButton(this)) {
    auto* const row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(2 * gap, gap, gap, gap);
    row->setSpacing(gap);
    if (!term_.term.file.empty()) row->addWidget(picture_ = new ChipPicture(this));
    label_->setTextFormat(Qt::PlainText);
    label_->setText(fontMetrics().elidedText(name(), Qt::ElideMiddle, 24 * fontMetrics().averageCharWidth()));
    row->addWidget(label_);
    for (QToolButton* button : {sign_, weight_, close_})
        row->addWidget(button);
    setToolTip(plainTip(term_.term.file.empty() ? name() : shownPath(term_.term.file)));
    setAccessibleName(name());
    buildButtons();
    showState();
}

QString QueryChip::name() const {
    return term_.term.file.empty() ? QString::fromStdString(term_.term.text) : shownName(term_.term.file);
}

void QueryChip::buildButtons() {
    for (QToolButton* button : {sign_, weight_, close_}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    connect(sign_, &QToolButton::clicked, this, [this] { setWanted(!term_.term.wanted); });
    auto* const menu = new QMenu(weight_);
    for (const float weight : kWeights)
        menu->addAction(weightText(weight), this, [this, weight] { setWeight(weight); });
    weight_->setMenu(menu);
    weight_->setPopupMode(QToolButton::InstantPopup);
    close_->setIcon(icon("close"));
    close_->setToolTip(tr("Remove"));
    close_->setAccessibleName(tr("Remove %1").arg(name()));
    connect(close_, &QToolButton::clicked, this, &QueryChip::removed);
}

void QueryChip::showState() {
    const bool wanted = term_.term.wanted;
    sign_->setText(wanted ? QStringLiteral("+") : QStringLiteral("−"));
    sign_->setToolTip(wanted ? tr("Wanted. Click to keep away from it.") : tr("Unwanted. Click to look for it."));
    sign_->setAccessibleName(wanted ? tr("%1 is wanted").arg(name()) : tr("%1 is unwanted").arg(name()));
    weight_->setText(weightText(term_.term.weight));
    weight_->setToolTip(tr("How much it counts"));
    weight_->setAccessibleName(tr("Weight of %1: %2").arg(name(), weightText(term_.term.weight)));
    update();
}

void QueryChip::setKind(ItemKind kind) {
    ready_ = true;
    if (picture_) picture_->load(client_, term_.term.file, kind);
    Q_EMIT changed();
}

void QueryChip::setWanted(bool wanted) {
    if (wanted == term_.term.wanted) return;
    term_.term.wanted = wanted;
    showState();
    Q_EMIT changed();
}

void QueryChip::setWeight(float weight) {
    if (weight == term_.term.weight) return;
    term_.term.weight = weight;
    showState();
    Q_EMIT changed();
}

void QueryChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Button));
    // What is unwanted is told apart without colours.
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, term_.term.wanted ? Qt::SolidLine : Qt::DashLine));
    const double radius = fontMetrics().height() / 2.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void QueryChip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removed();
        break;
    case Qt::Key_Plus:
        setWanted(true);
        break;
    case Qt::Key_Minus:
        setWanted(false);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void QueryChip::wheelEvent(QWheelEvent* event) {
    const auto* const now = std::find(kWeights.begin(), kWeights.end(), term_.term.weight);
    const int step = event->angleDelta().y() > 0 ? 1 : -1;
    const auto next = std::clamp<std::ptrdiff_t>(now - kWeights.begin() + step, 0, kWeights.size() - 1);
    if (event->angleDelta().y() != 0) setWeight(kWeights[static_cast<size_t>(next)]);
    event->accept();
}

} // namespace fusefind
