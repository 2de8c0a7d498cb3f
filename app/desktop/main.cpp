#include "core/base/data_dir.h"
#include "core/base/text.h"
#include "ui/client/single_instance.h"
#include "ui/client/worker_client.h"
#include "ui/preferences.h"
#include "ui/theme/appearance.h"
#include "ui/translation.h"
#include "ui/views/main_window.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>
#include <cstdio>

namespace {

using namespace fusefind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

struct Options {
    std::filesystem::path dataDir;
    std::filesystem::path sample;
    QStringList worker; // handed on to the worker
};

// Ends the program for --help, --version and what it does not know.
Options readOptions(const QCoreApplication& application) {
    const QCommandLineOption dataDir(QStringLiteral("data-dir"), Words::tr("Where FuseFind keeps its data."),
                                     QStringLiteral("DIR"), QFile::decodeName(DataDir::defaultRoot().c_str()));
    const QCommandLineOption device(
        QStringLiteral("device"), Words::tr("What to compute on: auto, cpu, cuda or cuda:N."), QStringLiteral("NAME"));
    const QCommandLineOption threads(QStringLiteral("threads"), Words::tr("Threads for computing; 0: one a core."),
                                     QStringLiteral("N"));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    Words::tr("A folder with a library to try, and with pairs to train on."),
                                    QStringLiteral("DIR"), qEnvironmentVariable("FUSEFIND_SAMPLE"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Finds your own pictures and sounds by words, by a sound, or by a picture."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({dataDir, device, threads, sample});
    parser.process(application);

    Options options{QFile::encodeName(parser.value(dataDir)).toStdString(),
                    QFile::encodeName(parser.value(sample)).toStdString(),
                    {}};
    for (const auto& option : {device, threads})
        if (parser.isSet(option))
            options.worker << QStringLiteral("--") + option.names().first() << parser.value(option);
    return options;
}

// Beside this program, or where a build leaves it.
QString workerProgram() {
    const QString name = QStringLiteral("fusefind-worker");
    const QString here = QCoreApplication::applicationDirPath();
    const QString found = QStandardPaths::findExecutable(name, {here, here + QStringLiteral("/../worker")});
    return found.isEmpty() ? here + QLatin1Char('/') + name : found;
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("fusefind"));
    QApplication::setApplicationDisplayName(QStringLiteral("FuseFind"));
    QApplication::setApplicationVersion(QStringLiteral(FUSEFIND_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("fusefind"));
    installTranslation({}); // for --help: what is remembered is not known before the options are
    const Options options = readOptions(application);

    const SingleInstance instance(options.dataDir);
    if (!instance.isFirst()) {
        if (instance.askFirst()) return 0;
        std::fprintf(stderr, "error: a window of FuseFind is open on this data directory and does not answer: %s\n",
                     toUtf8(options.dataDir).c_str());
        return 1;
    }

    const Preferences preferences(options.dataDir);
    installTranslation(preferences.language());
    applyAppearance(preferences.appearance());
    // What the command line says comes after what is remembered, and so counts.
    WorkerClient client({workerProgram(), options.dataDir, preferences.workerArguments() + options.worker});
    MainWindow window(client);
    window.usePreferences(preferences);
    window.offerSample(SampleData::in(options.sample));
    QObject::connect(&instance, &SingleInstance::activationRequested, &window, [&window] {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.show();
        window.raise();
        window.activateWindow();
    });
    window.show();
    client.start();
    return QApplication::exec();
}
