#pragma once

#include "core/media/picture.h"
#include "core/media/sound.h"
#include "core/tensors/matrix.h"

#include <string>

namespace fusefind {

// The formulas of tests/golden/make_encoder_goldens.py.
Picture formulaPicture(int width, int height);
Sound formulaSound(int rate, double seconds, uint32_t seed);

// A tensor [N, D] of tests/golden/encoders/<file>; the test fails if it is not there.
Matrix goldenMatrix(const std::string& file, const std::string& tensor);

// The largest difference of two matrices of one shape, as a share of the largest absolute value of `expected`; infinite
// if the shapes differ.
double largestDifference(const Matrix& found, const Matrix& expected);

// The smallest cosine between a row and the row it should be; -1 if the shapes differ.
double smallestCosine(const Matrix& found, const Matrix& expected);

} // namespace fusefind
