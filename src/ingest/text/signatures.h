// Names in the head of a report -> the outlets and dateline places they stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sayso {

struct KnownOutlet {
  std::string_view name = {};   // as the outlet calls itself
  bool only_bracketed = false;  // too common a word to mean the outlet elsewhere
};

// lexicons/outlets.tsv: the outlet whose whole name or alias `words` is, or nullptr.
const KnownOutlet* find_outlet(std::string_view words);

struct OutletMatch {
  std::size_t size = 0;  // 0 when there is none
  const KnownOutlet* outlet = nullptr;
};
// The longest alias that `text` starts with; those that need brackets are left out.
OutletMatch match_outlet(std::string_view text);

// A name that says itself that it is an outlet's: "Dunmore Herald", "Radio Quito", "WXYZ-TV".
bool looks_like_outlet(std::string_view words);

// lexicons/dateline_places.tsv
enum class DatelinePlace : std::uint8_t { unknown, city, region };
DatelinePlace find_dateline_place(std::string_view words);

}  // namespace sayso
