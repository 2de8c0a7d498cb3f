#include "gpu/jobs/encode.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace fusefind {

namespace {

// Gathers segments into batches and rows into files, on the compute thread.
class FileEncoder {
public:
    FileEncoder(Encoder& encoder, LatentStore& store, std::span<const EncodeTask> tasks, const EncodeSinks& sinks,
                const JobContext& context)
        : encoder_(encoder), store_(store), tasks_(tasks), sinks_(sinks), context_(context) {}

    Status take(DecodeAhead::Part part) {
        open_[part.task].waiting++;
        batch_.push_back(std::move(part));
        return batch_.size() < batchSize() ? Status() : encodeBatch();
    }

    Status take(DecodeAhead::End end) {
        if (end.info) {
            FUSEFIND_TRY(sinks_.onInfo(tasks_[end.task], *end.info));
            open_[end.task].ended = true;
            return finishIfComplete(end.task);
        }
        if (end.info.error().code == ErrorCode::cancelled) return fail(end.info.error());
        std::erase_if(batch_, [&](const auto& part) { return part.task == end.task; });
        open_.erase(end.task);
        return skip(end.task, end.info.error());
    }

    Status encodeBatch() {
        if (batch_.empty()) return {};
        std::vector<EncoderInput> inputs;
        inputs.reserve(batch_.size());
        for (auto& part : batch_)
            inputs.push_back(std::move(part.input));
        FUSEFIND_TRY_ASSIGN(const Matrix latents, encoder_.encode(inputs));
        for (size_t i = 0; i < batch_.size(); ++i) {
            OpenFile& file = open_[batch_[i].task];
            file.rows.append(latents.row(i));
            file.times.push_back(batch_[i].time);
            --file.waiting;
        }
        const auto parts = std::exchange(batch_, {});
        for (const auto& part : parts)
            FUSEFIND_TRY(finishIfComplete(part.task));
        return {};
    }

    // One commit for many files: each costs a sync of the disk.
    Status store() {
        FUSEFIND_TRY(store_.append(ready_));
        stored_ += static_cast<int64_t>(ready_.size());
        ready_.clear();
        return {};
    }

    [[nodiscard]] int64_t stored() const { return stored_; }
    [[nodiscard]] int64_t finished() const { return finished_; }

private:
    struct OpenFile {
        Matrix rows;
        std::vector<SegmentTime> times;
        int64_t waiting = 0; // segments in the batch
        bool ended = false;
    };

    // A search waits for the batch that is under way.
    [[nodiscard]] size_t batchSize() const {
        constexpr size_t kAttendedShare = 8;
        const auto batch = static_cast<size_t>(encoder_.info().batch);
        return context_.attended() ? std::max<size_t>(1, batch / kAttendedShare) : batch;
    }

    Status finishIfComplete(size_t task) {
        const auto found = open_.find(task);
        if (found == open_.end() || !found->second.ended || found->second.waiting > 0) return {};
        NewLatents latents{tasks_[task].content, std::move(found->second.rows), std::move(found->second.times)};
        open_.erase(found);
        if (!fitsHalf(latents.rows))
            return skip(task, {ErrorCode::invalidInput, "its latent is out of range", tasks_[task].file, {}});
        if (latents.times.size() == 1) latents.times.front() = {};
        ready_.push_back(std::move(latents));
        ++finished_;
        return ready_.size() < kFilesPerCommit ? Status() : store();
    }

    Status skip(size_t task, const Error& error) {
        ++finished_;
        return sinks_.onSkip(tasks_[task], error);
    }

    static constexpr size_t kFilesPerCommit = 64;

    Encoder& encoder_;
    LatentStore& store_;
    std::span<const EncodeTask> tasks_;
    const EncodeSinks& sinks_;
    const JobContext& context_;
    std::vector<DecodeAhead::Part> batch_;
    std::map<size_t, OpenFile> open_;
    std::vector<NewLatents> ready_;
    int64_t stored_ = 0;
    int64_t finished_ = 0;
};

Status encodeLines(Encoder& encoder, LatentStore& store, std::span<const std::string* const> lines) {
    std::vector<EncoderInput> inputs;
    for (const std::string* line : lines) {
        FUSEFIND_TRY_ASSIGN(EncoderInput input, encoder.prepare(*line));
        inputs.push_back(std::move(input));
    }
    FUSEFIND_TRY_ASSIGN(const Matrix rows, encoder.encode(inputs));
    std::vector<NewLatents> latents(lines.size());
    for (size_t i = 0; i < lines.size(); ++i) {
        latents[i].content = contentOf(*lines[i]);
        latents[i].rows.append(rows.row(i));
        latents[i].times.resize(1);
    }
    return store.append(latents);
}

} // namespace

Sha256 contentOf(std::string_view text) {
    return hashBytes(std::as_bytes(std::span(text)));
}

Result<int64_t> encodeFiles(Encoder& encoder, LatentStore& store, std::span<const EncodeTask> tasks,
                            const EncodeSinks& sinks, JobContext& context) {
    FileEncoder files(encoder, store, tasks, sinks, context);
    const auto total = static_cast<int64_t>(tasks.size());
    const auto report = [&, phase = fmt::format("encode with {}", encoder.info().id)](int64_t done) {
        const Progress progress{phase, done, total, {}};
        sinks.onProgress ? sinks.onProgress(progress) : context.progress(progress);
    };
    DecodeAhead decoder(encoder, tasks, 2 * static_cast<size_t>(encoder.info().batch));
    while (auto event = decoder.next()) {
        if (context.cancelled()) {
            FUSEFIND_TRY(files.store());
            return fail(ErrorCode::cancelled, "cancelled");
        }
        FUSEFIND_TRY(std::visit([&](auto& taken) { return files.take(std::move(taken)); }, *event));
        report(files.finished());
        context.yield();
    }
    FUSEFIND_TRY(files.encodeBatch());
    FUSEFIND_TRY(files.store());
    report(total);
    return files.stored();
}

Result<int64_t> encodeTexts(Encoder& encoder, LatentStore& store, std::span<const std::string> texts,
                            JobContext& context) {
    std::vector<const std::string*> missing;
    std::set<Sha256> seen;
    for (const std::string& text : texts) {
        const Sha256 content = contentOf(text);
        FUSEFIND_TRY_ASSIGN(const bool known, store.contains(content));
        if (!known && seen.insert(content).second) missing.push_back(&text);
    }
    const auto total = static_cast<int64_t>(missing.size());
    // Many batches at once, so that the encoder can sort its inputs by length.
    const size_t step = 16 * static_cast<size_t>(encoder.info().batch);
    for (size_t begin = 0; begin < missing.size(); begin += step) {
        if (context.cancelled()) return fail(ErrorCode::cancelled, "cancelled");
        const size_t end = std::min(begin + step, missing.size());
        FUSEFIND_TRY(encodeLines(encoder, store, std::span(missing).subspan(begin, end - begin)));
        context.progress({fmt::format("encode with {}", encoder.info().id), static_cast<int64_t>(end), total, {}});
        context.yield();
    }
    return total;
}

} // namespace fusefind
