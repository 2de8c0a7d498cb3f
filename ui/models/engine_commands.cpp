#include "ui/models/engine_commands.h"

namespace fusefind {

void EngineCommands::ask(const QStringList& arguments, Succeeded succeeded) {
    client_.command(arguments, this,
                    [this, succeeded = std::move(succeeded)](const Result<Json>& answer) { take(answer, succeeded); });
}

void EngineCommands::change(const QStringList& arguments, Succeeded succeeded) {
    const auto count = [this](int change) {
        underWay_ += change;
        Q_EMIT busyChanged();
    };
    count(1);
    client_.command(arguments, this, [this, count, succeeded = std::move(succeeded)](const Result<Json>& answer) {
        count(-1);
        take(answer, succeeded);
        if (answer) refresh();
    });
}

void EngineCommands::take(const Result<Json>& answer, const Succeeded& succeeded) {
    if (!answer) return Q_EMIT failed(QString::fromStdString(answer.error().text()));
    try {
        succeeded(*answer);
    } catch (const Json::exception&) {
        Q_EMIT failed(tr("The engine's answer cannot be read."));
    }
}

} // namespace fusefind
