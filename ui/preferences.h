#pragma once

#include "ui/theme/appearance.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVariant>
#include <filesystem>
#include <memory>

class QSettings;

namespace fusefind {

// What the window remembers from one start to the next. Copies share what they remember.
class Preferences {
public:
    Preferences();                                              // forgets everything with its last copy
    explicit Preferences(const std::filesystem::path& dataDir); // kept in window.ini there

    [[nodiscard]] const std::filesystem::path& dataDir() const { return dataDir_; } // empty: none

    [[nodiscard]] Appearance appearance() const;
    void setAppearance(Appearance appearance);

    [[nodiscard]] QString language() const; // "en", "de", "ja"; empty: the system's
    void setLanguage(const QString& language);

    [[nodiscard]] QString device() const; // "auto", "cpu", "cuda"
    void setDevice(const QString& device);
    [[nodiscard]] int threads() const; // 0: one a core
    void setThreads(int threads);
    [[nodiscard]] int memoryLimitMb() const; // of loaded encoders; 0: none
    void setMemoryLimitMb(int megabytes);
    // What the worker is to be started with.
    [[nodiscard]] QStringList workerArguments() const;

    // Whether the library had a folder last time: decides what the window shows before the engine has answered.
    [[nodiscard]] bool hadFolders() const;
    void setHadFolders(bool had);

    [[nodiscard]] QByteArray geometry() const;
    [[nodiscard]] QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);

private:
    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise) const;
    void setValue(const QString& key, const QVariant& value);

    std::filesystem::path dataDir_;
    std::shared_ptr<QVariantMap> values_; // where there is no file
    std::shared_ptr<QSettings> file_;
};

} // namespace fusefind
