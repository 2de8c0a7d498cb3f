#include "app/worker/media_methods.h"

#include "app/worker/database_pool.h"
#include "core/base/hash.h"
#include "core/library/browse.h"
#include "core/media/probe.h"
#include "core/media/sound.h"
#include "core/media/spectrogram.h"
#include "core/media/thumbnail.h"
#include "core/media/waveform.h"
#include "core/protocol/library_messages.h"
#include "core/protocol/media_messages.h"
#include "core/protocol/methods.h"
#include "gpu/jobs/crash_marker.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <new>

namespace fusefind {

struct MediaMethods::State {
    std::filesystem::path thumbnails;
    DatabasePool databases;
};

namespace {

struct FileStamp {
    int64_t size = 0;
    int64_t mtimeNs = 0;
};

// What is no ordinary file is refused before anybody opens it: opening alone moves tapes and waits for pipes.
Result<FileStamp> ordinaryFile(const std::filesystem::path& path) {
    if (!path.is_absolute() || path.native().find('\0') != std::string::npos)
        return fail(ErrorCode::invalidInput, "not a whole path from the root on", path);
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return fail(systemError("cannot open", path, errno));
    if (S_ISDIR(info.st_mode)) return fail(ErrorCode::invalidInput, "a folder, not a file", path);
    if (!S_ISREG(info.st_mode)) return fail(ErrorCode::invalidInput, "not a file but a device, pipe or socket", path);
    return FileStamp{info.st_size, int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec};
}

// The content, if the library knows it and the file has not changed; else what stands for it.
Sha256 contentOf(MediaMethods::State& state, const std::filesystem::path& path, const FileStamp& stamp) {
    const auto known = state.databases.with(
        [&](Database& database) { return unchangedContent(database, path, stamp.size, stamp.mtimeNs); });
    if (known && *known) return **known;
    const std::string text = fmt::format("{}\n{}\n{}", stamp.size, stamp.mtimeNs, path.native());
    return hashBytes(std::as_bytes(std::span(text)));
}

Error withoutPicture(Error error, const std::filesystem::path& path) {
    if (error.code != ErrorCode::unsupported) return error;
    const auto kind = kindByExtension(path);
    if (kind == ItemKind::audio) return {ErrorCode::invalidInput, "a sound has no picture", path, {}};
    if (kind == ItemKind::video) return {ErrorCode::unsupported, "pictures of videos are not shown yet", path, {}};
    return error;
}

using Params = const Json&;
using Stop = const std::stop_token&;

Result<Json> thumbnail(MediaMethods::State& state, Params params, Stop) {
    FUSEFIND_TRY_ASSIGN(const auto request, thumbnailRequestFromJson(params));
    FUSEFIND_TRY_ASSIGN(const auto stamp, ordinaryFile(request.path));
    const CrashMarker::Reading reading(request.path);
    ThumbnailOptions options;
    options.longSide = request.longSide;
    const auto jpeg = thumbnailOf(request.path, contentOf(state, request.path, stamp), state.thumbnails, options);
    if (!jpeg) return fail(withoutPicture(jpeg.error(), request.path));
    return Json{{"jpeg", Json::binary({jpeg->begin(), jpeg->end()})}};
}

Result<Json> picture(MediaMethods::State&, Params params, Stop) {
    FUSEFIND_TRY_ASSIGN(const auto request, pictureRequestFromJson(params));
    FUSEFIND_TRY(ordinaryFile(request.path));
    const CrashMarker::Reading reading(request.path);
    auto reduced = reducedPicture(request.path, request.longSide);
    if (!reduced) return fail(withoutPicture(reduced.error(), request.path));
    return toJson(PixelBlock{reduced->width, reduced->height, 3, std::move(reduced->rgb)});
}

Result<Json> probe(MediaMethods::State&, Params params, Stop) {
    const auto member = params.find("path");
    if (member == params.end() || !member->is_string())
        return fail(ErrorCode::invalidInput, "the file to look into is missing");
    LibraryItem item;
    item.path = member->get<std::string>();
    FUSEFIND_TRY_ASSIGN(const auto stamp, ordinaryFile(item.path));
    const CrashMarker::Reading reading(item.path);
    FUSEFIND_TRY_ASSIGN(const auto info, probeMedia(item.path));
    item.kind = info.kind;
    item.size = stamp.size;
    item.mtimeMs = stamp.mtimeNs / 1'000'000;
    item.width = info.width;
    item.height = info.height;
    item.seconds = info.seconds;
    if (info.taken) item.takenMs = std::chrono::milliseconds(info.taken->time_since_epoch()).count();
    return toJson(item);
}

Result<Json> sound(MediaMethods::State&, Params params, Stop stop) {
    constexpr int kLowestRate = 1000;
    FUSEFIND_TRY_ASSIGN(const auto request, soundRequestFromJson(params));
    if (request.sampleRate < kLowestRate)
        return fail(ErrorCode::invalidInput, fmt::format("a sampling rate below {} Hz", kLowestRate));
    FUSEFIND_TRY(ordinaryFile(request.path));
    const CrashMarker::Reading reading(request.path);
    FUSEFIND_TRY_ASSIGN(auto reader, SoundReader::open(request.path, request.sampleRate));
    FUSEFIND_TRY(reader.seek(request.start, stop));
    SoundBlock block{request.sampleRate, {}};
    FUSEFIND_TRY_ASSIGN(block.samples, reader.read(std::llround(request.seconds * request.sampleRate)));
    return toJson(block);
}

Result<Json> waveform(MediaMethods::State&, Params params, Stop stop) {
    constexpr int kMostPeaks = 100'000; // more than any screen shows
    FUSEFIND_TRY_ASSIGN(const auto request, waveformRequestFromJson(params));
    if (request.count > kMostPeaks)
        return fail(ErrorCode::limit, fmt::format("more than {} stretches of a waveform", kMostPeaks));
    FUSEFIND_TRY(ordinaryFile(request.path));
    const CrashMarker::Reading reading(request.path);
    FUSEFIND_TRY_ASSIGN(const auto drawn, waveformPeaks(request.path, static_cast<size_t>(request.count), stop));
    return toJson(Waveform{drawn.seconds, {drawn.peaks.values().begin(), drawn.peaks.values().end()}});
}

Result<Json> spectrogram(MediaMethods::State&, Params params, Stop stop) {
    FUSEFIND_TRY_ASSIGN(const auto request, spectrogramRequestFromJson(params));
    FUSEFIND_TRY(ordinaryFile(request.path));
    const CrashMarker::Reading reading(request.path);
    const SpectrogramView view{request.start, request.seconds, request.width, request.height};
    FUSEFIND_TRY_ASSIGN(auto drawn, spectrogramOf(request.path, view, stop));
    return toJson(PixelBlock{drawn.width, drawn.height, 1, std::move(drawn.pixels)});
}

Result<Json> browse(MediaMethods::State& state, Params params, Stop) {
    FUSEFIND_TRY_ASSIGN(const auto request, browseRequestFromJson(params));
    FUSEFIND_TRY_ASSIGN(const auto page,
                        state.databases.with([&](Database& database) { return browseLibrary(database, request); }));
    return toJson(page);
}

Result<Json> facets(MediaMethods::State& state, Params, Stop) {
    FUSEFIND_TRY_ASSIGN(const auto counted, state.databases.with(libraryFacets));
    return toJson(counted);
}

struct Method {
    std::string_view name;
    Result<Json> (*answer)(MediaMethods::State&, Params, Stop);
};

constexpr std::array<Method, 8> kMethods{{{method::kThumbnail, thumbnail},
                                          {method::kPicture, picture},
                                          {method::kProbe, probe},
                                          {method::kSound, sound},
                                          {method::kWaveform, waveform},
                                          {method::kSpectrogram, spectrogram},
                                          {method::kBrowse, browse},
                                          {method::kFacets, facets}}};

} // namespace

MediaMethods::MediaMethods(std::filesystem::path thumbnails, std::filesystem::path database)
    : state_(new State{std::move(thumbnails), DatabasePool(std::move(database))}) {}
MediaMethods::~MediaMethods() = default;

bool MediaMethods::handles(std::string_view method) {
    return std::ranges::find(kMethods, method, &Method::name) != kMethods.end();
}

Result<Json> MediaMethods::answer(std::string_view method, const Json& params, const std::stop_token& stop) {
    const auto found = std::ranges::find(kMethods, method, &Method::name);
    if (found == kMethods.end()) return fail(ErrorCode::unsupported, fmt::format("there is no method {}", method));
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    try {
        return found->answer(*state_, params, stop);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::outOfMemory, "not enough memory for this answer");
    }
}

} // namespace fusefind
