#pragma once

#include "core/index/checked_file.h"
#include "core/index/row_codec.h"
#include "core/index/vector_index.h"

#include <memory>

namespace fusefind {

// hnswlib behind our errors: the graph of a HnswIndex, without locks and policy. Removed points stay in the graph as
// tombstones, which lead a search on but are never found; hnswlib's own marks are not used, since an insertion among
// marked points only can leave it without a neighbour and crash. Nor is its update in place: a replaced point is a
// tombstone and a new point. After a failed add() the graph must not be used any more.
class HnswGraph {
public:
    // Writes row i, encoded, to `out`. Called from several threads.
    using RowSource = std::function<void(size_t i, std::byte* out)>;

    static Result<std::unique_ptr<HnswGraph>> create(const RowCodec& codec, size_t capacity);
    ~HnswGraph();

    [[nodiscard]] size_t count() const; // tombstones included
    [[nodiscard]] size_t tombstones() const;
    [[nodiscard]] size_t capacity() const;

    Status reserve(size_t capacity);
    // Labels that are new and distinct, within the capacity. With several threads the graph differs from run to run.
    Status add(std::span<const Label> labels, const RowSource& rows, unsigned threads);
    void bury(Label label); // unknown labels are ignored

    // Point i of count(): its label, negative for a tombstone, and its encoded row.
    [[nodiscard]] Label label(size_t i) const;
    [[nodiscard]] const std::byte* row(size_t i) const;

    // About the `ef` nearest that pass, in no order.
    [[nodiscard]] Result<std::vector<Neighbour>> search(const std::byte* query, size_t ef,
                                                        const LabelFilter& filter) const;

    Status write(CheckedWriter& file) const;
    // Reads up to the end of the file, whose hash is checked before anything is believed. Errors: invalidInput,
    // outOfMemory, io.
    static Result<std::unique_ptr<HnswGraph>> read(CheckedReader& file, const RowCodec& codec);

private:
    struct State;
    explicit HnswGraph(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace fusefind
