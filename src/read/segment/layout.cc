#include "read/segment/layout.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "read/segment/character.h"

namespace sayso {
namespace {

struct Line {
  Span span = {};  // without white space at its edges
  std::uint32_t indent = 0;
  std::uint32_t first_word = 0;  // its bytes
  bool after_blank = true;       // a blank line or the start of the text precedes it
};

// Bytes that may begin a line end: control characters, and the first bytes of U+0085, U+2028 and
// U+2029. A table, because every byte of the text is asked.
constexpr std::array<bool, 256> kMayEndLine = [] {
  std::array<bool, 256> table = {};
  for (std::size_t c = 0; c < ' '; ++c) table[c] = c != '\t';
  table[0xC2] = table[0xE2] = true;
  return table;
}();

bool may_end_line(char c) { return kMayEndLine[static_cast<unsigned char>(c)]; }

// The line end at `at`: its size in bytes, or 0.
std::uint32_t line_end(std::string_view text, std::uint32_t at) {
  switch (text[at]) {
    case '\n':
    case '\v':
    case '\f': return 1;
    case '\r': return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
    case '\xC2': return text.substr(at, 2) == "\xC2\x85" ? 2 : 0;  // next line
    case '\xE2': {                                                 // line and paragraph separators
      const std::string_view c = text.substr(at, 3);
      return c == "\xE2\x80\xA8" || c == "\xE2\x80\xA9" ? 3 : 0;
    }
    default: return 0;
  }
}

bool is_blank(CharClass c) { return c == CharClass::space || c == CharClass::ignorable; }

// `span` without the white space at its edges.
Span trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const Character c = character_at(text, span.begin);
    if (!is_blank(c.cls)) break;
    span.begin += c.size;
  }
  while (!span.empty()) {
    std::uint32_t last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    if (!is_blank(character_at(text, last).cls)) break;
    span.end = last;
  }
  return span;
}

std::vector<Line> find_lines(std::string_view text) {
  std::vector<Line> lines;
  bool after_blank = true;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    std::uint32_t end = begin, skip = 0;
    while (end < size && (!may_end_line(text[end]) || (skip = line_end(text, end)) == 0)) ++end;
    const Span span = trim(text, {begin, end});
    if (span.empty()) {
      after_blank = true;
    } else {
      const std::size_t word = slice(text, span).find(' ');
      lines.push_back(
          {span, span.begin - begin,
           word == std::string_view::npos ? span.size() : static_cast<std::uint32_t>(word),
           after_blank});
      after_blank = false;
    }
    begin = end + std::max(skip, 1U);
  }
  return lines;
}

constexpr std::uint32_t kMinWidth = 40, kMaxWidth = 110;  // bytes of a wrapped line
constexpr std::uint32_t kSlack = 12;  // how much shorter than the width a full line may stay

// The width at which the text's lines are wrapped, or 0 when they are not.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
  std::vector<std::uint32_t> sizes;  // of lines that another follows directly
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i + 1].after_blank) sizes.push_back(lines[i].span.size() + lines[i].indent);
  }
  if (sizes.size() < 2) return 0;
  const auto high = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 4 / 5);
  std::nth_element(sizes.begin(), high, sizes.end());
  const std::uint32_t width = *high;
  if (width < kMinWidth || width > kMaxWidth) return 0;
  std::size_t inner = 0, full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_blank) continue;
    ++inner;
    const std::uint32_t size = lines[i].span.size() + lines[i].indent;
    const bool is_full = size + 1 + lines[i + 1].first_word + kSlack > width;
    full += is_full && size <= width + kSlack ? 1U : 0U;
  }
  return full * 10 >= inner * 6 ? width : 0;
}

bool is_list_item(std::string_view line) {
  const Character first = character_at(line, 0);
  const auto blank_at = [&](std::uint32_t at) {
    return at < line.size() && is_blank(character_at(line, at).cls);
  };
  switch (first.value) {
    case U'•':
    case U'·':
    case U'◦':
    case U'▪':
    case U'■':
    case U'●':
    case U'‣':
    case U'►': return true;
    case U'*':
    case U'-':
    case U'–':
    case U'—': return blank_at(first.size);
    default: break;
  }
  std::uint32_t at = 0;
  while (at < 2 && character_at(line, at).cls == CharClass::digit) ++at;
  if (at == 0 && is_letter(first.cls) && line.size() > 1 && line[1] == ')') at = 1;
  return at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')') && blank_at(at + 1);
}

// The last character before `end` is one of `marks`.
bool ends_with(std::string_view text, std::uint32_t end, std::string_view marks) {
  return marks.find(text[end - 1]) != std::string_view::npos;
}

// Whether `line` ends inside a tag: "<a title=".
bool ends_in_tag(std::string_view line) {
  const std::size_t tag = line.find_last_of("<>");
  return tag != std::string_view::npos && line[tag] == '<' && tag + 1 < line.size() &&
         is_letter(character_at(line, static_cast<std::uint32_t>(tag) + 1).cls) &&
         line.find('=', tag) != std::string_view::npos;
}

// Whether `line` carries on the paragraph of the line before it.
bool carries_on(std::string_view text, const Line& before, const Line& line, std::uint32_t width) {
  if (line.after_blank) return false;
  if (ends_in_tag(slice(text, before.span))) return true;
  if (is_list_item(slice(text, line.span))) return false;
  const std::uint32_t size = before.span.size() + before.indent;
  const bool lower = character_at(text, line.span.begin).cls == CharClass::lower;
  if (width == 0) {
    return lower && before.span.size() > 30 && !ends_with(text, before.span.end, ".!?:;\"");
  }
  if (line.indent >= before.indent + 2) return false;
  const bool full = size + 1 + line.first_word + kSlack > width;
  return full || (lower && !ends_with(text, before.span.end, ".!?:")) ||
         ends_with(text, before.span.end, ",");
}

// The parts of `block` that are not furniture, and its title apart.
void add_block(std::vector<Block>& blocks, const Report& report, std::size_t& furniture,
               const Block& block) {
  std::uint32_t begin = block.span.begin;
  bool new_paragraph = true;
  const auto add = [&](std::uint32_t end, bool title) {
    const Span span = trim(report.text, {begin, end});
    if (!span.empty()) {
      Block part = block;
      part.span = span;
      part.title = title;
      part.new_paragraph = new_paragraph;
      blocks.push_back(part);
      new_paragraph = title;
    }
    begin = end;
  };
  while (begin < block.span.end) {
    while (furniture < report.furniture.size() && report.furniture[furniture].end <= begin)
      ++furniture;
    std::uint32_t end = block.span.end;
    if (furniture < report.furniture.size()) {
      const Span hole = report.furniture[furniture];
      if (hole.begin <= begin) {
        begin = std::min(hole.end, end);
        continue;
      }
      end = std::min(end, hole.begin);
    }
    const Span title = report.title_span.value_or(Span{});
    if (!title.empty() && title.begin > begin) end = std::min(end, title.begin);
    const bool in_title = title.contains(begin);
    if (in_title) end = std::min(end, title.end);
    add(end, in_title);
  }
}
}  // namespace

std::vector<Block> find_blocks(const Report& report) {
  const std::string_view text = report.text;
  const std::vector<Line> lines = find_lines(text);
  const std::uint32_t width = wrap_width(lines);
  std::vector<Block> blocks;
  std::size_t furniture = 0;
  for (std::size_t i = 0; i < lines.size();) {
    Block block;
    block.span = lines[i].span;
    block.list_item = is_list_item(slice(text, block.span));
    std::size_t next = i + 1;
    while (next < lines.size() && carries_on(text, lines[next - 1], lines[next], width)) {
      block.span.end = lines[next++].span.end;
      block.one_line = false;
    }
    block.lines_around = i > 0 || next < lines.size();
    add_block(blocks, report, furniture, block);
    i = next;
  }
  return blocks;
}

}  // namespace sayso
