#include "ui/models/space_commands.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace fusefind {

namespace {

constexpr int kLongestName = 64;

const QString kSpaces = QStringLiteral("spaces");

QString nativeName(const std::filesystem::path& file) {
    return QFile::decodeName(file.c_str());
}

QStringList encodersOf(const Json& json) {
    QStringList all;
    for (const auto& [modality, ids] : json.items()) {
        QStringList joined;
        for (const Json& id : ids)
            joined << QString::fromStdString(id.get<std::string>());
        all << joined.join(QStringLiteral(" + "));
    }
    return all;
}

} // namespace

std::optional<double> SpaceSummary::meanRecall() const {
    if (recall.empty()) return {};
    double sum = 0;
    for (const RecallRow& row : recall)
        sum += (row.r1 + row.r5 + row.r10) / 3;
    return sum / static_cast<double>(recall.size());
}

void SpaceCommands::refresh() {
    ask({kSpaces, QStringLiteral("list")}, [this](const Json& json) { takeList(json); });
}

void SpaceCommands::use(const QString& name) {
    change({kSpaces, QStringLiteral("use"), name}, [this, name](const Json&) { Q_EMIT used(name); });
}

void SpaceCommands::remove(const QString& name) {
    change({kSpaces, QStringLiteral("remove"), name}, [this, name](const Json&) { Q_EMIT removed(name); });
}

void SpaceCommands::exportTo(const QString& name, const std::filesystem::path& file) {
    change({kSpaces, QStringLiteral("export"), name, nativeName(file)},
           [this, name](const Json&) { Q_EMIT exported(name); });
}

void SpaceCommands::importFrom(const std::filesystem::path& file, const QString& name) {
    QStringList arguments{kSpaces, QStringLiteral("import"), nativeName(file)};
    if (!name.isEmpty()) arguments << QStringLiteral("--name") << name;
    change(arguments, [this](const Json& json) {
        Q_EMIT imported(QString::fromStdString(json.value("imported", std::string())));
    });
}

void SpaceCommands::takeList(const Json& json) {
    std::vector<SpaceSummary> found;
    for (const Json& one : json.at("spaces")) {
        const QString name = QString::fromStdString(one.at("name").get<std::string>());
        const auto known = std::ranges::find(spaces_, name, &SpaceSummary::name);
        found.push_back(known == spaces_.end() ? SpaceSummary{.name = name} : *known);
        found.back().inUse = one.at("in_use").get<bool>();
    }
    spaces_ = std::move(found);
    Q_EMIT listed();
    for (const SpaceSummary& space : spaces_)
        ask({kSpaces, QStringLiteral("show"), space.name}, [this](const Json& shown) { takeSpace(shown); });
}

void SpaceCommands::takeSpace(const Json& json) {
    const QString name = QString::fromStdString(json.at("name").get<std::string>());
    const auto space = std::ranges::find(spaces_, name, &SpaceSummary::name);
    if (space == spaces_.end()) return;
    space->dim = json.at("dim").get<int>();
    space->encoders = encodersOf(json.at("encoders"));
    space->textEncoders = json.at("encoders").value("text", std::vector<std::string>());
    space->recall = recallRowsFromJson(json.at("recall"));
    Q_EMIT listed();
}

bool isSpaceName(const QString& name) {
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]*$"));
    return name.size() <= kLongestName && allowed.match(name).hasMatch();
}

QString freeSpaceName(const QString& wish, const std::vector<SpaceSummary>& taken) {
    static const QRegularExpression forbidden(QStringLiteral("[^A-Za-z0-9._]+"));
    static const QRegularExpression atTheEnds(QStringLiteral("^[._-]+|[._-]+$"));
    QString base = wish;
    base.replace(forbidden, QStringLiteral("-")).remove(atTheEnds);
    constexpr int kRoomForNumber = 8;
    base.truncate(kLongestName - kRoomForNumber);
    if (base.isEmpty()) base = QStringLiteral("mine");
    const auto isTaken = [&](const QString& name) {
        return std::ranges::find(taken, name, &SpaceSummary::name) != taken.end();
    };
    QString name = base;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1-%2").arg(base).arg(number);
    return name;
}

} // namespace fusefind
