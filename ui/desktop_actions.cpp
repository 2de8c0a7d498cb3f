#include "ui/desktop_actions.h"

#include "ui/models/file_names.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QObject>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtGui/QDesktopServices>

namespace fusefind {

namespace {

QString sentence(const char* text, const std::filesystem::path& path) {
    return QCoreApplication::translate("DesktopActions", text).arg(shownPath(path));
}

bool isThere(const std::filesystem::path& path, const ActionFailed& failed) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) return true;
    failed(sentence(QT_TRANSLATE_NOOP("DesktopActions", "“%1” is not there any more."), path));
    return false;
}

} // namespace

void openFile(const std::filesystem::path& path, const ActionFailed& failed) {
    if (!isThere(path, failed)) return;
    if (!QDesktopServices::openUrl(urlOf(path)))
        failed(sentence(QT_TRANSLATE_NOOP("DesktopActions", "No program on this computer opens “%1”."), path));
}

void revealFile(const std::filesystem::path& path, const ActionFailed& failed) {
    if (!isThere(path, failed)) return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return openFile(path.parent_path(), failed);

    const QString service = QStringLiteral("org.freedesktop.FileManager1");
    QDBusMessage show = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/FileManager1"),
                                                       service, QStringLiteral("ShowItems"));
    show << QStringList{QString::fromLatin1(urlOf(path).toEncoded())} << QString();
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(show), QCoreApplication::instance());
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, path, failed] {
        watcher->deleteLater();
        const QDBusPendingReply<> reply = *watcher;
        if (reply.isError()) openFile(path.parent_path(), failed);
    });
}

} // namespace fusefind
