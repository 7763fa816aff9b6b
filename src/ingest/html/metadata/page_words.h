// Class and id attributes, and words of visible text -> what they say an element holds.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

// A set of what words say.
struct PageHints {
  bool date = false, published = false, modified = false, author = false, outside = false;
  bool beside = false;

  void add(const PageHints& other);
  bool any() const { return date || published || modified || author || outside || beside; }
};

// lexicons/page_words.tsv: what one word says, in any case.
PageHints find_page_word(std::string_view word);

// All words of an attribute: "article-meta publishDate" holds "article", "meta", "publish", "date".
PageHints read_class(std::string_view value);

// Words of visible text, in any script.
PageHints read_cue(std::string_view text);

}  // namespace sayso
