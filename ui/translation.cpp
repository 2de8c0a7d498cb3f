#include "ui/translation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLibraryInfo>
#include <QtCore/QLocale>
#include <QtCore/QTranslator>
#include <algorithm>
#include <array>
#include <memory>

namespace fusefind {

namespace {

const QString kName = QStringLiteral("fusefind.translation");
constexpr std::array kLanguages{QLocale::English, QLocale::German, QLocale::Japanese};

QLocale::Language preferredLanguage() {
    for (const QString& name : QLocale::system().uiLanguages()) {
        const auto* const known = std::ranges::find(kLanguages, QLocale(name).language());
        if (known != kLanguages.end()) return *known;
    }
    return QLocale::English;
}

// The system's way with numbers and dates, where it speaks that language at all: Austria's, not Germany's.
QLocale localeOf(QLocale::Language language) {
    const QLocale system = QLocale::system();
    return system.language() == language ? system : QLocale(language);
}

// A file that is not there is passed over: its texts stay English.
void install(const QString& file) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file) || !QCoreApplication::installTranslator(translator.get())) return;
    translator->setObjectName(kName);
    translator.release()->setParent(QCoreApplication::instance());
}

} // namespace

void installTranslation(const QString& language) {
    const QLocale::Language wanted = language.isEmpty() ? preferredLanguage() : QLocale(language).language();
    const QString code = QLocale::languageToCode(wanted);
    QLocale::setDefault(localeOf(wanted));
    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>(kName)); // of an earlier call
    install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_%1.qm").arg(code));
    install(QStringLiteral(":/i18n/fusefind_%1.qm").arg(code));
}

} // namespace fusefind
