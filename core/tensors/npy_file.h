#pragma once

#include "core/base/result.h"
#include "core/tensors/matrix.h"

namespace fusefind {

// NumPy's format, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html, as numpy.save writes it: a
// magic, a version (1.0, 2.0 or 3.0), a header that is a Python literal, the values. Read by hand, because xtensor, the
// one packaged reader for C++, takes memory as the header asks for it, gives memory that was never written where the
// file is shorter than its header says, and does not know version 3.0.
//
// Two dimensions, C order, little-endian f32 or f16, as f32 [N, D] with D at least 1. Everything a file says is checked
// before use. Errors: io, notFound; invalidInput (damaged; another order, type or number of dimensions, with what to do
// in NumPy), unsupported (another version, Python objects), limit (a header over 64 KiB).
Result<Matrix> readNpyMatrix(const std::filesystem::path& path);

} // namespace fusefind
