#include "ui/stand_in_worker.h"

#include "core/base/text.h"
#include "core/protocol/endpoint.h"
#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <cmath>

namespace fusefind {

StandInWorker::StandInWorker() {
    connect(&server_, &QLocalServer::newConnection, this, &StandInWorker::welcome);
    listen();
}

WorkerClient::Options StandInWorker::options() const {
    return {QStringLiteral("/nonexistent/fusefind-worker"), folder_.path(), {}};
}

void StandInWorker::listen() {
    const QString name = QFile::decodeName(workerSocket(folder_.path()).c_str());
    QLocalServer::removeServer(name);
    if (!server_.listen(name)) qFatal("the stand-in worker cannot listen: %s", qPrintable(server_.errorString()));
}

void StandInWorker::die() {
    server_.close();
    waiting_.clear();
    if (socket_) socket_->abort();
}

void StandInWorker::welcome() {
    socket_ = server_.nextPendingConnection();
    reader_ = {};
    connect(socket_, &QLocalSocket::readyRead, this, &StandInWorker::read);
    send(Hello{});
}

void StandInWorker::read() {
    const QByteArray bytes = socket_->readAll();
    reader_.feed({bytes.constData(), static_cast<size_t>(bytes.size())});
    while (auto message = reader_.next().value())
        take(*message);
}

void StandInWorker::take(const Message& message) {
    if (const auto* cancel = std::get_if<Cancel>(&message)) {
        const auto erased = std::erase_if(waiting_, [&](const Waiting& one) { return one.id == cancel->id; });
        cancelled_ += static_cast<int>(erased);
        if (erased > 0) send(Reply{cancel->id, fail(ErrorCode::cancelled, "cancelled")});
        return;
    }
    const auto* const request = std::get_if<Request>(&message);
    if (!request) return;
    const QByteArray method = QByteArray::fromStdString(request->method);
    asked_[method].push_back(request->params);
    if (const Answer part = parts_.value(method)) send(Partial{request->id, part(request->params).value()});
    const Waiting waiting{request->id, request->method, request->params};
    held_.value(method) ? waiting_.push_back(waiting) : reply(waiting);
}

void StandInWorker::release(const char* method) {
    held_.remove(method);
    std::vector<Waiting> now;
    std::erase_if(waiting_, [&](const Waiting& one) {
        if (one.method == method) now.push_back(one);
        return one.method == method;
    });
    for (const Waiting& one : now)
        reply(one);
}

void StandInWorker::reply(const Waiting& request) {
    const Answer answer = answers_.value(QByteArray::fromStdString(request.method));
    send(Reply{request.id, answer ? answer(request.params) : fail(ErrorCode::unsupported, "not scripted")});
}

void StandInWorker::tell(const char* event, const Json& value) {
    send(Event{event, value});
}

void StandInWorker::send(const Message& message) {
    const std::string frame = encodeFrame(message).value();
    socket_->write(frame.data(), static_cast<qint64>(frame.size()));
}

namespace {

constexpr int64_t kNewest = 1'700'000'000'000; // some moment, so that dates do not depend on today

ItemKind kindAt(int64_t number) {
    return number % 3 == 1 ? ItemKind::audio : number % 12 == 2 ? ItemKind::video : ItemKind::image;
}

Result<Json> browse(const Json& params, int64_t count) {
    const BrowseRequest request = browseRequestFromJson(params).value();
    BrowseAnswer answer;
    for (int64_t number = 0; number < count; ++number) {
        if (!request.filter.kinds.empty() && !request.filter.kinds.contains(kindAt(number))) continue;
        const int64_t place = answer.total++;
        if (place >= request.offset && place < request.offset + request.limit)
            answer.items.push_back(madeUpItem(request.order == BrowseOrder::oldest ? count - 1 - number : number));
    }
    return toJson(answer);
}

Result<Json> facets(int64_t count) {
    Facets facets;
    std::array<int64_t, kItemKinds.size()> kinds{};
    for (int64_t number = 0; number < count; ++number)
        ++kinds[static_cast<size_t>(kindAt(number))];
    for (const ItemKind kind : kItemKinds)
        facets.kinds.emplace_back(kind, kinds[static_cast<size_t>(kind)]);
    facets.folders = {{"/library/Holidays", count / 2, false},
                      {"/library/Recordings & takes", count - count / 2, true}};
    facets.years = {{2023, count / 2}, {2022, count - count / 2}};
    return toJson(facets);
}

// Hills under a sky, in colours that the name decides: something to look at.
Result<Json> thumbnail(const Json& params) {
    const std::string name = params.at("path").get<std::string>();
    const int hue = static_cast<int>(std::hash<std::string>()(name) % 360);
    QImage image(256, hue % 3 == 0 ? 320 : 170, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, image.height());
    sky.setColorAt(0, QColor::fromHsv(hue, 120, 240));
    sky.setColorAt(1, QColor::fromHsv((hue + 40) % 360, 60, 250));
    painter.fillRect(image.rect(), sky);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv((hue + 180) % 360, 140, 120));
    painter.drawEllipse(QPoint(90, image.height()), 140, 70);
    painter.setBrush(QColor::fromHsv((hue + 200) % 360, 150, 80));
    painter.drawEllipse(QPoint(220, image.height()), 120, 50);
    painter.end();
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    image.save(&buffer, "JPG", 85);
    return Json{{"jpeg", Json::binary({jpeg.begin(), jpeg.end()})}};
}

Result<Json> waveform(const Json& params) {
    Waveform waveform;
    waveform.seconds = 35;
    const int count = waveformRequestFromJson(params).value().count;
    for (int i = 0; i < count; ++i) {
        const double loud = 0.1 + 0.8 * std::abs(std::sin(i * 0.11) * std::sin(i * 0.37 + 1));
        waveform.peaks.push_back(static_cast<float>(-loud));
        waveform.peaks.push_back(static_cast<float>(loud * 0.9));
    }
    return toJson(waveform);
}

Result<Json> probe(const Json& params) {
    const std::filesystem::path path = params.at("path").get<std::string>();
    if (!std::filesystem::exists(path)) return fail(ErrorCode::notFound, "there is no such file", path);
    if (path.filename().native().find("broken") != std::string::npos)
        return fail(ErrorCode::invalidInput, "neither a picture nor a sound", path);
    LibraryItem item;
    item.path = path;
    item.kind = lowerExtension(path) == ".wav" ? ItemKind::audio : ItemKind::image;
    return toJson(item);
}

Result<Json> search(int hits) {
    LibraryAnswer answer;
    answer.space = "made up";
    answer.elapsedMs = 12;
    for (int place = 0; place < hits; ++place) {
        LibraryHit hit;
        hit.item = madeUpItem(place * 5 % 97);
        hit.score = std::max(-0.9F, 0.42F - 0.0125F * static_cast<float>(place));
        if (hit.item.kind == ItemKind::audio) hit.startSeconds = 35;
        if (place % 6 == 0) hit.similar = {madeUpItem(1000), madeUpItem(1002)};
        answer.hits.push_back(std::move(hit));
    }
    answer.closeScore = 0.3F;
    return toJson(answer);
}

} // namespace

LibraryItem madeUpItem(int64_t number) {
    static constexpr const char* kNames[] = {"picture", "sound", "video"};
    static constexpr const char* kExtensions[] = {".jpg", ".wav", ".mp4"};
    LibraryItem item;
    item.kind = kindAt(number);
    const auto kind = static_cast<size_t>(item.kind);
    item.path = std::string(number % 2 == 0 ? "/library/Holidays/" : "/library/Recordings & takes/") + kNames[kind] +
                " " + std::to_string(number) + kExtensions[kind];
    item.size = 1'000'000 + number;
    item.mtimeMs = kNewest - number * 60'000;
    if (item.kind != ItemKind::image) item.seconds = static_cast<double>(35 + number % 5000);
    if (item.kind == ItemKind::image) item.width = 4000, item.height = 3000;
    return item;
}

void serveLibrary(StandInWorker& worker, int64_t count, int hits) {
    worker.answer(method::kBrowse, [count](const Json& params) { return browse(params, count); });
    worker.answer(method::kFacets, [count](const Json&) { return facets(count); });
    worker.answer(method::kThumbnail, thumbnail);
    worker.answer(method::kWaveform, waveform);
    worker.answer(method::kProbe, probe);
    worker.answer(method::kSearch, [hits](const Json&) { return search(hits); });
}

} // namespace fusefind
