#pragma once

#include "core/index/vector_index.h"

#include <optional>

namespace fusefind {

// From which score on a hit is close to what was asked. Some query always comes first in a library, so a score means
// little by itself. Two comparisons give it a meaning: with the scores that reference queries reach in this library,
// and of the query with what its space was trained on, where alone the space's cosines can be trusted. Reference
// queries are training examples of the query's modality, drawn at random.

struct Spread {
    float mean = 0;
    float deviation = 0; // above 0
};

// Of the reference queries of one modality.
struct CloseBasis {
    Spread hits;     // the scores of their fifth-best hits: their own pictures or sounds may be in the library
    Spread likeness; // how like each is to the others
};

inline constexpr size_t kReferenceQueries = 512; // more measure the same
inline constexpr size_t kFewestPoints = 50;      // a smaller library says too little

// Mean and standard deviation; none for fewer than 30 values, one that is not finite, or all (nearly) equal.
std::optional<Spread> spreadOf(std::span<const float> values);

// Each row's [N, D] fifth-best score in the library: N searches, once for each index until it has grown or shrunk much.
// Empty if the library has fewer than kFewestPoints. Errors: those of search().
Result<std::vector<float>> referenceScores(const VectorIndex& library, const Matrix& points);

// Mean cosine of a latent [D] with its 20 nearest among the training examples (all it has, if fewer; 0 if none).
// Latents are an encoder's, of unit length, rather than points: an adapter moves the unknown in among the known.
// `itself`, if it is one of the examples, is left out. Errors: those of search().
Result<float> likeness(const VectorIndex& examples, std::span<const float> latent,
                       std::optional<Label> itself = std::nullopt);

// hits.mean + 3 * hits.deviation * (u - 1.1), at most 1, with u the deviations by which the query is less like the
// examples than they are like each other, 0 if it is not. The numbers are fitted; README.md has the measurement.
float closeScore(const CloseBasis& basis, float likenessOfQuery);

} // namespace fusefind
