#include "core/protocol/library_messages.h"

#include "core/protocol/internal/library_fields.h"

#include <array>

namespace fusefind {

namespace {

constexpr int64_t kMostItemsAtOnce = 10'000;

constexpr std::array<const char*, 5> kOrders{"newest", "oldest", "name", "largest", "longest"}; // as BrowseOrder
constexpr std::array<const char*, 5> kPhases{"idle", "discover", "encode", "index", "paused"};  // as ScanPhase

using KindFacet = std::pair<ItemKind, int64_t>;

Result<KindFacet> readKindFacet(const Json& json) {
    KindFacet facet;
    FieldReader fields(json, "a kind's count");
    fields.value("kind", facet.first, kindFromJson);
    readCount(fields, "items", facet.second);
    return fields.finish(facet);
}

Result<FolderFacet> readFolderFacet(const Json& json) {
    FolderFacet facet;
    FieldReader fields(json, "a folder's count");
    fields.file("path", facet.path);
    readCount(fields, "items", facet.items);
    fields.flag("offline", facet.offline);
    return fields.finish(std::move(facet));
}

Result<YearFacet> readYearFacet(const Json& json) {
    constexpr int kFarthestYear = 1'000'000; // a file's date may be any number of milliseconds
    YearFacet facet;
    FieldReader fields(json, "a year's count");
    fields.whole("year", facet.year, -kFarthestYear, kFarthestYear);
    readCount(fields, "items", facet.items);
    return fields.finish(facet);
}

Result<FolderProgress> readFolderProgress(const Json& json) {
    FolderProgress progress;
    FieldReader fields(json, "a folder's progress");
    fields.file("path", progress.path);
    readCount(fields, "done", progress.done);
    readCount(fields, "total", progress.total);
    return fields.finish(std::move(progress));
}

} // namespace

Json toJson(const LibraryItem& item) {
    Json json{{"path", pathJson(item.path)}, {"kind", kindJson(item.kind)}, {"size", item.size},
              {"mtimeMs", item.mtimeMs},     {"width", item.width},         {"height", item.height},
              {"seconds", item.seconds}};
    writeOptional(json, "takenMs", item.takenMs);
    return json;
}

Result<LibraryItem> libraryItemFromJson(const Json& json) {
    constexpr int kMostPixels = std::numeric_limits<int>::max();
    LibraryItem item;
    FieldReader fields(json, "a file");
    fields.file("path", item.path);
    fields.value("kind", item.kind, kindFromJson);
    readCount(fields, "size", item.size);
    fields.whole("mtimeMs", item.mtimeMs, -kMostMoment, kMostMoment);
    fields.whole("width", item.width, 0, kMostPixels);
    fields.whole("height", item.height, 0, kMostPixels);
    fields.number("seconds", item.seconds, 0, kMostSeconds);
    readMoment(fields, "takenMs", item.takenMs);
    return fields.finish(std::move(item));
}

Json toJson(const BrowseRequest& request) {
    return {{"filter", filterJson(request.filter)},
            {"order", kOrders.at(static_cast<size_t>(request.order))},
            {"offset", request.offset},
            {"limit", request.limit}};
}

Result<BrowseRequest> browseRequestFromJson(const Json& json) {
    BrowseRequest request;
    FieldReader fields(json, "the request for files");
    fields.value("filter", request.filter, readFilter);
    fields.name("order", request.order, kOrders);
    readCount(fields, "offset", request.offset);
    fields.whole<int64_t>("limit", request.limit, 0, kMostItemsAtOnce);
    return fields.finish(std::move(request));
}

Json toJson(const BrowseAnswer& answer) {
    return {{"total", answer.total},
            {"items", listJson(answer.items, [](const LibraryItem& item) { return toJson(item); })}};
}

Result<BrowseAnswer> browseAnswerFromJson(const Json& json) {
    BrowseAnswer answer;
    FieldReader fields(json, "the list of files");
    readCount(fields, "total", answer.total);
    fields.list("items", answer.items, libraryItemFromJson);
    return fields.finish(std::move(answer));
}

Json toJson(const Facets& facets) {
    const auto kind = [](const KindFacet& facet) -> Json {
        return {{"kind", kindJson(facet.first)}, {"items", facet.second}};
    };
    const auto folder = [](const FolderFacet& facet) -> Json {
        return {{"path", pathJson(facet.path)}, {"items", facet.items}, {"offline", facet.offline}};
    };
    const auto year = [](const YearFacet& facet) -> Json { return {{"year", facet.year}, {"items", facet.items}}; };
    return {{"kinds", listJson(facets.kinds, kind)},
            {"folders", listJson(facets.folders, folder)},
            {"years", listJson(facets.years, year)}};
}

Result<Facets> facetsFromJson(const Json& json) {
    Facets facets;
    FieldReader fields(json, "the facets");
    fields.list("kinds", facets.kinds, readKindFacet);
    fields.list("folders", facets.folders, readFolderFacet);
    fields.list("years", facets.years, readYearFacet);
    return fields.finish(std::move(facets));
}

Json toJson(const ScanState& state) {
    const auto folder = [](const FolderProgress& progress) -> Json {
        return {{"path", pathJson(progress.path)}, {"done", progress.done}, {"total", progress.total}};
    };
    Json json{{"phase", kPhases.at(static_cast<size_t>(state.phase))},
              {"done", state.done},
              {"total", state.total},
              {"perSecond", state.perSecond},
              {"folders", listJson(state.folders, folder)},
              {"skipped", state.skipped},
              {"problem", state.problem}};
    writeOptional(json, "remainingSeconds", state.remainingSeconds);
    return json;
}

Result<ScanState> scanStateFromJson(const Json& json) {
    constexpr double kFastest = 1e12;
    ScanState state;
    FieldReader fields(json, "the state of the scan");
    fields.name("phase", state.phase, kPhases);
    readCount(fields, "done", state.done);
    readCount(fields, "total", state.total);
    fields.number("perSecond", state.perSecond, 0, kFastest);
    readSeconds(fields, "remainingSeconds", state.remainingSeconds);
    fields.list("folders", state.folders, readFolderProgress);
    readCount(fields, "skipped", state.skipped);
    fields.text("problem", state.problem);
    return fields.finish(std::move(state));
}

} // namespace fusefind
