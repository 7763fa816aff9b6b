#include "ingest/html/article/paragraphs.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "ingest/html/article/line.h"
#include "ingest/html/article/phrases.h"

namespace sayso {
namespace {
// Sizes in bytes.
constexpr std::uint32_t kProseLine = 100;  // whatever is longer is prose
constexpr std::uint32_t kShortProse = 50;  // so is what is longer and ends like a sentence
constexpr std::uint32_t kShortLine = 80;
constexpr std::uint32_t kClosingLine = 60;
constexpr std::uint32_t kLabel = 50;
constexpr std::uint32_t kTimeLine = 60;
constexpr std::uint32_t kLead = 50;
constexpr std::uint32_t kRepeated = 60;  // shorter lines may well occur twice
constexpr std::uint32_t kNotice = 12;    // but not three times
constexpr std::size_t kWholeText = 1500;
constexpr std::size_t kRepeatedStart = 200;      // of a paragraph that is looked for in it
constexpr std::ptrdiff_t kMostLookedBack = 200;  // lines
constexpr NodeIndex kMostTimeNodes = 30;         // around a text, to find the <time> of
constexpr std::size_t kClock = 5;                // "09:30"
constexpr std::size_t kMostClosingLines = 12;
constexpr int kLeastEntries = 4;  // of a live blog

bool is_mostly_links(const TextBlock& block) {
  // Prose may quote a whole sentence as a link, menus are nothing else.
  const bool prose = block.kind == BlockKind::quote || block.size() >= kShortLine;
  return prose ? block.link_bytes * 10 > block.size() * 8 : block.link_bytes * 2 > block.size();
}

class ParagraphWriter {
 public:
  ParagraphWriter(const Dom& dom, const PageBlocks& page, const std::vector<bool>& junk,
                  ArticleRoot root, const KnownLines& known)
      : dom_(dom), page_(page), junk_(junk), root_(root), known_(known) {}

  std::string write() {
    find_headline();
    live_ = is_live();
    if (!live_) {
      dated_ = true;
      live_ = is_live();
    }
    count_lines();
    for (const TextBlock& block : page_.blocks) {
      if (block.first >= root_.end) break;
      if (block.first >= root_.begin || is_lead(block)) take(block);
    }
    trim_head();
    trim_tail();
    return join();
  }

 private:
  struct Kept {
    const TextBlock* block = nullptr;
    std::string_view text = {};
    bool is_time = false;  // of an entry of a live blog
  };

  bool is_in_root(const TextBlock& block) const {
    return block.first >= root_.begin && block.first < root_.end;
  }
  bool is_junk(const TextBlock& block) const {
    return block.region != kNoRegion && junk_[block.region];
  }
  bool is_outside(const TextBlock& block) const {
    for (std::uint32_t r = block.region; r != kNoRegion; r = page_.regions[r].parent) {
      const ElementUse use = page_.regions[r].use;
      if (use == ElementUse::outside || use == ElementUse::hidden) return true;
    }
    return false;
  }
  bool is_prose(const TextBlock& block) const {
    if (block.kind == BlockKind::heading) return false;
    return block.size() >= kProseLine ||
           (block.size() >= kShortProse && ends_like_sentence(page_.of(block)));
  }

  void find_headline() {
    for (const TextBlock& block : page_.blocks) {
      if (block.first >= root_.begin) return;
      if (block.tag == HtmlTag::h1 || page_.of(block) == known_.title) headline_ = block.first;
    }
  }

  // A standfirst before the running text: marked as one, or the page's own summary.
  bool is_lead(const TextBlock& block) const {
    if (block.size() < kLead || block.link_bytes * 2 > block.size()) return false;
    if (block.first < headline_) return false;
    for (std::uint32_t r = block.region; r != kNoRegion; r = page_.regions[r].parent) {
      if (page_.regions[r].use == ElementUse::lead) return true;
    }
    return page_.of(block) == known_.description;
  }

  // The time of an entry of a live blog, where the block is hardly more than that.
  std::string_view time_of(const TextBlock& block) const {
    if (block.size() > kTimeLine) return {};
    const std::string_view text = page_.of(block);
    if (block.time_end <= block.time_begin) return text.substr(0, match_clock(text));
    const std::uint32_t size = block.time_end - block.time_begin;
    if (size * 2 < block.size() && ends_like_sentence(text)) return {};
    return std::string_view(page_.text).substr(block.time_begin, size);
  }

  // The time that a block shows; where no entry shows one but "2 hours ago" or a date, that of its
  // <time datetime>.
  std::string_view clock_of(const TextBlock& block) const {
    const std::string_view shown = time_of(block);
    if (has_clock(shown)) return shown;
    if (!dated_ || shown.empty() || is_junk(block)) return {};
    const NodeIndex begin = time_element_before(block.first);
    const NodeIndex end = std::min(dom_[block.element].end, begin + kMostTimeNodes);
    for (NodeIndex i = begin; i < end; ++i) {
      if (dom_[i].tag == HtmlTag::time) {
        return clock_of_datetime(dom_.attribute(i, "datetime").value_or(""));
      }
    }
    return {};
  }
  // The <time> that `text` stands in, else the text itself. One that holds much is no time, and
  // its attributes would be read for everything in it.
  NodeIndex time_element_before(NodeIndex text) const {
    NodeIndex i = text;
    for (NodeIndex n = 0; n < kMostTimeNodes && i != kNoNode; ++n, i = dom_[i].parent) {
      if (dom_[i].tag == HtmlTag::time && dom_[i].end - i < kMostTimeNodes) return i;
    }
    return text;
  }
  // "2019-10-16T09:30+02:00" -> "09:30". Midnight is what a date alone is written as.
  static std::string_view clock_of_datetime(std::string_view datetime) {
    const std::size_t before = datetime.find_first_of("T ");
    if (before == std::string_view::npos) return {};
    const std::string_view clock = datetime.substr(before + 1, kClock);
    return match_clock(clock) == kClock && clock != "00:00" ? clock : std::string_view();
  }

  // Teasers have dates, too, but often titles only.
  bool is_entry(const TextBlock& block) const {
    if (!is_prose(block) || block.link_bytes * 2 >= block.size()) return false;
    return !dated_ || (!is_junk(block) && ends_like_sentence(page_.of(block)));
  }

  // Times with prose between, again and again.
  bool is_live() const {
    int entries = 0;
    bool time = false;
    for (const TextBlock& block : page_.blocks) {
      if (!is_in_root(block) || is_outside(block)) continue;
      if (!clock_of(block).empty()) {
        time = true;
      } else if (time && is_entry(block)) {
        ++entries;
        time = false;
      }
    }
    return entries >= kLeastEntries;
  }

  // Notices in place of what a script would show come again and again.
  void count_lines() {
    for (const TextBlock& block : page_.blocks) {
      if (is_in_root(block) && block.kind == BlockKind::paragraph && block.size() >= kNotice) {
        ++times_said_[page_.of(block)];
      }
    }
  }
  bool is_said_too_often(const TextBlock& block) {
    if (live_ || block.kind != BlockKind::paragraph || block.size() < kNotice) return false;
    const auto said = times_said_.find(page_.of(block));
    return said != times_said_.end() && said->second >= 3;
  }

  void take(const TextBlock& block) {
    const std::string_view text = page_.of(block);
    const std::string_view time = is_in_root(block) ? time_of(block) : std::string_view();
    const std::string_view clock =
        live_ && !time.empty() && !is_outside(block) ? clock_of(block) : std::string_view();
    if (!clock.empty()) {
      const bool whole = block.time_end == 0 && !is_junk(block);
      kept_.push_back({&block, whole ? text : clock, true});
      return;
    }
    if (is_junk(block) || time.size() * 2 > block.size()) return;
    if (block.tag == HtmlTag::h1 || text == known_.title) return;
    if (block.kind != BlockKind::cell) {
      if (is_mostly_links(block)) {
        drop_label(block);
        return;
      }
      if (is_interruption(text) || is_said_too_often(block)) return;
      if (block.size() >= kRepeated && !seen_.insert(text).second) return;
      if (repeats_the_last(text)) return;
    }
    kept_.push_back({&block, text});
  }

  // All of the text once more, without its paragraphs.
  bool repeats_the_last(std::string_view text) const {
    if (text.size() < kWholeText) return false;
    std::size_t tried = 0;
    const auto end = kept_.rbegin() + std::min(std::ssize(kept_), kMostLookedBack);
    for (auto kept = kept_.rbegin(); kept != end && tried < 2; ++kept) {
      if (kept->text.size() < kProseLine || kept->text.size() > text.size()) continue;
      if (text.find(kept->text.substr(0, kRepeatedStart)) == std::string_view::npos) return false;
      ++tried;
    }
    return tried == 2;
  }

  // "Also interesting" right before links to other reports.
  void drop_label(const TextBlock& links) {
    if (kept_.empty() || kept_.back().block + 1 != &links) return;
    const Kept& last = kept_.back();
    if (last.block->size() < kLabel && !last.is_time &&
        (last.block->kind == BlockKind::heading || !ends_like_sentence(last.text) ||
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
             kept.block->size() < kShortLine &&
             (!ends_like_sentence(kept.text) || has_digit(kept.text));
    });
    kept_.erase(end, keep);
  }

  // Behind the last prose: signatures, rights, headings over what was left out.
  void trim_tail() {
    for (std::size_t i = 0; i < kMostClosingLines && !kept_.empty(); ++i) {
      const TextBlock& last = *kept_.back().block;
      const std::string_view text = kept_.back().text;
      const bool bare = last.size() < kClosingLine && !ends_like_sentence(text) &&
                        last.kind == BlockKind::paragraph;
      if (last.kind != BlockKind::heading && !bare &&
          (last.kind != BlockKind::paragraph || !is_closing(text))) {
        return;
      }
      kept_.pop_back();
    }
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
  const KnownLines& known_;
  NodeIndex headline_ = kNoNode;
  bool live_ = false;
  bool dated_ = false;  // times are looked for in <time datetime>
  std::unordered_map<std::string_view, int> times_said_ = {};
  std::unordered_set<std::string_view> seen_ = {};
  std::vector<Kept> kept_ = {};
};
}  // namespace

std::string write_paragraphs(const Dom& dom, const PageBlocks& page,
                             const std::vector<bool>& junk_regions, ArticleRoot root,
                             const KnownLines& known) {
  return ParagraphWriter(dom, page, junk_regions, root, known).write();
}

}  // namespace sayso
