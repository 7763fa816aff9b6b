// The places where a page says something about itself, in their order of trust.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sayso {

enum class MetaField : std::uint8_t {
  title,
  author,
  outlet,
  published,
  modified,
  uri,
  language,
  description
};

// Where in a page a value stands.
enum class MetaPlace : std::uint8_t {
  json_ld,   // key: "article.datePublished"
  meta,      // key: the property, name, itemprop or http-equiv of a <meta>, lower case
  link,      // key: the rel of a <link>
  itemprop,  // key: the itemprop of another element, lower case
  element,   // key: what the element is ("h1", "time.published")
  words,     // key: what its class and id say ("published")
  script,    // key: a quoted key in any other script
  text,      // key: how the visible text says it
  uri,       // the page's own address
};

struct MetaSource {
  const char* name;  // kept in the result, to answer "why this value?"
  MetaField field;
  MetaPlace place;
  std::string_view key;
  bool last_resort = false;  // worse than the same field's sources outside of the article
};

// All sources, those of one field in their order of trust.
std::span<const MetaSource> meta_sources();

// The index of the sources of a place and key: one place may say several things.
using SourceIndex = std::uint16_t;
inline constexpr SourceIndex kNoSource = 0xFFFF;
SourceIndex find_source(MetaPlace place, std::string_view key);

}  // namespace sayso
