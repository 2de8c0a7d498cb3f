#include "ui/models/folder_commands.h"

#include <QtCore/QFile>

namespace fusefind {

void FolderCommands::add(const Paths& folders) {
    run(QStringLiteral("add"), folders, &FolderCommands::added);
}

void FolderCommands::remove(const Paths& folders) {
    run(QStringLiteral("remove"), folders, &FolderCommands::removed);
}

void FolderCommands::run(const QString& verb, const Paths& folders, Succeeded succeeded) {
    if (folders.empty()) return;
    QStringList arguments{QStringLiteral("library"), verb};
    for (const auto& folder : folders) // absolute, so none looks like an option
        arguments << QFile::decodeName(folder.c_str());
    client_.command(arguments, this, [this, folders, succeeded](const Result<Json>& answer) {
        if (answer)
            Q_EMIT(this->*succeeded)(folders);
        else
            Q_EMIT failed(QString::fromStdString(answer.error().text()));
    });
}

} // namespace fusefind
