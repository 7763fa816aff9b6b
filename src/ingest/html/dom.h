// Dom: an HTML page -> its tree, as one flat array in document order.
//
// The only view of a parsed page the rest of ingest has; the parser (gumbo, HTML5 rules) stays
// behind dom.cc. A node's subtree is the index range [node, end), so passes over a page are loops,
// never recursion.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/html_tag.h"

namespace sayso {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFFU;

struct DomAttribute {
  std::string_view name = {};   // lower case
  std::string_view value = {};  // character references resolved
};

struct DomNode {
  std::string_view name = {};  // "div", lower case; empty for a text node
  // Of a text node, references resolved; also a script's or style's contents. Adjacent texts may
  // be several nodes; blank ones between blocks are left out.
  std::string_view text = {};
  NodeIndex parent = kNoNode;
  NodeIndex end = 0;  // one past the last node inside this one
  std::uint32_t first_attribute = 0;
  std::uint16_t attribute_count = 0;
  HtmlTag tag = HtmlTag::text;

  bool is_text() const { return tag == HtmlTag::text; }
};

class Arena;

class Dom {
 public:
  // `html` is valid UTF-8 and is kept: views point into it or into memory of the Dom.
  explicit Dom(std::string html);
  ~Dom();
  Dom(const Dom&) = delete;
  Dom& operator=(const Dom&) = delete;
  Dom(Dom&&) = delete;
  Dom& operator=(Dom&&) = delete;

  std::span<const DomNode> nodes() const { return nodes_; }
  const DomNode& operator[](NodeIndex i) const { return nodes_[i]; }
  std::span<const DomAttribute> attributes(NodeIndex i) const {
    return {attributes_.data() + nodes_[i].first_attribute, nodes_[i].attribute_count};
  }
  // The value of an attribute, or nothing when the node has none of that name.
  std::optional<std::string_view> attribute(NodeIndex i, std::string_view name) const;
  // The page was over a limit (elements, memory), and its rest is missing.
  bool cut() const { return cut_; }

 private:
  std::string html_;
  std::vector<DomNode> nodes_ = {};
  std::vector<DomAttribute> attributes_ = {};
  bool cut_ = false;
  std::unique_ptr<Arena> memory_;  // of values that differ from the page's bytes
};

}  // namespace sayso
