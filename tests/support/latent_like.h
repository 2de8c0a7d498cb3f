#pragma once

#include "core/index/vector_index.h"
#include "core/tensors/matrix.h"

#include <cstdint>

namespace fusefind {

// Unit rows [N, D] distributed like the latents of an encoder: a signal of low rank, the same subspace for one `space`
// seed, and noise of a third of its energy in all directions.
Matrix latentLike(size_t rows, size_t dim, uint32_t seed, uint32_t space = 1, size_t rank = 32);

// first, first + 1 … [count]
std::vector<Label> labelsFrom(Label first, size_t count);
// [count, D]
Matrix rowsOf(const Matrix& matrix, size_t first, size_t count);

} // namespace fusefind
