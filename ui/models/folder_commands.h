#pragma once

#include "ui/client/worker_client.h"

#include <vector>

namespace fusefind {

// Adding folders to the library and taking them out, by the worker. Neither touches a file of the user's.
class FolderCommands : public QObject {
    Q_OBJECT

public:
    using Paths = std::vector<std::filesystem::path>;

    explicit FolderCommands(WorkerClient& client, QObject* parent = nullptr) : QObject(parent), client_(client) {}

    void add(const Paths& folders);
    void remove(const Paths& folders);

Q_SIGNALS:
    void added(const std::vector<std::filesystem::path>& folders);
    void removed(const std::vector<std::filesystem::path>& folders);
    void failed(const QString& sentence);

private:
    using Succeeded = void (FolderCommands::*)(const Paths&);
    void run(const QString& verb, const Paths& folders, Succeeded succeeded);

    WorkerClient& client_;
};

} // namespace fusefind
