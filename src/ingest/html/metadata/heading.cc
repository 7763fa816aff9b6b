#include "ingest/html/metadata/heading.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/metadata/clues.h"
#include "ingest/html/metadata/names.h"
#include "ingest/html/metadata/page_words.h"
#include "ingest/html/metadata/plain_text.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kLongest = 400;  // bytes
constexpr std::size_t kMostHeadings = 40;

struct PageTitles {
  std::string title = {}, graph_title = {}, site = {};  // as keys
  std::vector<NodeIndex> headings = {};                 // <h1> and <h2>
};

std::string content_key(const Dom& dom, NodeIndex meta) {
  return fold_key(prefix(dom.attribute(meta, "content").value_or(""), kLongest));
}

PageTitles read_titles(const Dom& dom) {
  PageTitles page;
  const auto nodes = dom.nodes();
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    const HtmlTag tag = nodes[i].tag;
    if (tag == HtmlTag::title && page.title.empty()) {
      page.title = fold_key(visible_text(dom, i, kLongest));
    } else if (tag == HtmlTag::meta) {
      const auto property = dom.attribute(i, "property");
      if (property == "og:title") page.graph_title = content_key(dom, i);
      if (property == "og:site_name") page.site = content_key(dom, i);
    } else if (tag == HtmlTag::h1 || tag == HtmlTag::h2) {
      if (page.headings.size() < kMostHeadings) page.headings.push_back(i);
    }
  }
  return page;
}
}  // namespace

std::string heading_text(const Dom& dom, NodeIndex heading) {
  std::string text;
  constexpr NodeIndex kMostNodes = 200;
  const NodeIndex end = std::min(dom[heading].end, heading + kMostNodes);
  bool dropped = false;
  for (NodeIndex i = heading + 1; i < end && text.size() < kLongest;) {
    const DomNode& node = dom[i];
    if (node.is_text()) {
      text.append(prefix(node.text, kLongest));
      ++i;
      continue;
    }
    const bool beside =
        node.tag == HtmlTag::time || read_class(dom.attribute(i, "class").value_or("")).beside;
    dropped |= beside;
    if (!is_inline(node.tag)) text += ' ';
    i = beside || node.tag == HtmlTag::script || node.tag == HtmlTag::style ? node.end : i + 1;
  }
  text = plain_text(text);
  if (!dropped) return visible_text(dom, heading, kLongest);
  constexpr std::string_view kMarks = " :|-";
  const std::size_t begin = text.find_first_not_of(kMarks);
  constexpr std::size_t kShortest = 12;  // bytes: less is no title
  if (begin == text.npos || text.size() - begin < kShortest) {
    return visible_text(dom, heading, kLongest);
  }
  return text.substr(begin);
}

NodeIndex find_heading(const Dom& dom) {
  const PageTitles page = read_titles(dom);
  NodeIndex first = kNoNode, best = kNoNode;
  std::size_t most = 0;
  for (const NodeIndex i : page.headings) {
    const std::string key = fold_key(visible_text(dom, i, kLongest));
    if (key.empty() || key == page.site) continue;
    const bool main = dom[i].tag == HtmlTag::h1;
    if (main && first == kNoNode) first = i;
    const bool agrees = page.title.find(key) != std::string::npos ||
                        page.graph_title.find(key) != std::string::npos;
    // Of two that agree, the longer; an <h2> must hold most of the title.
    const bool enough = main || key.size() * 2 > page.title.size();
    if (!agrees || !enough || key.size() <= most) continue;
    best = i;
    most = key.size();
  }
  return best == kNoNode ? first : best;
}

}  // namespace sayso
