// An HTML page -> its skeleton: the same page with empty tags, and one letter for every text.
//
// The tree is built from the skeleton by the HTML5 rules, which look at names of tags and at
// whether a text is blank, and hardly at anything else. So the slow part of parsing sees a tenth
// of the bytes, the rest is kept beside it as views, and what could hurt the tree builder (depth,
// numbers of elements, endless attributes) is cut here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/arena.h"
#include "ingest/html/dom.h"
#include "ingest/html/html_tag.h"

namespace sayso {

struct SkeletonTag {
  std::uint32_t at = 0;  // of its "<" in the skeleton
  HtmlTag tag = HtmlTag::other;
  std::uint32_t first_attribute = 0, attribute_count = 0;
  std::string_view name = {};      // lower case
  std::string_view contents = {};  // of a script or style
};

struct SkeletonText {
  std::uint32_t at = 0;        // of its letter in the skeleton
  std::string_view text = {};  // character references resolved
};

struct Skeleton {
  std::string html = {};
  std::vector<SkeletonTag> tags = {};    // start tags, in order
  std::vector<SkeletonText> texts = {};  // in order
  std::vector<DomAttribute> attributes = {};
  bool cut = false;  // over a limit: the rest is missing
};

inline constexpr std::uint32_t kMaxOpenElements = 400;  // browsers stop at 512
inline constexpr std::size_t kMaxTags = std::size_t{1} << 19U;
inline constexpr std::size_t kMaxAttributes = std::size_t{1} << 20U;

// `page` is UTF-8; it and `arena` must outlive the result.
Skeleton make_skeleton(std::string_view page, Arena& arena);

}  // namespace sayso
