#pragma once

#include "ui/client/worker_client.h"

#include <QtWidgets/QWidget>

class QLabel;
class QTreeWidget;

namespace fusefind {

// The installed encoders with their licences, to read.
class ModelsPage : public QWidget {
    Q_OBJECT

public:
    explicit ModelsPage(WorkerClient& client, QWidget* parent = nullptr);

private:
    void show(const Result<Json>& answer);
    void add(const Json& model);

    QTreeWidget* table_ = nullptr;
    QLabel* note_ = nullptr;
};

} // namespace fusefind
