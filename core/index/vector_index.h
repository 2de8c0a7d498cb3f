#pragma once

#include "core/base/result.h"
#include "core/tensors/matrix.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace fusefind {

// A point's name: the id of its segment in the library.
using Label = int64_t;

struct Neighbour {
    Label label = 0;
    float score = 0; // cosine
};

// Which labels may be found; empty means all. Called from the searching thread, often: no locks, no SQL.
using LabelFilter = std::function<bool(Label)>;

// Unit vectors by label, searched by cosine. Any number of threads may search at once; add, remove and save are exclusive with
// everything (the class locks; callers need not).
class VectorIndex {
public:
    virtual ~VectorIndex() = default;

    [[nodiscard]] virtual size_t dim() const = 0;
    [[nodiscard]] virtual size_t size() const = 0; // without removed labels

    // Adds or replaces. Rows must be unit length (asserted) and finite. Errors: invalidInput, outOfMemory.
    virtual Status add(std::span<const Label> labels, const Matrix& rows) = 0;
    // Unknown labels are ignored.
    virtual Status remove(std::span<const Label> labels) = 0;

    // The `k` nearest that pass the filter, best first, ties by smaller label; fewer only if fewer exist.
    [[nodiscard]] virtual Result<std::vector<Neighbour>> search(std::span<const float> query, size_t k,
                                                                const LabelFilter& filter = {}) const = 0;

    // Atomic. The file carries a format version, dim, count and `fingerprint` (what the points were made of).
    [[nodiscard]] virtual Status save(const std::filesystem::path& path, std::string_view fingerprint) const = 0;
};

} // namespace fusefind
