#include "ui/preferences.h"

#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <algorithm>
#include <array>

namespace fusefind {

namespace {

constexpr int kMostThreads = 1024; // as the command line has it, and what follows
constexpr int kMostMegabytes = 1'000'000;

const std::array kAppearances{std::pair(Appearance::system, QStringLiteral("system")),
                              std::pair(Appearance::light, QStringLiteral("light")),
                              std::pair(Appearance::dark, QStringLiteral("dark"))};

// The file is the user's to edit: what cannot be meant becomes the first choice.
QString oneOf(const QString& value, const QStringList& choices) {
    return choices.contains(value) ? value : choices.front();
}

} // namespace

Preferences::Preferences() : values_(std::make_shared<QVariantMap>()) {}

Preferences::Preferences(const std::filesystem::path& dataDir)
    : dataDir_(dataDir),
      file_(std::make_shared<QSettings>(QFile::decodeName((dataDir / "window.ini").c_str()), QSettings::IniFormat)) {}

QVariant Preferences::value(const QString& key, const QVariant& otherwise) const {
    return file_ ? file_->value(key, otherwise) : values_->value(key, otherwise);
}

void Preferences::setValue(const QString& key, const QVariant& value) {
    if (file_)
        file_->setValue(key, value);
    else
        values_->insert(key, value);
}

Appearance Preferences::appearance() const {
    const QString kept = value(QStringLiteral("appearance"), {}).toString();
    const auto found =
        std::find_if(kAppearances.begin(), kAppearances.end(), [&](const auto& one) { return one.second == kept; });
    return found == kAppearances.end() ? Appearance::system : found->first;
}

void Preferences::setAppearance(Appearance appearance) {
    setValue(QStringLiteral("appearance"), kAppearances.at(static_cast<size_t>(appearance)).second);
}

QString Preferences::language() const {
    return oneOf(value(QStringLiteral("language"), {}).toString(),
                 {QString(), QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("ja")});
}

void Preferences::setLanguage(const QString& language) {
    setValue(QStringLiteral("language"), language);
}

QString Preferences::device() const {
    return oneOf(value(QStringLiteral("device"), {}).toString(),
                 {QStringLiteral("auto"), QStringLiteral("cpu"), QStringLiteral("cuda")});
}

void Preferences::setDevice(const QString& device) {
    setValue(QStringLiteral("device"), device);
}

int Preferences::threads() const {
    return std::clamp(value(QStringLiteral("threads"), 0).toInt(), 0, kMostThreads);
}

void Preferences::setThreads(int threads) {
    setValue(QStringLiteral("threads"), threads);
}

int Preferences::memoryLimitMb() const {
    return std::clamp(value(QStringLiteral("memoryLimitMb"), 0).toInt(), 0, kMostMegabytes);
}

void Preferences::setMemoryLimitMb(int megabytes) {
    setValue(QStringLiteral("memoryLimitMb"), megabytes);
}

QStringList Preferences::workerArguments() const {
    return {QStringLiteral("--device"),       device(),
            QStringLiteral("--threads"),      QString::number(threads()),
            QStringLiteral("--memory-limit"), QString::number(memoryLimitMb())};
}

bool Preferences::hadFolders() const {
    return value(QStringLiteral("hadFolders"), false).toBool();
}

void Preferences::setHadFolders(bool had) {
    setValue(QStringLiteral("hadFolders"), had);
}

QByteArray Preferences::geometry() const {
    return value(QStringLiteral("geometry"), {}).toByteArray();
}

QByteArray Preferences::windowState() const {
    return value(QStringLiteral("windowState"), {}).toByteArray();
}

void Preferences::setWindow(const QByteArray& geometry, const QByteArray& state) {
    setValue(QStringLiteral("geometry"), geometry);
    setValue(QStringLiteral("windowState"), state);
}

} // namespace fusefind
