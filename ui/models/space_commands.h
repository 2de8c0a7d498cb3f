#pragma once

#include "ui/client/worker_client.h"
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
    std::vector<RecallRow> recall = {};

    [[nodiscard]] std::optional<double> meanRecall() const; // of all directions; nothing where none was measured
};

// The trained spaces, by the commands of the command line. Each change says what came of it, once.
class SpaceCommands : public QObject {
    Q_OBJECT

public:
    explicit SpaceCommands(WorkerClient& client, QObject* parent = nullptr) : QObject(parent), client_(client) {}

    [[nodiscard]] const std::vector<SpaceSummary>& spaces() const { return spaces_; }
    [[nodiscard]] bool busy() const { return underWay_ > 0; }

    void refresh();
    void use(const QString& name); // the old one serves until this one is ready
    void remove(const QString& name);
    void exportTo(const QString& name, const std::filesystem::path& file);
    void importFrom(const std::filesystem::path& file, const QString& name = {}); // empty: as it was exported

Q_SIGNALS:
    void listed();
    void busyChanged();
    void used(const QString& name);
    void removed(const QString& name);
    void exported(const QString& name);
    void imported(const QString& name);
    void failed(const QString& sentence);

private:
    enum class Effect { none, change };
    void run(const QStringList& arguments, Effect effect, std::function<void(const Json&)> succeeded);
    void takeList(const Json& json);
    void takeSpace(const Json& json);

    WorkerClient& client_;
    std::vector<SpaceSummary> spaces_;
    int underWay_ = 0;
};

// Letters, digits, '.', '_' and '-', beginning with a letter or digit: none looks like an option of a command.
[[nodiscard]] bool isSpaceName(const QString& name);
// Made of any text, such as a folder's name, and other than those in use.
[[nodiscard]] QString freeSpaceName(const QString& wish, const std::vector<SpaceSummary>& taken);

} // namespace fusefind
