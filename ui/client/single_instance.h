#pragma once

#include "core/base/unique_fd.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <filesystem>

class QLocalServer;
class QLocalSocket;

namespace fusefind {

// Sees to it that a data directory has one window. The first one listens; a later start asks it to come to the front.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(const std::filesystem::path& dataDir, QObject* parent = nullptr);
    ~SingleInstance() override;

    // Also where nothing can be written into the data directory: the window is where that is said.
    [[nodiscard]] bool isFirst() const { return first_; }
    // Asks the first window to come to the front and waits some seconds for it; false if it does not answer.
    [[nodiscard]] bool askFirst() const;

Q_SIGNALS:
    void activationRequested();

private:
    void listen();
    void serve(QLocalSocket* other);

    QString place_;
    UniqueFd lock_; // whoever holds it is the first; the kernel lets go of it however the process ends
    bool first_ = true;
    QLocalServer* server_ = nullptr;
};

} // namespace fusefind
