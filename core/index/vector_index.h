#pragma once

#include "core/base/result.h"
#include "core/tensors/matrix.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace fusefind {

// A point's name: the id of its segment in the library. Not negative.
using Label = int64_t;

struct Neighbour {
    Label label = 0;
    float score = 0; // cosine
};

// Which labels may be found; empty means all. Called from the searching thread, often: no locks, no SQL.
using LabelFilter = std::function<bool(Label)>;

enum class SearchMode {
    fast, // approximate where that is quicker
    exact // looks at every point
};

// Unit vectors by label, searched by cosine. Any number of threads may search at once; add and remove are exclusive
// with everything (the class locks; callers need not).
class VectorIndex {
public:
    virtual ~VectorIndex() = default;

    [[nodiscard]] virtual size_t dim() const = 0;
    [[nodiscard]] virtual size_t size() const = 0;               // without removed labels
    [[nodiscard]] virtual std::vector<Label> labels() const = 0; // ascending

    // Adds or replaces row i [D] as labels[i]; of a label given twice the last row counts. Rows must be of unit length
    // (asserted). Errors: invalidInput (width, a value that is not finite, a negative label), limit, outOfMemory.
    virtual Status add(std::span<const Label> labels, const Matrix& rows) = 0;
    // Unknown labels are ignored.
    virtual Status remove(std::span<const Label> labels) = 0;

    // The `k` nearest that pass the filter, best first, ties (among those found) by smaller label; fewer only if fewer
    // exist. `query` [D] is of unit length (asserted). Errors: invalidInput (width, a value that is not finite),
    // outOfMemory.
    [[nodiscard]] virtual Result<std::vector<Neighbour>> search(std::span<const float> query, size_t k,
                                                                const LabelFilter& filter = {},
                                                                SearchMode mode = SearchMode::fast) const = 0;
};

// What every index refuses. Errors: invalidInput.
Status checkRows(std::span<const Label> labels, const Matrix& rows, size_t dim);
Status checkQuery(std::span<const float> query, size_t dim);

// The k nearest of each query [N, D], by exact search.
Result<std::vector<std::vector<Neighbour>>> trueNeighbours(const VectorIndex& exact, const Matrix& queries, size_t k);

// Mean share of these nearest that a search finds, in [0, 1]; 1 without queries. A point as near as the last of them
// counts as true: which of several equal ones is found does not matter.
Result<double> recallOf(const std::function<Result<std::vector<Neighbour>>(std::span<const float> query)>& search,
                        const Matrix& queries, const std::vector<std::vector<Neighbour>>& truth);

// The same for an index beside `exact`, which may be the same index.
Result<double> measureRecall(const VectorIndex& approximate, const VectorIndex& exact, const Matrix& queries, size_t k);

} // namespace fusefind
