#include "attribute/weights.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace sayso {

Result<Weights> Weights::load(std::string_view file) {
  static_assert(std::endian::native == std::endian::little, "the weights are used in place");
  constexpr std::size_t kHeader = kMagic.size() + (1 + kJudgements) * sizeof(std::uint32_t);
  const auto bad = [](const char* what) {
    return Error{ErrorKind::damaged_model,
                 std::string("cannot use models/attribution.bin: ") + what};
  };
  if (file.size() < kHeader || !file.starts_with(kMagic)) return bad("it is no weights file");
  std::array<std::uint32_t, 1 + kJudgements> numbers = {};
  std::memcpy(numbers.data(), file.data() + kMagic.size(), sizeof numbers);
  if (numbers[0] != kVersion) return bad("another version of sayso made it");
  Tables tables;
  std::size_t at = kHeader;
  for (std::size_t i = 0; i < kJudgements; ++i) {
    const std::size_t count = numbers[i + 1];
    if (!std::has_single_bit(count) || (file.size() - at) / sizeof(std::uint16_t) < count) {
      return bad("its size is wrong");
    }
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): aligned, see the header
    tables[i] = {reinterpret_cast<const std::uint16_t*>(file.data() + at), count};
    at += count * sizeof(std::uint16_t);
  }
  if (at != file.size()) return bad("its size is wrong");
  return Weights(tables);
}

float probability(std::int32_t score) {
  const double p = 1.0 / (1.0 + std::exp(-static_cast<double>(score) / Weights::kOne));
  return static_cast<float>(std::round(p * 100) / 100);  // the same on every machine
}

}  // namespace sayso
