#include "cli/page/basemap.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <string_view>

#include "core/resource.h"

namespace sayso {
namespace {
constexpr std::string_view kMagic = "saysomap";

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : bytes_(bytes) {
    assert(bytes_.starts_with(kMagic));
    bytes_.remove_prefix(std::min(kMagic.size(), bytes_.size()));
  }

  BaseMap decode() {
    steps_ = static_cast<double>(std::max<std::uint64_t>(number(), 1));
    BaseMap map;
    map.land = lines();
    map.borders = lines();
    return map;
  }

 private:
  std::uint64_t number() {
    std::uint64_t n = 0;
    for (unsigned shift = 0; !bytes_.empty() && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      n |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
    return n;
  }
  std::int64_t difference() {
    const std::uint64_t n = number();
    return static_cast<std::int64_t>(n >> 1U) ^ -static_cast<std::int64_t>(n & 1U);
  }

  std::vector<GeoLine> lines() {
    std::vector<GeoLine> lines;
    for (std::uint64_t count = number(); count > 0 && !bytes_.empty(); --count) {
      lines.push_back(line());
    }
    return lines;
  }

  GeoLine line() {
    GeoLine line{.low = {90, 540}, .high = {-90, -540}};
    for (std::uint64_t count = number(); count > 0 && !bytes_.empty(); --count) {
      x_ += difference();
      y_ += difference();
      const GeoPoint p{static_cast<double>(y_) / steps_, static_cast<double>(x_) / steps_};
      line.low = {std::min(line.low.lat, p.lat), std::min(line.low.lon, p.lon)};
      line.high = {std::max(line.high.lat, p.lat), std::max(line.high.lon, p.lon)};
      line.points.push_back(p);
    }
    return line;
  }

  std::string_view bytes_;
  double steps_ = 1;
  std::int64_t x_ = 0, y_ = 0;
};
}  // namespace

const BaseMap& base_map() {
  static const BaseMap map = Decoder(resource("models/basemap.bin")).decode();
  return map;
}

}  // namespace sayso
