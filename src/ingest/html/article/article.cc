#include "ingest/html/article/article.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "ingest/html/article/blocks.h"
#include "ingest/html/article/phrases.h"
#include "ingest/html/article/root.h"

namespace sayso {
namespace {
constexpr std::uint32_t kProseLine = 100;  // a line of so many bytes is prose
constexpr std::uint32_t kShortLine = 80;
constexpr std::uint32_t kShortestLead = 50;
constexpr std::uint32_t kClosingLine = 60;
constexpr std::uint32_t kRepeated = 60;  // bytes; shorter ones may well occur twice

// Ends a sentence, in any script.
bool ends_sentence(std::string_view text) {
  for (const std::string_view closer : {"\"", "'", ")", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB",
                                        "\xE2\x80\x9C", "]", "\xE3\x80\x8D"}) {
    while (text.ends_with(closer)) text.remove_suffix(closer.size());
  }
  for (const std::string_view mark :
       {".", "!", "?", ":", ";", "\xE2\x80\xA6", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F",
        "\xD8\x9F", "\xDB\x94", "\xE0\xA5\xA4", "\xEF\xBC\x9A", "\xE1\x8D\xA2"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Writer {
 public:
  Writer(const Dom& dom, const PageBlocks& page, const std::vector<bool>& junk, ArticleRoot root,
         const ArticleHints& hints)
      : dom_(dom), page_(page), junk_(junk), root_(root), hints_(hints) {}

  std::string write() {
    collect();
    trim_head();
    trim_tail();
    drop_bare_headings();
    return join();
  }

 private:
  bool is_junk(const TextBlock& block) const {
    return block.region != kNoRegion && junk_[block.region];
  }
  bool is_prose(const TextBlock& block) const {
    if (block.kind == BlockKind::heading) return false;
    return block.size() >= kProseLine || (block.size() >= 50 && ends_sentence(page_.of(block)));
  }

  // A standfirst before the running text: marked as one, or the page's own summary.
  bool is_lead(const TextBlock& block) const {
    if (block.size() < kShortestLead || block.link_bytes * 2 > block.size()) return false;
    if (block.first < headline_) return false;
    for (std::uint32_t r = block.region; r != kNoRegion; r = page_.regions[r].parent) {
      if (page_.regions[r].use == ElementUse::lead) return true;
    }
    return page_.of(block) == hints_.description;
  }

  void find_headline() {
    for (const TextBlock& block : page_.blocks) {
      if (block.first >= root_.begin) return;
      if (block.tag == HtmlTag::h1 || page_.of(block) == hints_.title) headline_ = block.first;
    }
  }

  void collect() {
    std::unordered_set<std::string_view> seen;
    find_headline();
    for (const TextBlock& block : page_.blocks) {
      if (block.first >= root_.end) continue;
      if (block.first < root_.begin && !is_lead(block)) continue;
      if (is_junk(block)) continue;
      const std::string_view text = page_.of(block);
      if (block.tag == HtmlTag::h1 || text == hints_.title) continue;
      if (block.kind != BlockKind::cell) {
        const bool linked = block.kind == BlockKind::quote || block.size() >= 80
                                ? block.link_bytes * 10 > block.size() * 8
                                : block.link_bytes * 2 > block.size();
        if (linked || is_interruption(text)) continue;
        if (block.size() >= kRepeated && !seen.insert(text).second) continue;
      }
      kept_.push_back(&block);
    }
  }

  // Before the first prose: kickers, dates, names of authors.
  void trim_head() {
    const auto prose = std::find_if(kept_.begin(), kept_.end(),
                                    [this](const TextBlock* block) { return is_prose(*block); });
    if (prose == kept_.end()) return;
    auto keep = prose;
    if (keep != kept_.begin() && (*(keep - 1))->kind == BlockKind::heading) --keep;
    const auto end = std::remove_if(kept_.begin(), keep, [this](const TextBlock* block) {
      return block->kind != BlockKind::cell && block->kind != BlockKind::item &&
             block->size() < kShortLine &&
             (!ends_sentence(page_.of(*block)) || has_digit(page_.of(*block)));
    });
    kept_.erase(end, keep);
  }

  void trim_tail() {
    while (!kept_.empty()) {
      const TextBlock& last = *kept_.back();
      const std::string_view text = page_.of(last);
      const bool bare =
          last.size() < kClosingLine && !ends_sentence(text) && last.kind == BlockKind::paragraph;
      if (last.kind != BlockKind::heading && !bare &&
          (last.kind != BlockKind::paragraph || !is_closing(text))) {
        return;
      }
      kept_.pop_back();
    }
  }

  // A heading stands over something.
  void drop_bare_headings() {
    while (!kept_.empty() && kept_.back()->kind == BlockKind::heading) kept_.pop_back();
  }

  std::string join() const {
    std::string text;
    const TextBlock* before = nullptr;
    for (const TextBlock* block : kept_) {
      if (before != nullptr) text += separator(*before, *block);
      text += page_.of(*block);
      before = block;
    }
    return text;
  }

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
  NodeIndex headline_ = kNoNode;
  std::vector<const TextBlock*> kept_ = {};
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
