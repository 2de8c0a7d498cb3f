#include "app/worker/training_record.h"

#include "core/base/atomic_file.h"
#include "core/base/json_file.h"
#include "core/protocol/frame.h"
#include "core/protocol/methods.h"

namespace fusefind {

namespace {

constexpr const char* kStopping = "stopping";
constexpr const char* kLaunches = "launches";
constexpr const char* kFurthestEpoch = "furthestEpoch";

} // namespace

Status saveRecord(const std::filesystem::path& file, const TrainingRecord& record) {
    Event event{event::kTraining, toJson(record.state)};
    event.value[kStopping] = record.stopping;
    event.value[kLaunches] = record.launches;
    event.value[kFurthestEpoch] = record.furthestEpoch;
    FUSEFIND_TRY_ASSIGN(const std::string frame, encodeFrame(event));
    return writeFileAtomically(file, frame);
}

Result<TrainingRecord> loadRecord(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return TrainingRecord();
    FUSEFIND_TRY_ASSIGN(const std::string bytes, readFile(file, kMaxFrameBytes + sizeof(uint32_t)));
    FrameReader reader;
    reader.feed(bytes);
    FUSEFIND_TRY_ASSIGN(const auto message, reader.next());
    const auto* event = message ? std::get_if<Event>(&*message) : nullptr;
    if (event == nullptr) return fail(ErrorCode::invalidInput, "not the record of a training", file);
    TrainingRecord record;
    FUSEFIND_TRY_ASSIGN(record.state, trainingStateFromJson(event->value));
    const nlohmann::json value(event->value);
    record.stopping = jsonField<bool>(value, kStopping).value_or(false);
    record.launches = jsonField<int64_t>(value, kLaunches).value_or(0);
    record.furthestEpoch = jsonField<int64_t>(value, kFurthestEpoch).value_or(0);
    return record;
}

} // namespace fusefind
