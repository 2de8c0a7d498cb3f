#include "ui/theme/icons.h"

#include "core/base/result.h"

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

// The macro declares a function, which must lie outside every namespace. A static library's resources are linked only
// where somebody asks for them.
static void initIconResources() {
    Q_INIT_RESOURCE(resources);
}

namespace fusefind {

namespace {

QColor colorFor(QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::WindowText);
}

// Draws at paint time in the palette of that time; what was drawn is kept in the pixmap cache.
class TintedSvg : public QIconEngine {
public:
    explicit TintedSvg(QString file) : file_(std::move(file)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->drawPixmap(rect, drawn(rect.size(), painter->device()->devicePixelRatioF(), mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override { return drawn(size, 1, mode); }
    // `size` is in pixels of the device.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override {
        return drawn(size, 1, mode);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new TintedSvg(*this); }
    QString key() const override { return QStringLiteral("fusefind-svg"); }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QPixmap drawn(const QSize& size, qreal ratio, QIcon::Mode mode) const {
        const QSize pixels = size * ratio;
        const QColor color = colorFor(mode);
        const QString cacheKey = QStringLiteral("%1|%2x%3|%4|%5")
                                     .arg(file_)
                                     .arg(pixels.width())
                                     .arg(pixels.height())
                                     .arg(ratio)
                                     .arg(color.rgba(), 0, 16);
        QPixmap pixmap;
        if (QPixmapCache::find(cacheKey, &pixmap)) return pixmap;

        pixmap = QPixmap(pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer renderer(file_);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, QRectF(QPointF(), pixels));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        painter.end();
        pixmap.setDevicePixelRatio(ratio);
        QPixmapCache::insert(cacheKey, pixmap);
        return pixmap;
    }

    QString file_;
};

} // namespace

QIcon icon(const char* name) {
    initIconResources();
    const QString file = QStringLiteral(":/fusefind/icons/%1.svg").arg(QLatin1String(name));
    FUSEFIND_ASSERT(QFile::exists(file));
    return QIcon(new TintedSvg(file));
}

} // namespace fusefind
