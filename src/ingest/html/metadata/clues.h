// A parsed page -> every place where it says something about itself, in one pass.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/dom.h"
#include "ingest/html/metadata/json_ld.h"
#include "ingest/html/metadata/sources.h"

namespace sayso {

struct Clue {
  SourceIndex source = kNoSource;
  NodeIndex node = kNoNode;     // kNoNode: not from an element of the page's body
  bool outside = false;         // in a footer, a sidebar, a teaser, a comment
  bool near = true;             // stands by the page's heading, or in no place
  std::string_view value = {};  // as it stands there
};

struct PageClues {
  std::vector<Clue> clues = {};  // in document order
  LinkedData linked = {};
  std::string_view language = {};              // of <html lang>
  NodeIndex heading = kNoNode;                 // what shows the headline
  std::vector<std::string_view> scripts = {};  // other than JSON-LD, that may hold a page's data
  bool paywalled = false;
  std::deque<std::string> texts = {};  // what clues' values point into, where not into the Dom

  // Adds what the JSON-LD says of the article at `uri` to the clues.
  void add_linked(std::string_view uri);
  // The heading in folded form, or of pages without one the title.
  std::string title_key() const;
  // Adds dates inside of sentences and short scripts, for pages without a better one.
  void add_last_resorts(const Dom& dom);
  // The clues of a field, best source first; those outside come after all others.
  std::vector<Clue> of(MetaField field) const;
};

PageClues collect_clues(const Dom& dom);

// Elements that stand inside of words, so that no blank separates them.
bool is_inline(HtmlTag tag);

// What a reader sees of an element: its text nodes with single blanks, at most `limit` bytes.
std::string visible_text(const Dom& dom, NodeIndex node, std::size_t limit);

}  // namespace sayso
