// The encoder's slow, obvious twin: the same model in double, with the C library's functions.
//
// For tests: it shows how far the bytes of the fast one are from what the weights mean.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/result.h"
#include "read/encode/encoder.h"
#include "read/encode/model_file.h"

namespace sayso {

// What Encoder::encode() gives for the same model, pieces and windows.
Result<std::vector<double>> encode_in_float(const ModelFile& model, std::span<const Piece> pieces,
                                            std::span<const std::uint32_t> windows);

// Outputs of a Linear for one row.
std::vector<double> apply_in_float(const Linear& linear, std::span<const double> row);

}  // namespace sayso
