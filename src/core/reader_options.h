// ReaderOptions: which reader reads, and with which model.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// full: a neural model tags, parses and finds who said what. fast: light statistics, many times
// faster. All that follows is the same for both.
enum class ReaderKind { full, fast };
constexpr std::string_view to_text(ReaderKind kind) {
  return kind == ReaderKind::full ? "full" : "fast";
}

struct ReaderOptions {
  ReaderKind kind = ReaderKind::full;
  std::string model = {};  // of the full reader: a file to use in place of the program's own
};

}  // namespace sayso
