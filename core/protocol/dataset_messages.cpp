#include "core/protocol/dataset_messages.h"

#include "core/protocol/internal/train_fields.h"

namespace fusefind {

namespace {

constexpr int64_t kMostPairsAtOnce = 10'000;
constexpr double kMostFit = 1e9;

// As the enumerations.
constexpr std::array<const char*, kDataPairKinds.size()> kKinds{"image_text", "audio_text", "image_audio"};
constexpr std::array<const char*, kSplits.size()> kSplitNames{"train", "validation", "test"};
constexpr std::array<const char*, 4> kOrders{"folder", "misfits", "rank", "twins"};
constexpr std::array<const char*, 4> kChanges{"exclude", "include", "mend", "move"};

template <class Enum, size_t kCount>
std::optional<Enum> named(std::string_view name, const std::array<const char*, kCount>& names) {
    const auto found = std::ranges::find(names, name, [](const char* one) { return std::string_view(one); });
    return found == names.end() ? std::nullopt : std::optional(static_cast<Enum>(found - names.begin()));
}

template <class Enum>
Json nameJson(Enum value) {
    return codeOf(value);
}

Result<DataPairKind> kindFromJson(const Json& json) {
    const auto kind = json.is_string() ? dataPairKindFromString(json.get_ref<const std::string&>()) : std::nullopt;
    if (kind) return *kind;
    return fail(ErrorCode::invalidInput, "no kind of pairs");
}
Result<Split> splitFromJson(const Json& json) {
    const auto split = json.is_string() ? splitFromString(json.get_ref<const std::string&>()) : std::nullopt;
    if (split) return *split;
    return fail(ErrorCode::invalidInput, "neither train, validation nor test");
}

Result<int64_t> numberFromJson(const Json& json) {
    if (!json.is_number_integer()) return fail(ErrorCode::invalidInput, "not a whole number");
    return json.get<int64_t>();
}

void readFlag(FieldReader& fields, const char* key, std::optional<bool>& flag) {
    fields.optional(key, flag, [&](bool& value) { fields.flag(key, value); });
}

Json filterJson(const DataPairFilter& filter) {
    Json json{{"kinds", listJson(filter.kinds, nameJson<DataPairKind>)},
              {"splits", listJson(filter.splits, nameJson<Split>)},
              {"words", filter.words}};
    writeOptional(json, "problem", filter.problem);
    writeOptional(json, "excluded", filter.excluded);
    writeOptional(json, "item", filter.item);
    if (!filter.pairs.empty()) json["pairs"] = numbersJson(filter.pairs);
    if (filter.order != PairOrder::folder) json["order"] = kOrders.at(static_cast<size_t>(filter.order));
    return json;
}

Result<DataPairFilter> readFilter(const Json& json) {
    DataPairFilter filter;
    std::vector<DataPairKind> kinds;
    std::vector<Split> splits;
    FieldReader fields(json, "the filter");
    fields.list("kinds", kinds, kindFromJson);
    fields.list("splits", splits, splitFromJson);
    filter.kinds.insert(kinds.begin(), kinds.end());
    filter.splits.insert(splits.begin(), splits.end());
    fields.text("words", filter.words);
    readFlag(fields, "problem", filter.problem);
    readFlag(fields, "excluded", filter.excluded);
    fields.optional("item", filter.item, [&](int64_t& value) { fields.whole<int64_t>("item", value, 0, kMostCount); });
    if (fields.has("pairs")) fields.numbers("pairs", filter.pairs);
    if (fields.has("order")) fields.name("order", filter.order, kOrders);
    fields.require(std::ranges::is_sorted(filter.pairs), "the numbers of pairs do not ascend");
    return fields.finish(std::move(filter));
}

Json pairJson(const DataPair& pair) {
    Json json{{"id", pair.id},
              {"kind", codeOf(pair.kind)},
              {"image", pathJson(pair.image)},
              {"sound", pathJson(pair.sound)},
              {"soundIsVideo", pair.soundIsVideo},
              {"caption", pair.caption},
              {"original", pair.original},
              {"split", codeOf(pair.split)},
              {"moved", pair.moved},
              {"excluded", pair.excluded},
              {"problem", pair.problem},
              {"missing", pair.missing},
              {"item", pair.item},
              {"size", pair.size},
              {"mtimeMs", pair.mtimeMs},
              {"width", pair.width},
              {"height", pair.height},
              {"seconds", pair.seconds},
              {"hasTwins", pair.hasTwins}};
    writeOptional(json, "fit", pair.fit);
    writeOptional(json, "rank", pair.rank);
    return json;
}

Result<DataPair> readPair(const Json& json) {
    constexpr int kMostPixels = std::numeric_limits<int>::max();
    DataPair pair;
    FieldReader fields(json, "a pair");
    readCount(fields, "id", pair.id);
    fields.name("kind", pair.kind, kKinds);
    fields.path("image", pair.image);
    fields.path("sound", pair.sound);
    fields.flag("soundIsVideo", pair.soundIsVideo);
    fields.text("caption", pair.caption);
    fields.text("original", pair.original);
    fields.name("split", pair.split, kSplitNames);
    fields.flag("moved", pair.moved);
    fields.flag("excluded", pair.excluded);
    fields.text("problem", pair.problem);
    fields.flag("missing", pair.missing);
    readCount(fields, "item", pair.item);
    readCount(fields, "size", pair.size);
    fields.whole("mtimeMs", pair.mtimeMs, -kMostMoment, kMostMoment);
    fields.whole("width", pair.width, 0, kMostPixels);
    fields.whole("height", pair.height, 0, kMostPixels);
    fields.number("seconds", pair.seconds, 0, kMostSeconds);
    fields.flag("hasTwins", pair.hasTwins);
    fields.optional("fit", pair.fit, [&](double& fit) { fields.number("fit", fit, -kMostFit, kMostFit); });
    fields.optional("rank", pair.rank, [&](int64_t& rank) { fields.whole<int64_t>("rank", rank, 1, kMostCount); });
    return fields.finish(std::move(pair));
}

Json rangeJson(const RowRange& range) {
    return {{"first", range.first}, {"count", range.count}};
}

Result<RowRange> readRange(const Json& json) {
    RowRange range;
    FieldReader fields(json, "a range of rows");
    readCount(fields, "first", range.first);
    readCount(fields, "count", range.count);
    return fields.finish(range);
}

} // namespace

std::string_view codeOf(DataPairKind kind) {
    return kKinds.at(static_cast<size_t>(kind));
}
std::string_view codeOf(Split split) {
    return kSplitNames.at(static_cast<size_t>(split));
}
std::optional<DataPairKind> dataPairKindFromString(std::string_view name) {
    return named<DataPairKind>(name, kKinds);
}
std::optional<Split> splitFromString(std::string_view name) {
    return named<Split>(name, kSplitNames);
}

Json toJson(const DataSetInfo& info) {
    return {{"id", info.id},          {"path", pathJson(info.path)}, {"format", info.format},
            {"pairs", info.pairs},    {"problems", info.problems},   {"readAtMs", info.readAtMs},
            {"offline", info.offline}};
}

Result<DataSetInfo> dataSetInfoFromJson(const Json& json) {
    DataSetInfo info;
    FieldReader fields(json, "a data set");
    readCount(fields, "id", info.id);
    fields.file("path", info.path);
    fields.text("format", info.format);
    readCount(fields, "pairs", info.pairs);
    readCount(fields, "problems", info.problems);
    fields.whole("readAtMs", info.readAtMs, -kMostMoment, kMostMoment);
    fields.flag("offline", info.offline);
    return fields.finish(std::move(info));
}

Result<std::vector<DataSetInfo>> dataSetsFromJson(const Json& json) {
    std::vector<DataSetInfo> sets;
    FieldReader fields(json, "the data sets");
    fields.list("dataSets", sets, dataSetInfoFromJson);
    return fields.finish(std::move(sets));
}

Json toJson(const DataPageRequest& request) {
    return {{"dataSet", request.dataSet},
            {"filter", filterJson(request.filter)},
            {"offset", request.offset},
            {"limit", request.limit}};
}

Result<DataPageRequest> dataPageRequestFromJson(const Json& json) {
    DataPageRequest request;
    FieldReader fields(json, "the request for pairs");
    readCount(fields, "dataSet", request.dataSet);
    fields.value("filter", request.filter, readFilter);
    readCount(fields, "offset", request.offset);
    fields.whole<int64_t>("limit", request.limit, 0, kMostPairsAtOnce);
    return fields.finish(std::move(request));
}

Json toJson(const DataPairPage& page) {
    return {{"total", page.total}, {"pairs", listJson(page.pairs, pairJson)}};
}

Result<DataPairPage> dataPageFromJson(const Json& json) {
    DataPairPage page;
    FieldReader fields(json, "the list of pairs");
    readCount(fields, "total", page.total);
    fields.list("pairs", page.pairs, readPair);
    return fields.finish(std::move(page));
}

Json toJson(const DataSelection& selection) {
    return {{"dataSet", selection.dataSet},
            {"pairs", selection.pairs},
            {"filter", filterJson(selection.filter)},
            {"rows", listJson(selection.rows, rangeJson)}};
}

Result<DataSelection> dataSelectionFromJson(const Json& json) {
    DataSelection selection;
    FieldReader fields(json, "the selection");
    readCount(fields, "dataSet", selection.dataSet);
    fields.list("pairs", selection.pairs, numberFromJson);
    fields.value("filter", selection.filter, readFilter);
    fields.list("rows", selection.rows, readRange);
    return fields.finish(std::move(selection));
}

Json toJson(const DataChange& change) {
    Json json{{"selection", toJson(change.selection)},
              {"kind", kChanges.at(static_cast<size_t>(change.kind))},
              {"caption", change.caption}};
    if (change.split) json["split"] = codeOf(*change.split);
    return json;
}

Result<DataChange> dataChangeFromJson(const Json& json) {
    DataChange change;
    FieldReader fields(json, "the change");
    fields.value("selection", change.selection, dataSelectionFromJson);
    fields.name("kind", change.kind, kChanges);
    fields.text("caption", change.caption);
    fields.optional("split", change.split, [&](Split& split) { fields.name("split", split, kSplitNames); });
    return fields.finish(std::move(change));
}

Json toJson(const DataChanged& changed) {
    return {{"changed", changed.changed},
            {"undo", listJson(changed.undo, [](const DataChange& change) { return toJson(change); })}};
}

Result<DataChanged> dataChangedFromJson(const Json& json) {
    DataChanged changed;
    FieldReader fields(json, "what was changed");
    readCount(fields, "changed", changed.changed);
    fields.list("undo", changed.undo, dataChangeFromJson);
    return fields.finish(std::move(changed));
}

} // namespace fusefind
