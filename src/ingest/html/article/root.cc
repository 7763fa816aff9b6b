#include "ingest/html/article/root.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace sayso {
namespace {
// Text that reads like prose; teasers and captions are shorter, menus are links.
constexpr std::uint32_t kProse = 80;
// A container whose name is that of something beside the article holds the article all the same
// when so much of the page's prose is in it.
constexpr double kTooMuchToLeaveOut = 0.35;
// How much of the prose must be in one child for the article to be inside it.
constexpr double kMostOfIt = 0.75;
constexpr double kNearlyAll = 0.85;

std::uint64_t prose_bytes(const TextBlock& block) {
  if (block.link_bytes * 2 > block.size() || block.kind == BlockKind::heading) return 0;
  const std::uint64_t bytes = block.size() - block.link_bytes;
  if (block.size() >= kProse) return bytes;
  return block.kind == BlockKind::cell ? bytes / 2 : 0;
}

// Prose by ranges of nodes.
class ProseSums {
 public:
  template <typename Counts>
  ProseSums(const PageBlocks& page, Counts counts) : blocks_(page.blocks) {
    sums_.reserve(blocks_.size() + 1);
    sums_.push_back(0);
    for (const TextBlock& block : blocks_) {
      sums_.push_back(sums_.back() + (counts(block) ? prose_bytes(block) : 0));
    }
  }
  std::uint64_t in(NodeIndex begin, NodeIndex end) const {
    return sums_[first_from(end)] - sums_[first_from(begin)];
  }
  std::uint64_t all() const { return sums_.back(); }

 private:
  std::size_t first_from(NodeIndex node) const {
    const auto found = std::lower_bound(
        blocks_.begin(), blocks_.end(), node,
        [](const TextBlock& block, NodeIndex wanted) { return block.first < wanted; });
    return static_cast<std::size_t>(found - blocks_.begin());
  }
  const std::vector<TextBlock>& blocks_;
  std::vector<std::uint64_t> sums_ = {};
};

// From the whole page down to the smallest element with most of the prose.
NodeIndex descend(const Dom& dom, const ProseSums& sums) {
  NodeIndex at = 0;
  const auto wanted = [](std::uint64_t prose) {
    return static_cast<std::uint64_t>(static_cast<double>(prose) * kMostOfIt);
  };
  while (true) {
    const std::uint64_t all = sums.in(at, dom[at].end);
    NodeIndex inside = kNoNode;
    for (NodeIndex child = at + 1; child < dom[at].end; child = dom[child].end) {
      const HtmlTag tag = dom[child].tag;
      if (!traits(tag).block && tag != HtmlTag::other) continue;
      if (tag == HtmlTag::p || tag == HtmlTag::li || tag == HtmlTag::blockquote) continue;
      if (all > 0 && sums.in(child, dom[child].end) > wanted(all)) inside = child;
    }
    if (inside == kNoNode) return at;
    at = inside;
  }
}
// How many times its prose a part of the page is worth, by what the page says of it.
double belief(const Dom& dom, const PageRegion& region) {
  if (region.use == ElementUse::article) return region.tag == HtmlTag::article ? 1.4 : 1.1;
  if (region.use != ElementUse::body) return 0;
  return dom.attribute(region.begin, "itemprop") ? 5 : 2.5;
}
}  // namespace

std::vector<bool> find_junk_regions(const PageBlocks& page) {
  const auto is_outside = [&page](const TextBlock& block) {
    for (std::uint32_t r = block.region; r != kNoRegion; r = page.regions[r].parent) {
      if (page.regions[r].use == ElementUse::outside) return true;
    }
    return false;
  };
  const ProseSums all(page, [](const TextBlock&) { return true; });
  const ProseSums inside(page, [&](const TextBlock& block) { return !is_outside(block); });
  const auto most_outside = static_cast<std::uint64_t>(0.95 * static_cast<double>(all.all()));
  const auto most =
      static_cast<std::uint64_t>(kTooMuchToLeaveOut * static_cast<double>(inside.all()));
  // Elements of one kind are left out together or not at all.
  std::unordered_map<std::size_t, std::uint64_t> prose_of_kind;
  for (const PageRegion& region : page.regions) {
    if (region.use > ElementUse::outside) {
      prose_of_kind[region.kind] += inside.in(region.begin, region.end);
    }
  }
  const auto headline = std::find_if(page.blocks.begin(), page.blocks.end(),
                                     [](const TextBlock& b) { return b.tag == HtmlTag::h1; });
  const auto has_headline = [&](const PageRegion& region) {
    return headline != page.blocks.end() && region.begin < headline->first &&
           headline->first < region.end;
  };
  std::vector<bool> junk;
  junk.reserve(page.regions.size());
  for (const PageRegion& region : page.regions) {
    bool is_junk = region.parent != kNoRegion && junk[region.parent];
    if (region.use == ElementUse::outside) {
      is_junk =
          is_junk || (all.in(region.begin, region.end) < most_outside && !has_headline(region));
    } else if (region.use > ElementUse::outside) {
      is_junk = is_junk || prose_of_kind[region.kind] <= most;
    }
    junk.push_back(is_junk);
  }
  return junk;
}

std::vector<bool> find_hidden_regions(const PageBlocks& page) {
  std::vector<bool> hidden;
  hidden.reserve(page.regions.size());
  for (const PageRegion& region : page.regions) {
    const bool inside = region.parent != kNoRegion && hidden[region.parent];
    hidden.push_back(inside || region.use == ElementUse::hidden ||
                     region.use == ElementUse::outside || region.tag == HtmlTag::footer);
  }
  return hidden;
}

ArticleRoot find_article_root(const Dom& dom, const PageBlocks& page,
                              const std::vector<bool>& junk_regions) {
  if (dom.nodes().empty()) return {};
  const ProseSums sums(page, [&](const TextBlock& block) {
    return block.region == kNoRegion || !junk_regions[block.region];
  });
  const NodeIndex found = descend(dom, sums);
  ArticleRoot root{found, dom[found].end, false};
  double most = static_cast<double>(sums.in(root.begin, root.end));
  for (std::size_t r = 0; r < page.regions.size(); ++r) {
    const PageRegion& region = page.regions[r];
    if (junk_regions[r]) continue;
    const double score =
        belief(dom, region) * static_cast<double>(sums.in(region.begin, region.end));
    if (score > most) {
      most = score;
      root = {region.begin, region.end, true};
    }
  }
  // The innermost that has nearly all of it.
  for (std::size_t r = 0; r < page.regions.size(); ++r) {
    const PageRegion& region = page.regions[r];
    if (junk_regions[r] || belief(dom, region) == 0) continue;
    if (region.begin <= root.begin || region.end > root.end) continue;
    if (static_cast<double>(sums.in(region.begin, region.end)) >
        kNearlyAll * static_cast<double>(sums.in(root.begin, root.end))) {
      root = {region.begin, region.end, true};
    }
  }
  return root;
}

}  // namespace sayso
