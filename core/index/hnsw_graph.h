#pragma once

#include "core/index/checked_file.h"
#include "core/index/graph_walk.h"

#include <memory>

namespace fusefind {

// hnswlib behind our errors: a graph of numbered points, without labels, locks and policy. Points are never removed
// from it: whoever searches says which places count, the others only lead on. hnswlib's own marks of deletion are not
// used, since an insertion among marked points only can leave it without a neighbour and crash; nor is its update in
// place. After a failed add() the graph must not be used any more.
class HnswGraph {
public:
    // Writes row i, quantized, to `out`. Called from several threads.
    using RowSource = std::function<void(size_t i, std::byte* out)>;

    static Result<std::unique_ptr<HnswGraph>> create(const Quantizer& quantizer, size_t capacity);
    ~HnswGraph();

    [[nodiscard]] size_t count() const;
    [[nodiscard]] size_t capacity() const;
    void copyRow(Place place, std::byte* out) const; // quantized
    [[nodiscard]] bool rowIs(Place place, const std::byte* row) const;
    [[nodiscard]] float score(const QuantizedQuery& query, Place place) const;

    Status reserve(size_t capacity);
    // Adds `n` points within the capacity and says where each came to lie. With several threads the graph and the order
    // of the places differ from run to run.
    Result<std::vector<Place>> add(size_t n, const RowSource& rows, unsigned threads);

    // About the `ef` nearest that pass, in no order, with their scores in full.
    [[nodiscard]] Result<std::vector<FoundPlace>> search(const QuantizedQuery& query, size_t ef,
                                                         const PlaceFilter& filter) const;

    Status write(CheckedWriter& file) const;
    // Reads up to the end of the file, whose hash is checked before anything is believed. Errors: invalidInput,
    // outOfMemory, io.
    static Result<std::unique_ptr<HnswGraph>> read(CheckedReader& file, const Quantizer& quantizer);

private:
    struct State;
    explicit HnswGraph(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace fusefind
