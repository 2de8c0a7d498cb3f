#include "gpu/jobs/encode_library.h"

#include "core/library/work_journal.h"
#include "gpu/jobs/encode.h"

#include <algorithm>
#include <set>

namespace fusefind {

namespace {

// Files a round. The first is over in seconds; later ones grow with what is there, since `afterRound` looks at all of
// it.
constexpr size_t kFirstRound = 128;
constexpr size_t kLargestRound = 4096;

// What one encoder has not seen.
struct Waiting {
    std::string encoder;
    Modality modality = Modality::image;
    std::vector<PendingItem> items;
    size_t next = 0; // of the items

    [[nodiscard]] bool done() const { return next == items.size(); }
};

class LibraryEncoding {
public:
    LibraryEncoding(Workspace& workspace, JobContext& context) : workspace_(workspace), context_(context) {}

    Status collect(const EncoderChoice& encoders) {
        std::set<Sha256> contents;
        for (const auto& [modality, ids] : encoders) {
            if (modality == Modality::text) continue;
            for (const std::string& id : ids) {
                FUSEFIND_TRY(workspace_.latents(id, modality)); // forgets those whose rows are gone
                FUSEFIND_TRY_ASSIGN(const std::string name, workspace_.latentName(id, modality));
                FUSEFIND_TRY_ASSIGN(auto items, WorkJournal(workspace_.database()).pending(name, modality));
                for (const PendingItem& waiting : items)
                    contents.insert(waiting.item.content);
                encodings_ += static_cast<int64_t>(items.size());
                if (!items.empty()) waiting_.push_back({id, modality, std::move(items)});
            }
        }
        files_ = static_cast<int64_t>(contents.size());
        return {};
    }

    Status run(const std::function<Status()>& afterRound) {
        for (size_t size = kFirstRound; !waiting_.empty(); size = std::min(2 * size, kLargestRound)) {
            for (Waiting& waiting : waiting_)
                FUSEFIND_TRY(encodeNext(waiting, size));
            std::erase_if(waiting_, [](const Waiting& waiting) { return waiting.done(); });
            if (!waiting_.empty()) FUSEFIND_TRY(afterRound());
        }
        return {};
    }

    [[nodiscard]] int64_t encoded() const { return static_cast<int64_t>(encoded_.size()); }

private:
    Status encodeNext(Waiting& waiting, size_t most) {
        const size_t end = std::min(waiting.next + most, waiting.items.size());
        const auto round = std::span(waiting.items).subspan(waiting.next, end - waiting.next);
        std::vector<EncodeTask> tasks;
        std::map<Sha256, const Item*> items;
        for (const auto& [item, strikes] : round) {
            if (skipped_.contains(item.content)) continue;
            tasks.push_back({item.path, item.content});
            items[item.content] = &item;
        }
        FUSEFIND_TRY_ASSIGN(LatentStore* const store, workspace_.latents(waiting.encoder, waiting.modality));
        FUSEFIND_TRY_ASSIGN(const auto encoder, workspace_.encoder(waiting.encoder, waiting.modality));
        FUSEFIND_TRY(encodeFiles(*encoder, *store, tasks, sinksFor(items), context_));
        waiting.next = end;
        before_ += static_cast<int64_t>(round.size());
        report(before_);
        return {};
    }

    EncodeSinks sinksFor(const std::map<Sha256, const Item*>& items) {
        return {[&](const EncodeTask& task, const Error& error) {
                    skipped_.insert(task.content);
                    return workspace_.library().skip(*items.at(task.content), error.reason());
                },
                [&](const EncodeTask& task, const MediaInfo& info) {
                    encoded_.insert(task.content);
                    return workspace_.library().describe(task.content, info);
                },
                [&](const Progress& progress) { report(before_ + progress.done); }};
    }

    // In files, each of which several encoders see.
    void report(int64_t encodings) { context_.progress({"encode", files_ * encodings / encodings_, files_, {}}); }

    Workspace& workspace_;
    JobContext& context_;
    std::vector<Waiting> waiting_;
    int64_t files_ = 0;
    int64_t encodings_ = 0; // of all files by all encoders
    int64_t before_ = 0;    // of them, in rounds that are over
    std::set<Sha256> encoded_;
    std::set<Sha256> skipped_;
};

} // namespace

Result<int64_t> encodeLibrary(Workspace& workspace, const EncoderChoice& encoders,
                              const std::function<Status()>& afterRound, JobContext& context) {
    LibraryEncoding encoding(workspace, context);
    FUSEFIND_TRY(encoding.collect(encoders));
    FUSEFIND_TRY(encoding.run(afterRound));
    return encoding.encoded();
}

} // namespace fusefind
