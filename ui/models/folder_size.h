#pragma once

#include <QtCore/QObject>
#include <filesystem>
#include <thread>

namespace fusefind {

// Adds up the files of a folder on a thread of its own, which ends with this object.
class FolderSize : public QObject {
    Q_OBJECT

public:
    explicit FolderSize(QObject* parent = nullptr) : QObject(parent) {}

    void measure(const std::filesystem::path& folder);

Q_SIGNALS:
    void measured(qint64 bytes);

private:
    std::jthread thread_;
};

} // namespace fusefind
