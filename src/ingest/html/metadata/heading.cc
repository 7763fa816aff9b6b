#include "ingest/html/metadata/heading.h"

#include <string>
#include <vector>

#include "ingest/html/metadata/clues.h"
#include "ingest/html/metadata/names.h"

namespace sayso {
namespace {
constexpr std::size_t kLongest = 400;  // bytes
constexpr std::size_t kMostHeadings = 40;

struct PageTitles {
  std::string title = {}, graph_title = {}, site = {};  // as keys
  std::vector<NodeIndex> headings = {};                 // <h1> and <h2>
};

PageTitles read_titles(const Dom& dom) {
  PageTitles page;
  const auto nodes = dom.nodes();
  for (NodeIndex i = 0; i < nodes.size(); ++i) {
    const HtmlTag tag = nodes[i].tag;
    if (tag == HtmlTag::title && page.title.empty()) {
      page.title = fold_key(visible_text(dom, i, kLongest));
    } else if (tag == HtmlTag::meta) {
      const auto property = dom.attribute(i, "property");
      if (property == "og:title")
        page.graph_title = fold_key(dom.attribute(i, "content").value_or(""));
      if (property == "og:site_name")
        page.site = fold_key(dom.attribute(i, "content").value_or(""));
    } else if (tag == HtmlTag::h1 || tag == HtmlTag::h2) {
      if (page.headings.size() < kMostHeadings) page.headings.push_back(i);
    }
  }
  return page;
}
}  // namespace

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
