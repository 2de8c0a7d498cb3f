#pragma once

#include "core/index/hnsw_graph.h"
#include "core/index/search_breadth.h"

#include <optional>
#include <shared_mutex>

namespace fusefind {

// Approximate search in a hierarchical navigable small world graph (Malkov & Yashunin 2018, by hnswlib), with an exact
// pass over the stored points wherever that is as quick or the graph would miss some: small indexes, large k, filters
// that pass little. A cache of what the library and the latents say: a file that cannot be loaded is built again.
class HnswIndex final : public VectorIndex {
public:
    // `threads` are what add() may use; 0: as many as the machine has. With more than one the graph differs from run to
    // run. Errors: invalidInput (no dimension, or above Quantizer::kLargestDim), limit, outOfMemory.
    static Result<std::unique_ptr<HnswIndex>> create(size_t dim, unsigned threads = 0);
    // Errors: notFound, io, outOfMemory; unsupported (another format version);
    // invalidInput (not an index, damaged, or made of something else than `fingerprint`). After any of them: build the
    // index again.
    static Result<std::unique_ptr<HnswIndex>> load(const std::filesystem::path& path, std::string_view fingerprint,
                                                   unsigned threads = 0);
    ~HnswIndex() override;

    [[nodiscard]] size_t dim() const override { return quantizer_.dim(); }
    [[nodiscard]] size_t size() const override;
    [[nodiscard]] std::vector<Label> labels() const override;
    // After an error other than invalidInput every later call fails; build the index again.
    Status add(std::span<const Label> labels, const Matrix& rows) override;
    Status remove(std::span<const Label> labels) override;
    [[nodiscard]] Result<std::vector<Neighbour>> search(std::span<const float> query, size_t k,
                                                        const LabelFilter& filter = {},
                                                        SearchMode mode = SearchMode::fast) const override;

    // More than a fifth of the points are removed ones, which still take memory and time: compact() is worth it.
    [[nodiscard]] bool wantsCompaction() const;
    // Builds the graph again from the points that are left, as long as adding them takes; searches go on meanwhile.
    // Where points are added or removed meanwhile, or on an error (outOfMemory), all stays as it was.
    Status compact();

    [[nodiscard]] SearchBreadth breadth() const;
    // Never tuned, or grown by more than a tenth since, or compacted; always where all points are looked at anyway.
    [[nodiscard]] bool wantsTuning() const;
    // Makes searches as broad as it takes to find SearchBreadth::kRecall of the true ten nearest of `queries` [N, D],
    // unit rows like those that will be asked but none of the points, and returns the share found, in [0, 1]: less
    // where the widest is not enough. N exact searches and some rounds of quick ones; others go on meanwhile. Where
    // points are added or removed meanwhile, nothing is returned, and searches stay as broad as they were.
    Result<std::optional<double>> tune(const Matrix& queries);

    // Atomic. The file carries its format version, dim, count, breadth, `fingerprint` (what the points were made of)
    // and a hash over everything. Searches go on meanwhile. Errors: io, outOfMemory.
    [[nodiscard]] Status save(const std::filesystem::path& path, std::string_view fingerprint) const;

private:
    struct NewPoints;
    struct LeftPoints;

    HnswIndex(const Quantizer& quantizer, unsigned threads, std::unique_ptr<HnswGraph> graph, PlaceLabels labels);

    [[nodiscard]] Status usable() const;
    [[nodiscard]] std::optional<Place> placeWith(const std::byte* row) const;
    void rememberRows();
    [[nodiscard]] NewPoints sortOut(std::span<const Label> labels, const Matrix& rows);
    Status addNew(const NewPoints& fresh, const Matrix& rows);
    [[nodiscard]] LeftPoints leftPoints() const;
    [[nodiscard]] bool scanIsBetter(size_t k, const LabelFilter& filter) const;
    // The caller holds the lock.
    [[nodiscard]] Result<std::vector<Neighbour>> searchWith(const SearchBreadth& breadth, std::span<const float> query,
                                                            size_t k, const LabelFilter& filter = {},
                                                            SearchMode mode = SearchMode::fast) const;
    [[nodiscard]] std::vector<Neighbour> scan(const QuantizedQuery& query, size_t k, const LabelFilter& filter) const;

    Quantizer quantizer_;
    unsigned threads_;
    mutable std::shared_mutex mutex_; // search and save share it; add and remove hold it alone. Guards all below
    std::unique_ptr<HnswGraph> graph_;
    PlaceLabels labels_;
    std::optional<std::unordered_map<size_t, Place>> placeOfRow_; // by the hash of the row; once add() has asked
    uint64_t changes_ = 0;                                        // calls of add() and remove()
    SearchBreadth breadth_;
    bool broken_ = false;
};

} // namespace fusefind
