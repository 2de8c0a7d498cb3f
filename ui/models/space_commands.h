#pragma once

#include "ui/models/engine_commands.h"
#include "ui/models/engine_status.h"

#include <map>
#include <vector>

namespace fusefind {

// A trained space, as `spaces list` and `spaces show` tell of it.
struct SpaceSummary {
    QString name;
    bool inUse = false;
    int dim = 0;
    QStringList encoders = {}; // "efficientnet-lite0 + efficientnet-lite2", one for each modality
    std::vector<std::string> textEncoders = {};
    std::vector<RecallRow> recall = {};

    [[nodiscard]] std::optional<double> meanRecall() const; // of all directions; nothing where none was measured
};

// The trained spaces, by the commands of the command line. Each change says what came of it, once.
class SpaceCommands : public EngineCommands {
    Q_OBJECT

public:
    explicit SpaceCommands(WorkerClient& client, QObject* parent = nullptr) : EngineCommands(client, parent) {}

    [[nodiscard]] const std::vector<SpaceSummary>& spaces() const { return spaces_; }

    void refresh() override;
    void use(const QString& name); // the old one serves until this one is ready
    void remove(const QString& name);
    void exportTo(const QString& name, const std::filesystem::path& file);
    void importFrom(const std::filesystem::path& file, const QString& name = {}); // empty: as it was exported

Q_SIGNALS:
    void used(const QString& name);
    void removed(const QString& name);
    void exported(const QString& name);
    void imported(const QString& name);

private:
    void takeList(const Json& json);
    void takeSpace(const Json& json);

    std::vector<SpaceSummary> spaces_;
};

// Letters, digits, '.', '_' and '-', beginning with a letter or digit: none looks like an option of a command.
[[nodiscard]] bool isSpaceName(const QString& name);
// Made of any text, such as a folder's name, and other than those in use.
[[nodiscard]] QString freeSpaceName(const QString& wish, const std::vector<SpaceSummary>& taken);

} // namespace fusefind
