#include "ingest/html/article/article.h"

#include <algorithm>
#include <vector>

#include "ingest/html/article/blocks.h"
#include "ingest/html/article/root.h"

namespace sayso {
namespace {
// Headings and short lines are kept where prose follows.
bool is_mostly_links(const TextBlock& block) { return block.link_bytes * 2 > block.size(); }

class Writer {
 public:
  Writer(const Dom& dom, const PageBlocks& page, const std::vector<bool>& junk, ArticleRoot root,
         const ArticleHints& hints)
      : dom_(dom), page_(page), junk_(junk), root_(root), hints_(hints) {}

  std::string write() {
    std::vector<const TextBlock*> kept;
    for (const TextBlock& block : page_.blocks) {
      if (block.first < root_.begin || block.first >= root_.end) continue;
      if (block.region != kNoRegion && junk_[block.region]) continue;
      if (is_mostly_links(block)) continue;
      if (block.tag == HtmlTag::h1 || page_.of(block) == hints_.title) continue;
      kept.push_back(&block);
    }
    while (!kept.empty() && kept.back()->kind == BlockKind::heading) kept.pop_back();
    std::string text;
    const TextBlock* before = nullptr;
    for (const TextBlock* block : kept) {
      if (before != nullptr) text += separator(*before, *block);
      text += page_.of(*block);
      before = block;
    }
    return text;
  }

 private:
  std::string_view separator(const TextBlock& a, const TextBlock& b) const {
    if (a.kind == BlockKind::cell && b.kind == BlockKind::cell) {
      return dom_[a.element].parent == dom_[b.element].parent ? " " : "\n";
    }
    if (a.kind == BlockKind::item && b.kind == BlockKind::item) return "\n";
    return "\n\n";
  }

  const Dom& dom_;
  const PageBlocks& page_;
  const std::vector<bool>& junk_;
  ArticleRoot root_;
  const ArticleHints& hints_;
};
}  // namespace

Article find_article(const Dom& dom, const ArticleHints& hints) {
  const PageBlocks page = find_blocks(dom);
  const std::vector<bool> junk = find_junk_regions(page);
  const ArticleRoot root = find_article_root(dom, page, junk);
  return {Writer(dom, page, junk, root, hints).write(),
          root.marked ? "article.marked" : "article.prose"};
}

Article find_fragment_text(const Dom& dom, const ArticleHints& hints) {
  if (dom.nodes().empty()) return {};
  const PageBlocks page = find_blocks(dom);
  const std::vector<bool> junk = find_junk_regions(page);
  return {Writer(dom, page, junk, {0, dom[0].end, true}, hints).write(), "article.fragment"};
}

}  // namespace sayso
