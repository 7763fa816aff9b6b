#include "ingest/html/article/article.h"

#include <algorithm>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/html/article/blocks.h"
#include "ingest/html/article/phrases.h"
#include "ingest/html/article/root.h"
#include "ingest/html/article/script_text.h"

namespace sayso {
namespace {
constexpr std::uint32_t kProseLine = 100;  // a line of so many bytes is prose
constexpr std::uint32_t kShortLine = 80;
constexpr std::size_t kShortestBody = 300;  // of JSON-LD, to be of use
constexpr std::size_t kSuspiciouslyShort = 250;
constexpr std::size_t kNextToNothing = 120;
constexpr std::size_t kLongestStub = 1500;
constexpr std::size_t kWholeText = 1500;  // bytes
constexpr std::uint32_t kShortestLead = 50;
constexpr std::uint32_t kClosingLine = 60;
constexpr std::uint32_t kLongestTimeLine = 60;
constexpr int kLeastEntries = 4;         // of a live blog
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

// "20:15", "9.30", "18h05": its size, or 0.
std::size_t match_clock(std::string_view text) {
  Cursor cursor{text};
  const auto hour = cursor.take_number(1, 2);
  if (!hour || *hour > 24) return 0;
  if (!cursor.take(':') && !cursor.take('.') && !cursor.take('h')) return 0;
  const auto minute = cursor.take_number(2, 2);
  return minute && *minute < 60 ? cursor.at : 0;
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

  struct Kept {
    const TextBlock* block = nullptr;
    std::string_view text = {};
    bool is_time = false;  // of an entry of a live blog
  };

  void find_headline() {
    for (const TextBlock& block : page_.blocks) {
      if (block.first >= root_.begin) return;
      if (block.tag == HtmlTag::h1 || page_.of(block) == hints_.title) headline_ = block.first;
    }
  }

  // The time of an entry of a live blog, where the block is hardly more than that.
  std::string_view time_of(const TextBlock& block) const {
    const std::string_view text = page_.of(block);
    if (block.size() > kLongestTimeLine) return {};
    if (block.time_end > block.time_begin) {
      return std::string_view(page_.text)
          .substr(block.time_begin, block.time_end - block.time_begin);
    }
    return text.substr(0, match_clock(text));
  }

  // Times with prose between, again and again.
  bool is_live() const {
    int entries = 0;
    bool time = false;
    for (const TextBlock& block : page_.blocks) {
      if (block.first < root_.begin || block.first >= root_.end) continue;
      if (block.region != kNoRegion && is_outside(block)) continue;
      if (!time_of(block).empty()) {
        time = true;
      } else if (time && is_prose(block) && block.link_bytes * 2 < block.size()) {
        ++entries;
        time = false;
      }
    }
    return entries >= kLeastEntries;
  }

  bool is_outside(const TextBlock& block) const {
    for (std::uint32_t r = block.region; r != kNoRegion; r = page_.regions[r].parent) {
      const ElementUse use = page_.regions[r].use;
      if (use == ElementUse::outside || use == ElementUse::hidden) return true;
    }
    return false;
  }

  void collect() {
    const bool live = is_live();
    std::unordered_set<std::string_view> seen;
    find_headline();
    for (const TextBlock& block : page_.blocks) {
      if (block.first >= root_.end) continue;
      if (block.first < root_.begin && !is_lead(block)) continue;
      if (const std::string_view time = time_of(block); !time.empty()) {
        if (live && block.first >= root_.begin && !is_outside(block)) {
          kept_.push_back({&block, time, true});
          continue;
        }
        if (time.size() * 2 > block.size()) continue;
      }
      if (is_junk(block)) continue;
      const std::string_view text = page_.of(block);
      if (block.tag == HtmlTag::h1 || text == hints_.title) continue;
      if (block.kind != BlockKind::cell) {
        const bool linked = block.kind == BlockKind::quote || block.size() >= 80
                                ? block.link_bytes * 10 > block.size() * 8
                                : block.link_bytes * 2 > block.size();
        if (linked) {
          drop_label(block);
          continue;
        }
        if (is_interruption(text)) continue;
        if (block.size() >= kRepeated && !seen.insert(text).second) continue;
      }
      if (repeats_the_last(text)) continue;
      kept_.push_back({&block, text});
    }
  }

  // All of the text once more, without its paragraphs.
  bool repeats_the_last(std::string_view text) const {
    if (text.size() < kWholeText) return false;
    std::size_t tried = 0;
    for (auto kept = kept_.rbegin(); kept != kept_.rend() && tried < 2; ++kept) {
      if (kept->text.size() < kProseLine || kept->text.size() > text.size()) continue;
      if (text.find(kept->text) == std::string_view::npos) return false;
      ++tried;
    }
    return tried == 2;
  }

  // "Also interesting" right before links to other reports.
  void drop_label(const TextBlock& links) {
    if (kept_.empty() || kept_.back().block + 1 != &links) return;
    const Kept& last = kept_.back();
    if (last.block->size() < kShortestLead && !last.is_time &&
        (last.block->kind == BlockKind::heading || !ends_sentence(last.text) ||
         last.text.ends_with(':'))) {
      kept_.pop_back();
    }
  }

  // Before the first prose: kickers, dates, names of authors.
  void trim_head() {
    const auto prose = std::find_if(kept_.begin(), kept_.end(), [this](const Kept& kept) {
      return kept.is_time || is_prose(*kept.block);
    });
    if (prose == kept_.end()) return;
    auto keep = prose;
    if (keep != kept_.begin() && (keep - 1)->block->kind == BlockKind::heading) --keep;
    const auto end = std::remove_if(kept_.begin(), keep, [](const Kept& kept) {
      const BlockKind kind = kept.block->kind;
      return kind != BlockKind::cell && kind != BlockKind::item &&
             kept.block->size() < kShortLine && (!ends_sentence(kept.text) || has_digit(kept.text));
    });
    kept_.erase(end, keep);
  }

  void trim_tail() {
    while (!kept_.empty()) {
      const TextBlock& last = *kept_.back().block;
      const std::string_view text = kept_.back().text;
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
    while (!kept_.empty() && kept_.back().block->kind == BlockKind::heading) kept_.pop_back();
  }

  std::string join() const {
    std::string text;
    const TextBlock* before = nullptr;
    for (const Kept& kept : kept_) {
      if (before != nullptr) text += separator(*before, *kept.block);
      text += kept.text;
      before = kept.block;
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
  std::vector<Kept> kept_ = {};
};
}  // namespace

namespace {
Article write_article(const Dom& dom, const PageBlocks& page, const std::vector<bool>& junk,
                      const ArticleHints& hints) {
  const ArticleRoot root = find_article_root(dom, page, junk);
  return {Writer(dom, page, junk, root, hints).write(),
          root.marked ? "article.marked" : "article.prose"};
}

// The text of HTML, or of plain text whose lines are paragraphs.
std::string text_of(std::string_view body, const ArticleHints& hints) {
  std::string html;
  const bool plain = body.find("</") == std::string_view::npos;
  for (const char c : body) {
    if (c == '\n' && plain) html += "<p>";
    html += c;
  }
  return find_fragment_text(Dom(std::move(html)), hints).text;
}

// Pages that ask readers to subscribe call what does so a paywall.
bool has_paywall(const Dom& dom) {
  for (NodeIndex i = 0; i < dom.nodes().size(); ++i) {
    for (const DomAttribute& a : dom.attributes(i)) {
      if (a.name != "class" && a.name != "id") continue;
      for (const std::string_view word : {"paywall", "regwall", "subscriber-only"}) {
        if (a.value.find(word) != std::string_view::npos) return true;
      }
    }
  }
  return false;
}
}  // namespace

Article find_article(const Dom& dom, const ArticleHints& hints) {
  if (dom.nodes().empty()) return {};
  const PageBlocks page = find_blocks(dom);
  Article article = write_article(dom, page, find_junk_regions(page), hints);
  if (hints.body.size() > kShortestBody && hints.body.size() > 2 * article.text.size()) {
    std::string text = text_of(hints.body, hints);
    if (text.size() > 2 * article.text.size()) {
      article.text = std::move(text);
      article.made_by = "article.json_ld";
    }
  }
  if (article.text.size() < kSuspiciouslyShort) {
    const std::string html = find_script_text(dom);
    std::string text = html.empty() ? "" : text_of(html, hints);
    if (text.size() > 2 * article.text.size()) {
      article.text = std::move(text);
      article.made_by = "article.script";
    }
  }
  if (article.text.size() < kNextToNothing) {
    Article other = write_article(dom, page, find_hidden_regions(page), hints);
    if (other.text.size() > 2 * article.text.size()) article = std::move(other);
  }
  article.stub = article.text.size() < kLongestStub && has_paywall(dom);
  return article;
}

Article find_fragment_text(const Dom& dom, const ArticleHints& hints) {
  if (dom.nodes().empty()) return {};
  const PageBlocks page = find_blocks(dom);
  const std::vector<bool> junk = find_junk_regions(page);
  return {Writer(dom, page, junk, {0, dom[0].end, true}, hints).write(), "article.fragment"};
}

}  // namespace sayso
