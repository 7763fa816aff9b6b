#include "core/attribution.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {
constexpr std::array<std::string_view, 24> kActs = {
    "say",    "report", "announce", "confirm", "deny",     "allege", "accuse",  "claim",
    "demand", "ask",    "order",    "promise", "threaten", "warn",   "believe", "want",
    "expect", "plan",   "suggest",  "show",    "agree",    "refuse", "praise",  "criticize"};

bool holds(const std::vector<Span>& content, Span span) {
  return std::any_of(content.begin(), content.end(), [&](Span c) { return c.contains(span); });
}
}  // namespace

std::string_view to_text(QuotationKind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {"direct", "indirect", "mixed"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_text(Act act) { return kActs[static_cast<std::size_t>(act)]; }

std::optional<Act> parse_act(std::string_view text) {
  const auto* const found = std::find(kActs.begin(), kActs.end(), text);
  if (found == kActs.end()) return std::nullopt;
  return static_cast<Act>(found - kActs.begin());
}

std::vector<AttributionIndex> voice_of(Span span, const std::vector<Attribution>& attributions) {
  std::vector<AttributionIndex> voice;
  for (AttributionIndex i = 0; i < attributions.size(); ++i) {
    if (holds(attributions[i].content, span)) voice.push_back(i);
  }
  const auto size = [&](AttributionIndex i) {
    std::uint64_t bytes = 0;
    for (const Span s : attributions[i].content) bytes += s.size();
    return bytes;
  };
  // Nested contents lie inside their outer one, so the larger content is the outer voice.
  std::stable_sort(voice.begin(), voice.end(),
                   [&](AttributionIndex a, AttributionIndex b) { return size(a) > size(b); });
  return voice;
}

}  // namespace sayso
