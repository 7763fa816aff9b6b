// An element's class and id -> what page authors say it is for.
//
// Class names are free text, yet the same words turn up on all news sites, since people wrote
// them for themselves: "article-body", "relatedStories", "newsletter__signup".
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

enum class ElementUse : std::uint8_t {
  unknown,
  lead,      // the sentence or two that sum an article up, between its headline and its text
  article,   // an article with all that belongs to it
  embedded,  // what somebody posted elsewhere, quoted here
  body,      // the article's running text
  outside,   // comments, cookie notices: may well be longer than the article
  aside,     // about the article or beside it: sharing, related links, captions, adverts
  hidden,    // for screen readers or scripts only
};

ElementUse use_of_names(std::string_view class_names, std::string_view id);

}  // namespace sayso
