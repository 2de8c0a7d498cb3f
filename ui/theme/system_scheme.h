#pragma once

#include <QtCore/QObject>
#include <QtDBus/QDBusVariant>

namespace fusefind {

// Whether the desktop is light or dark. Qt 6.4 does not say: the desktop's settings portal does (color-scheme of
// org.freedesktop.appearance), and where there is none, the palette that the platform came with.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    // Lives as long as the application. First called before the program sets a palette of its own.
    static SystemScheme& instance();

    [[nodiscard]] bool dark() const { return dark_; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    explicit SystemScheme(QObject* parent);
    void ask();
    void take(const QVariant& scheme);

    bool dark_;
};

} // namespace fusefind
