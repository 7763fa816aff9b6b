#include "events/voices.h"

#include <algorithm>

namespace sayso {
namespace {
constexpr int kDeepest = 64;
}

Voices::Voices(const std::vector<Attribution>& attributions) : sizes_(attributions.size()) {
  for (AttributionIndex i = 0; i < attributions.size(); ++i) {
    for (const Span span : attributions[i].content) {
      contents_.push_back({.span = span, .attribution = i});
      sizes_[i] += span.size();
    }
  }
  std::stable_sort(contents_.begin(), contents_.end(), [](const Content& a, const Content& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::uint32_t open = 0;
  for (std::uint32_t i = 0; i < contents_.size(); ++i) {
    while (open != 0 && contents_[open - 1].span.end <= contents_[i].span.begin) {
      open = contents_[open - 1].enclosing;
    }
    contents_[i].enclosing = open;
    open = i + 1;
  }
}

template <typename Visit>
void Voices::visit(Span span, Visit visit) const {
  const auto after = std::upper_bound(
      contents_.begin(), contents_.end(), span.begin,
      [](std::uint32_t begin, const Content& content) { return begin < content.span.begin; });
  auto at = static_cast<std::uint32_t>(after - contents_.begin());
  for (int depth = 0; at != 0 && depth < kDeepest; ++depth) {
    const Content& content = contents_[at - 1];
    if (content.span.contains(span)) visit(content);
    at = content.enclosing;
  }
}

std::vector<AttributionIndex> Voices::of(Span span) const {
  std::vector<AttributionIndex> voice;
  visit(span, [&](const Content& content) { voice.push_back(content.attribution); });
  std::sort(voice.begin(), voice.end());
  voice.erase(std::unique(voice.begin(), voice.end()), voice.end());
  std::stable_sort(voice.begin(), voice.end(),
                   [&](AttributionIndex a, AttributionIndex b) { return sizes_[a] > sizes_[b]; });
  return voice;
}

std::optional<Span> Voices::content_of(Span span) const {
  std::optional<Span> innermost;
  visit(span, [&](const Content& content) {
    if (!innermost || content.span.size() < innermost->size()) innermost = content.span;
  });
  return innermost;
}

}  // namespace sayso
