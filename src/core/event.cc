#include "core/event.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {
constexpr std::array<std::string_view, 17> kTypes = {
    "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
    "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT", "HARM"};
constexpr std::array<std::string_view, 5> kEffects = {"killed", "injured", "missing", "detained",
                                                      "displaced"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view text) {
  const auto* const found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}
}  // namespace

std::string_view to_text(EventType type) { return kTypes[static_cast<std::size_t>(type)]; }
std::optional<EventType> parse_event_type(std::string_view text) {
  return find<EventType>(kTypes, text);
}

std::string_view to_text(Polarity polarity) {
  return polarity == Polarity::happened ? "happened" : "did-not-happen";
}

std::string_view to_text(Reality reality) {
  static constexpr std::array<std::string_view, 5> kNames = {"actual", "alleged", "planned",
                                                             "possible", "demanded"};
  return kNames[static_cast<std::size_t>(reality)];
}

std::string_view to_text(Effect effect) { return kEffects[static_cast<std::size_t>(effect)]; }
std::optional<Effect> parse_effect(std::string_view text) { return find<Effect>(kEffects, text); }

std::string_view to_text(TollScope scope) {
  return scope == TollScope::incident ? "incident" : "cumulative";
}

}  // namespace sayso
