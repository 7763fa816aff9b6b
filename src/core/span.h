// Span: a half-open range of UTF-8 bytes in a report's text.
//
// Everything sayso finds points at the words it was found in; a span is that pointer. Spans are
// stored, views are returned, so a Reading can be moved or saved without care.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace sayso {

// Bytes [begin, end) of `Report::text`. Reports are limited to far less than 4 GiB.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool contains(std::uint32_t byte) const { return begin <= byte && byte < end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The smallest span that holds both.
constexpr Span join(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// The words of `span` in `text`, which outlives the view.
constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace sayso
