// For tests: a gazetteer of invented places.
//
// Ostland (OA), capital Lirana, has the provinces Norra and Sudra; Westland (WA) has a small
// Lirana, too. Norra holds Lirana, Velin and Kürdë-i-Madhe; Sudra holds Port Amal.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "normalise/place/gazetteer.h"

namespace sayso {

class SmallGazetteer {
 public:
  SmallGazetteer();
  const Gazetteer& gazetteer() const { return gazetteer_; }
  std::string_view bytes() const;

 private:
  std::vector<std::uint64_t> storage_;  // aligned
  std::size_t size_ = 0;
  Gazetteer gazetteer_;
};

}  // namespace sayso
