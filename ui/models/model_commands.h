#pragma once

#include "core/base/modality.h"
#include "ui/models/engine_commands.h"

#include <QtCore/QStringList>
#include <vector>

namespace fusefind {

// An installed model, as `models list` tells of it.
struct ModelSummary {
    QString id = {};
    std::vector<std::pair<Modality, int>> reads = {}; // and the dimensions of their latents
    int64_t bytes = 0;                                // on disk
    QString licence = {};                             // empty: it does not say, as are:
    QString credit = {};
    QStringList languages = {};
    QStringList spaces = {}; // that cannot be searched in without it
    bool program = false;    // it runs code of its own
};

// May throw what Json throws.
ModelSummary summaryOf(const Json& model);

// The installed models, by the commands of the command line. Each change says what came of it, once.
class ModelCommands : public EngineCommands {
    Q_OBJECT

public:
    explicit ModelCommands(WorkerClient& client, QObject* parent = nullptr) : EngineCommands(client, parent) {}

    [[nodiscard]] const std::vector<ModelSummary>& models() const { return models_; }

    void refresh() override;
    // Absolute; in Hugging Face's layout. A model that is a program is not added: needsTrust() says so.
    void add(const std::filesystem::path& folder);
    void addTrusted(const std::filesystem::path& folder); // the same, also of a program
    void remove(const QString& id);

Q_SIGNALS:
    void added(const QString& id);
    void needsTrust(const std::filesystem::path& folder);
    void removed(const QString& id);

private:
    void addAs(const std::filesystem::path& folder, const QStringList& options);
    void takeList(const Json& json);

    std::vector<ModelSummary> models_;
};

} // namespace fusefind
