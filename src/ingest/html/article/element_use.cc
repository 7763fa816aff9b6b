#include "ingest/html/article/element_use.h"

#include <algorithm>
#include <string_view>

#include "ingest/cursor.h"

namespace sayso {
namespace {
ElementUse use_of_tag(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::aside:
    case HtmlTag::footer:
    case HtmlTag::form:
    case HtmlTag::figcaption:
    case HtmlTag::figure: return ElementUse::aside;
    case HtmlTag::article:
    case HtmlTag::main: return ElementUse::article;
    default: return ElementUse::unknown;
  }
}

// Rows and cells are named for their contents: "player", "rating".
bool is_part_of_table(HtmlTag tag) {
  return tag == HtmlTag::tbody || tag == HtmlTag::tr || tag == HtmlTag::td || tag == HtmlTag::th;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool contains_word(std::string_view text, std::string_view lower_word) {
  for (Cursor cursor{text}; !cursor.at_end(); ++cursor.at) {
    Cursor here = cursor;
    if (here.take_word(lower_word)) return true;
  }
  return false;
}

ElementUse use_of_itemprop(std::string_view value) {
  if (contains_word(value, "articlebody")) return ElementUse::body;
  if (contains_word(value, "comment")) return ElementUse::outside;
  if (contains_word(value, "author") || contains_word(value, "caption")) return ElementUse::aside;
  return ElementUse::unknown;
}

ElementUse use_of_role(std::string_view value) {
  for (const std::string_view role :
       {"navigation", "complementary", "contentinfo", "banner", "dialog", "search"}) {
    if (value == role) return ElementUse::aside;
  }
  return ElementUse::unknown;
}

// "display: none"
bool hides(std::string_view style) {
  constexpr std::string_view kDisplay = "display";
  const std::size_t at = style.find(kDisplay);
  if (at == std::string_view::npos) return false;
  Cursor cursor{style, at + kDisplay.size()};
  cursor.take_blanks();
  if (!cursor.take(':')) return false;
  cursor.take_blanks();
  return cursor.take_word("none");
}

bool is_hidden(const DomAttribute& a) {
  return a.name == "hidden" || (a.name == "aria-hidden" && a.value == "true") ||
         (a.name == "style" && hides(a.value));
}
}  // namespace

ElementUse use_of_element(const Dom& dom, NodeIndex element) {
  const HtmlTag tag = dom[element].tag;
  if (is_part_of_table(tag)) return ElementUse::unknown;
  ElementUse use = use_of_tag(tag);
  std::string_view class_names, id;
  for (const DomAttribute& a : dom.attributes(element)) {
    if (a.name == "class") {
      class_names = a.value;
    } else if (a.name == "id") {
      id = a.value;
    } else if (a.name == "itemprop") {
      const ElementUse given = use_of_itemprop(a.value);
      if (given == ElementUse::body || given == ElementUse::outside) return given;
      use = std::max(use, given);
    } else if (a.name == "role") {
      use = std::max(use, use_of_role(a.value));
    } else if (is_hidden(a)) {
      return ElementUse::hidden;
    }
  }
  if (tag == HtmlTag::blockquote &&
      (contains(class_names, "twitter") || contains(class_names, "instagram"))) {
    return ElementUse::embedded;
  }
  use = std::max(use, use_of_names(class_names, id));
  // <amp-ad>, <related-articles>
  return tag == HtmlTag::other ? std::max(use, use_of_names(dom[element].name, {})) : use;
}

}  // namespace sayso
