#pragma once

#include "core/index/row_codec.h"
#include "core/index/vector_index.h"

#include <memory>
#include <shared_mutex>

namespace fusefind {

class HnswGraph;

// Approximate search in a hierarchical navigable small world graph (Malkov & Yashunin 2018, by hnswlib), with an exact
// pass over the stored points wherever that is as quick or the graph would miss some: small indexes, large k, filters
// that pass little. A cache of what the library and the latents say: a file that cannot be loaded is built again.
class HnswIndex final : public VectorIndex {
public:
    struct Options {
        Storage storage = Storage::f32;
        unsigned threads =
            0; // that add() may use; 0: as many as the machine has. More than one: the graph differs from run to run
    };

    // Errors: invalidInput (no dimension), limit, outOfMemory.
    static Result<std::unique_ptr<HnswIndex>> create(size_t dim, const Options& options);
    // The storage is that of the file. Errors: notFound, io, outOfMemory; unsupported (another format version);
    // invalidInput (not an index, damaged, or made of something else than `fingerprint`). After any of them: build the
    // index again.
    static Result<std::unique_ptr<HnswIndex>> load(const std::filesystem::path& path, std::string_view fingerprint,
                                                   unsigned threads = 0);
    ~HnswIndex() override;

    [[nodiscard]] size_t dim() const override { return codec_.dim(); }
    [[nodiscard]] size_t size() const override;
    [[nodiscard]] std::vector<Label> labels() const override;
    // Also internal: the graph failed half-way through an add. Every later call then fails; build the index again.
    Status add(std::span<const Label> labels, const Matrix& rows) override;
    // Rebuilds the graph when more than a fifth of it is removed points.
    Status remove(std::span<const Label> labels) override;
    [[nodiscard]] Result<std::vector<Neighbour>> search(std::span<const float> query, size_t k,
                                                        const LabelFilter& filter = {},
                                                        SearchMode mode = SearchMode::fast) const override;

    // Atomic. The file carries its format version, storage, dim, count, `fingerprint` (what the points were made of)
    // and a hash over everything. Searches go on meanwhile. Errors: io, outOfMemory.
    [[nodiscard]] Status save(const std::filesystem::path& path, std::string_view fingerprint) const;

private:
    HnswIndex(const RowCodec& codec, unsigned threads, std::unique_ptr<HnswGraph> graph);

    [[nodiscard]] Status usable() const;
    [[nodiscard]] size_t live() const;
    [[nodiscard]] std::vector<Label> liveLabels() const;
    Status makeRoom(size_t points);
    Status compact();
    Status compactIfWorthIt();
    [[nodiscard]] bool scanIsBetter(size_t k, const LabelFilter& filter) const;
    [[nodiscard]] std::vector<Neighbour> scan(const std::byte* query, size_t k, const LabelFilter& filter) const;

    RowCodec codec_;
    unsigned threads_;
    mutable std::shared_mutex mutex_; // search and save share it; add and remove hold it alone. Guards all below
    std::unique_ptr<HnswGraph> graph_;
    bool broken_ = false;
};

} // namespace fusefind
