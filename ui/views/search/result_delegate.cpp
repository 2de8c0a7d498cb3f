#include "ui/views/search/result_delegate.h"

#include "ui/models/file_names.h"
#include "ui/models/item_text.h"
#include "ui/theme/icons.h"
#include "ui/views/search/kind_icon.h"

#include <QtGui/QPainter>

namespace fusefind {

namespace {

constexpr double kPictureRatio = 0.75; // height of the place for a picture: cameras' 4:3
constexpr int kBadgeOpacity = 225;

QColor colour(const QStyleOptionViewItem& option, QPalette::ColorRole role) {
    const bool active = option.state & QStyle::State_Active;
    return option.palette.color(active ? QPalette::Active : QPalette::Inactive, role);
}

QColor textColour(const QStyleOptionViewItem& option) {
    return colour(option, option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text);
}

// Says less loudly, in the colours of either state.
QColor quietColour(const QStyleOptionViewItem& option) {
    QColor quiet = textColour(option);
    quiet.setAlphaF(0.65F);
    return quiet;
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option) {
    const int gap = ResultDelegate::padding(option.fontMetrics) / 3;
    const QRectF area = QRectF(option.rect).adjusted(gap, gap, -gap, -gap);
    const double radius = option.fontMetrics.height() / 4.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    if (option.state & QStyle::State_Selected) {
        painter.setBrush(colour(option, QPalette::Highlight));
    } else if (option.state & QStyle::State_MouseOver) {
        QColor hover = colour(option, QPalette::Highlight);
        hover.setAlphaF(0.15F);
        painter.setBrush(hover);
    }
    if (option.state & QStyle::State_HasFocus) painter.setPen(QPen(colour(option, QPalette::Text), 2));
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius, radius);
}

QString shotsText(const LibraryHit& hit) {
    return ResultDelegate::tr("%Ln shots", nullptr, static_cast<int>(hit.similar.size()) + 1);
}

// A small label on a picture, in the colours of the window so that it is legible on any.
struct Badge {
    QString text;
    QIcon icon;
    bool strong = false;
};

QSize sizeOf(const Badge& badge, const QFontMetrics& metrics) {
    const int height = metrics.height() + metrics.height() / 4;
    const int icon = badge.icon.isNull() ? 0 : metrics.height();
    const int gap = !badge.icon.isNull() && !badge.text.isEmpty() ? metrics.height() / 4 : 0;
    return {metrics.horizontalAdvance(badge.text) + icon + gap + metrics.height() / 2, height};
}

void paintBadge(QPainter& painter, const QStyleOptionViewItem& option, const Badge& badge, const QRect& area) {
    const QFontMetrics metrics = painter.fontMetrics();
    QColor ground = colour(option, badge.strong ? QPalette::Highlight : QPalette::Window);
    ground.setAlpha(badge.strong ? 255 : kBadgeOpacity);
    const QColor text = colour(option, badge.strong ? QPalette::HighlightedText : QPalette::WindowText);
    painter.setBrush(ground);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(area, metrics.height() / 4.0, metrics.height() / 4.0);
    QRect inside = area.adjusted(metrics.height() / 4, 0, -metrics.height() / 4, 0);
    if (!badge.icon.isNull()) {
        const int side = metrics.height();
        badge.icon.paint(&painter, inside.left(), area.center().y() - side / 2 + 1, side, side, Qt::AlignCenter,
                         badge.strong ? QIcon::Selected : QIcon::Normal);
        inside.setLeft(inside.left() + side + metrics.height() / 4);
    }
    painter.setPen(text);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, badge.text);
}

} // namespace

ResultDelegate::ResultDelegate(const ResultModel& model, const ThumbnailCache& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), model_(model), thumbnails_(thumbnails) {}

int ResultDelegate::cellHeight(int pictureWidth, const QFontMetrics& metrics) {
    return static_cast<int>(pictureWidth * kPictureRatio) + metrics.height() + 4 * padding(metrics);
}

int ResultDelegate::lineHeight(const QFontMetrics& metrics) {
    return 2 * metrics.height() + 2 * padding(metrics);
}

void ResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter->setFont(option.font);
    paintGround(*painter, option);
    if (const LibraryHit* const hit = model_.hit(index.row()))
        layout_ == Layout::grid ? paintCell(*painter, option, *hit) : paintLine(*painter, option, *hit);
    painter->restore();
}

QRect ResultDelegate::paintPicture(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit,
                                   const QRect& area) const {
    const LibraryItem& item = hit.item;
    const FilePicture* const picture = thumbnails_.find({item.path, item.kind, item.mtimeMs});
    if (picture && !picture->pixmap.isNull()) {
        // Hardly enlarged beyond the file's own pixels: a blurred icon says less than a small one.
        const double most = 2 / painter.device()->devicePixelRatioF();
        const QSize bound = area.size().boundedTo(picture->pixmap.size() * most);
        QRect target(QPoint(), picture->pixmap.size().scaled(bound, Qt::KeepAspectRatio));
        target.moveCenter(area.center());
        painter.drawPixmap(target, picture->pixmap);
        return target;
    }
    QColor ground = textColour(option);
    ground.setAlphaF(0.07F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(area, 3, 3);
    if (picture) {
        const int margin = area.height() / 8;
        const bool selected = option.state & QStyle::State_Selected;
        paintPeaks(painter, area.adjusted(margin, margin, -margin, -margin), picture->peaks,
                   selected ? textColour(option) : colour(option, QPalette::Highlight));
    } else {
        const bool selected = option.state & QStyle::State_Selected;
        const int side = std::min(area.width(), area.height()) / 3;
        QRect middle(0, 0, side, side);
        middle.moveCenter(area.center());
        painter.setOpacity(0.35);
        kindIcon(item.kind).paint(&painter, middle, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        painter.setOpacity(1);
    }
    return area;
}

void ResultDelegate::paintBadges(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit,
                                 const QRect& area) const {
    const int gap = padding(option.fontMetrics) / 2;
    const QRect inside = area.adjusted(gap, gap, -gap, -gap);
    const auto place = [&](const Badge& badge, Qt::Alignment where) {
        QRect target(QPoint(), sizeOf(badge, painter.fontMetrics()));
        if (where & Qt::AlignRight) target.moveRight(inside.right());
        if (where & Qt::AlignLeft) target.moveLeft(inside.left());
        if (where & Qt::AlignBottom) target.moveBottom(inside.bottom());
        if (where & Qt::AlignTop) target.moveTop(inside.top());
        paintBadge(painter, option, badge, target);
    };
    if (!model_.browsing()) {
        const bool close = model_.closeScore() && hit.score >= *model_.closeScore();
        const auto verdict = model_.verdict(hit);
        place({scoreText(hit.score), verdict ? icon(verdictIcon(*verdict)) : QIcon(), close},
              Qt::AlignLeft | Qt::AlignTop);
    }
    if (!hit.similar.empty()) place({shotsText(hit), {}, false}, Qt::AlignRight | Qt::AlignTop);
    if (hit.item.kind == ItemKind::image) return;
    const QString duration = hit.item.seconds > 0 ? durationText(hit.item.seconds) : QString();
    place({duration, kindIcon(hit.item.kind), false}, Qt::AlignLeft | Qt::AlignBottom);
    if (hit.startSeconds) place({momentText(hit), {}, false}, Qt::AlignRight | Qt::AlignBottom);
}

void ResultDelegate::paintCell(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit) const {
    const int pad = padding(option.fontMetrics);
    const QRect inside = option.rect.adjusted(pad, pad, -pad, -pad);
    const QRect area = inside.adjusted(0, 0, 0, -option.fontMetrics.height() - pad);
    paintPicture(painter, option, hit, area);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    paintBadges(painter, option, hit, area);
    painter.setFont(option.font);
    painter.setPen(textColour(option));
    const QRect line(inside.left(), area.bottom() + pad, inside.width(), option.fontMetrics.height());
    const QString name = option.fontMetrics.elidedText(shownName(hit.item.path), Qt::ElideMiddle, line.width());
    painter.drawText(line, Qt::AlignHCenter | Qt::AlignVCenter, name);
}

void ResultDelegate::paintLine(QPainter& painter, const QStyleOptionViewItem& option, const LibraryHit& hit) const {
    const QFontMetrics& metrics = option.fontMetrics;
    const int pad = padding(metrics);
    QRect rest = option.rect.adjusted(2 * pad, pad, -2 * pad, -pad);
    const auto cut = [&](int width) {
        const QRect part(rest.left(), rest.top(), width, rest.height());
        rest.setLeft(part.right() + 1 + 2 * pad);
        return part;
    };
    const auto write = [&](const QRect& where, const QString& text, const QColor& pen, Qt::TextElideMode elide) {
        painter.setPen(pen);
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, elide, where.width()));
    };
    paintPicture(painter, option, hit, cut(static_cast<int>(rest.height() / kPictureRatio)));
    const int character = metrics.averageCharWidth();
    const int scoreWidth = model_.browsing() ? 0 : 8 * character;
    const int kindWidth = 24 * character;
    const int names = std::max(0, rest.width() - scoreWidth - kindWidth - 6 * pad);
    write(cut(names * 45 / 100), shownName(hit.item.path), textColour(option), Qt::ElideMiddle);
    write(cut(names * 55 / 100), shownPath(hit.item.path.parent_path()), quietColour(option), Qt::ElideLeft);
    QStringList kind{kindName(hit.item.kind)};
    if (hit.item.seconds > 0) kind << durationText(hit.item.seconds);
    if (hit.startSeconds) kind << momentText(hit);
    if (!hit.similar.empty()) kind << shotsText(hit);
    if (const auto verdict = model_.verdict(hit)) kind << verdictText(*verdict);
    write(cut(kindWidth), kind.join(QStringLiteral(" · ")), quietColour(option), Qt::ElideRight);
    if (scoreWidth > 0) write(rest, scoreText(hit.score), textColour(option), Qt::ElideNone);
}

} // namespace fusefind
