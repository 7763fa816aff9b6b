#include <algorithm>

#include "ingest/html/metadata/choose.h"
#include "ingest/html/metadata/names.h"
#include "ingest/html/metadata/outlet_name.h"
#include "ingest/html/metadata/plain_text.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
struct Candidate {
  std::string text = {}, key = {};
  const char* source = "";
  double weight = 0;
};

constexpr std::size_t kLongestTitle = 600;  // bytes

// Between a headline and the outlet's name.
constexpr std::string_view kSeparators[] = {" | ",
                                            " - ",
                                            " \xE2\x80\x93 ",
                                            " \xE2\x80\x94 ",
                                            " \xC2\xB7 ",
                                            " \xE2\x80\xA2 ",
                                            " :: ",
                                            " » ",
                                            " « ",
                                            " \xE2\x80\xBA ",
                                            " // ",
                                            " / ",
                                            " ~ "};

// The parts of a title that separators make.
struct Cut {
  std::size_t head_end = 0, tail_begin = 0;
};
std::vector<Cut> find_cuts(std::string_view title) {
  std::vector<Cut> cuts;
  constexpr std::size_t kMostCuts = 8;
  for (std::size_t at = 0; at < title.size() && cuts.size() < kMostCuts; ++at) {
    for (const std::string_view separator : kSeparators) {
      if (title.substr(at).starts_with(separator)) cuts.push_back({at, at + separator.size()});
    }
  }
  return cuts;
}

class TitleVote {
 public:
  static constexpr double kHeading = 1.0;  // the weight of the headline on the page

  explicit TitleVote(const OutletName& outlet) : outlet_(outlet) {}

  void add(std::string text, const char* source, double weight) {
    text = plain_text(text);
    std::string key = fold_key(text);
    if (key.empty() || outlet_.is(key) || candidates_.size() >= kMostCandidates) return;
    candidates_.push_back({std::move(text), std::move(key), source, weight});
  }

  // With and without what stands behind or before its separators.
  void add_cut(const std::string& text, const char* source, double weight) {
    const std::string title = plain_text(text);
    const auto cuts = find_cuts(title);
    // The last part first, then the first.
    std::vector<Cut> backwards(cuts.rbegin(), cuts.rend());
    for (const Cut& cut : backwards) {
      if (!outlet_.is_named_by(fold_key(title.substr(cut.tail_begin)))) continue;
      return add(title.substr(0, cut.head_end), source, weight);
    }
    if (!cuts.empty() && outlet_.is_named_by(fold_key(title.substr(0, cuts[0].head_end)))) {
      return add(title.substr(cuts[0].tail_begin), source, weight);
    }
    add(title, source, weight);
    for (const Cut& cut : cuts) {
      add(title.substr(0, cut.head_end), source, weight * kCutShare);
    }
    if (!cuts.empty()) add(title.substr(cuts.front().tail_begin), source, weight * kTailShare);
  }

  std::optional<ChosenText> best() const {
    const Candidate* best = nullptr;
    double most = 0;
    for (const Candidate& one : candidates_) {
      double votes = 0;
      for (const Candidate& other : candidates_) votes += supports(other, one) ? other.weight : 0;
      if (votes <= most) continue;
      best = &one;
      most = votes;
    }
    if (best == nullptr) return std::nullopt;
    return ChosenText{best->text, best->source};
  }

 private:
  // Equal titles; and what says more in front of the page's own headline, or behind it.
  static bool supports(const Candidate& other, const Candidate& one) {
    if (other.key == one.key) return true;
    constexpr std::size_t kShortest = 12;  // bytes
    if (one.weight < kHeading || one.key.size() < kShortest) return false;
    return other.key.starts_with(one.key) || other.key.ends_with(one.key);
  }

  static constexpr std::size_t kMostCandidates = 200;
  static constexpr double kCutShare = 0.5, kTailShare = 0.2;
  const OutletName& outlet_;
  std::vector<Candidate> candidates_ = {};
};
}  // namespace

std::optional<ChosenText> choose_title(const PageClues& page, const OutletName& outlet) {
  TitleVote vote(outlet);
  bool has_heading = false;
  for (const Clue& clue : page.of(MetaField::title)) {
    const MetaSource& source = meta_sources()[clue.source];
    const std::string_view name = source.name;
    const std::string text(prefix(clue.value, kLongestTitle));
    if (name == "h1") {
      const bool main = clue.node == page.heading;
      vote.add(text, source.name, main ? TitleVote::kHeading : clue.outside ? 0.2 : 0.4);
      has_heading = true;
    } else if (name == "json_ld.headline") {
      vote.add_cut(text, source.name, 0.8);
    } else if (name == "itemprop.headline") {
      vote.add(text, source.name, clue.outside ? 0.1 : 0.5);
    } else if (name == "h2") {
      const bool main = clue.node == page.heading;
      if (main) vote.add(text, source.name, TitleVote::kHeading);
      if (!main && !has_heading && !clue.outside) vote.add(text, source.name, 0.2);
    } else {
      vote.add_cut(text, source.name, name == "meta.og:title" ? 0.6 : 0.4);
    }
  }
  return vote.best();
}

namespace {
// "The Dunmore Herald | News from Dunmore": the part that the address names, else the first.
std::string outlet_part(const std::string& text, const OutletName& host) {
  const auto cuts = find_cuts(text);
  if (cuts.empty()) return text;
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : cuts[i - 1].tail_begin;
    const std::size_t end = i < cuts.size() ? cuts[i].head_end : text.size();
    if (begin > end) continue;
    std::string part = text.substr(begin, end - begin);
    if (host.is_named_by(fold_key(part))) return part;
  }
  return text.substr(0, cuts[0].head_end);
}

// Some pages give their title as the name of the site.
bool is_title_of(const PageClues& page, const std::string& key) {
  for (const Clue& clue : page.of(MetaField::title)) {
    if (clue.node == page.heading && fold_key(prefix(clue.value, kLongestTitle)) == key)
      return true;
  }
  return false;
}
}  // namespace

std::optional<ChosenText> choose_outlet(const PageClues& page, std::string_view uri) {
  const OutletName host("", uri);
  for (const Clue& clue : page.of(MetaField::outlet)) {
    std::string text = plain_text(prefix(clue.value, kLongestTitle));
    if (text.empty() || text.find("://") != text.npos) continue;
    if (is_title_of(page, fold_key(text))) continue;
    return ChosenText{outlet_part(text, host), meta_sources()[clue.source].name};
  }
  // "Headline | The Dunmore Herald", where the address agrees.
  for (const Clue& clue : page.of(MetaField::title)) {
    if (meta_sources()[clue.source].name != std::string_view("title")) continue;
    const std::string title = plain_text(prefix(clue.value, kLongestTitle));
    for (const Cut& cut : find_cuts(title)) {
      const std::string tail = title.substr(cut.tail_begin);
      if (host.is_named_by(fold_key(tail))) return ChosenText{tail, "title.outlet"};
    }
  }
  return std::nullopt;
}

}  // namespace sayso
