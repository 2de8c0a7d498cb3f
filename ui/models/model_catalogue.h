#pragma once

#include "ui/models/model_commands.h"

namespace fusefind {

// A model that can be loaded, as `models list --available` tells of it.
struct AvailableModel {
    ModelSummary summary = {}; // its bytes are those of the download; 0: not known
    QString purpose = {};      // in English, as the catalogue has it
    QString page = {};         // where its licence can be read
    bool nonCommercial = false;
    bool installed = false;
};

// The models that can be loaded by name, by the commands of the command line: one at a time.
class ModelCatalogue : public QObject {
    Q_OBJECT

public:
    explicit ModelCatalogue(WorkerClient& client, QObject* parent = nullptr) : QObject(parent), client_(client) {}

    [[nodiscard]] const std::vector<AvailableModel>& models() const { return models_; }
    [[nodiscard]] const QString& loading() const { return loading_; } // an id; empty: none

    void refresh();
    void load(const AvailableModel& model); // its licence was accepted
    void stop();                            // what came so far is kept

Q_SIGNALS:
    void listed();
    void loadingChanged();
    void progressed(int64_t megabytes, int64_t ofMegabytes); // of 0: not known
    void loaded(const QString& id);
    void stopped(const QString& id);
    void failed(const QString& sentence);

private:
    void takeList(const Result<Json>& answer);

    WorkerClient& client_;
    std::vector<AvailableModel> models_;
    QString loading_;
    WorkerClient::RequestId request_ = 0;
};

} // namespace fusefind
