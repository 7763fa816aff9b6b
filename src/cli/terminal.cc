#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "core/utf8.h"

namespace sayso {
namespace {
constexpr unsigned kNarrowest = 40;
constexpr unsigned kWidest = 100;  // longer lines are hard to read

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

bool wants_color(ColorChoice choice) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  if (!environment("NO_COLOR").empty()) return false;
  const std::string_view force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return stdout_is_terminal() && environment("TERM") != "dumb";
}

unsigned terminal_width() {
  unsigned width = 0;
  const std::string_view columns = environment("COLUMNS");
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0) width = 80;
  return std::clamp(width, kNarrowest, kWidest);
}

struct Range {
  char32_t first, last;
};
// Unicode 15: the blocks of combining marks and of wide characters that news text meets.
constexpr std::array kCombining = {
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x610, 0x61A},
    Range{0x64B, 0x65F},   Range{0x200B, 0x200F}, Range{0x202A, 0x202E}, Range{0x20D0, 0x20FF},
    Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}};
constexpr std::array kWide = {
    Range{0x1100, 0x115F}, Range{0x2E80, 0xA4CF}, Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F}, Range{0xFF00, 0xFF60}, Range{0x1F300, 0x1FAFF}, Range{0x20000, 0x3FFFD}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](Range r) { return r.first <= c && c <= r.last; });
}

unsigned columns_of(char32_t c) {
  if (c < 0x300) return 1;
  if (in(kCombining, c)) return 0;
  return in(kWide, c) ? 2 : 1;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0xA0;
}
}  // namespace

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool stdin_is_terminal() { return isatty(STDIN_FILENO) == 1; }
bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }
bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

TextStyle text_style(ColorChoice choice) {
  return {.width = terminal_width(), .color = wants_color(choice)};
}

std::string_view begin_ink(Ink ink, const TextStyle& style) {
  static constexpr std::array<std::string_view, 7> kCodes = {
      "", "\033[1m", "\033[2m", "\033[36m", "\033[1;33m", "\033[35m", "\033[32m"};
  return style.color ? kCodes[static_cast<std::size_t>(ink)] : std::string_view();
}

std::string_view end_ink(Ink ink, const TextStyle& style) {
  return style.color && ink != Ink::plain ? "\033[0m" : "";
}

unsigned columns(std::string_view utf8) {
  unsigned n = 0;
  for (std::uint32_t at = 0; at < utf8.size();) {
    const CodePoint c = decode_utf8(utf8, at);
    n += columns_of(c.value);
    at += c.size;
  }
  return n;
}

std::string wrap(std::string_view text, unsigned width, unsigned indent) {
  std::string out(indent, ' ');
  std::string word;
  unsigned word_columns = 0;
  unsigned column = indent;
  const auto put_word = [&] {
    if (word.empty()) return;
    if (column > indent) {
      const bool fits = column + 1 + word_columns <= width;
      out += fits ? std::string(" ") : "\n" + std::string(indent, ' ');
      column = fits ? column + 1 : indent;
    }
    out += word;
    column += word_columns;
    word.clear();
    word_columns = 0;
  };
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      put_word();
    } else {
      append_utf8(word, is_control(c.value) ? U'\uFFFD' : c.value);
      word_columns += columns_of(c.value);
    }
    at += c.size;
  }
  put_word();
  return out;
}

}  // namespace sayso
