// Event and Label: what is told, and the loaded words it is told in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/attribution.h"
#include "core/origin.h"
#include "core/span.h"
#include "core/values.h"

namespace sayso {

using EventIndex = std::uint32_t;

// PLOVER 2.0 event types (Open Event Data Alliance), in its order from cooperation to conflict.
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
  harm,  // not PLOVER's: people came to harm, and nothing tells of violence
};
enum class Polarity : std::uint8_t { happened, did_not_happen };
enum class Reality : std::uint8_t { actual, alleged, planned, possible, demanded };
enum class Effect : std::uint8_t { killed, injured, missing, detained, displaced };
enum class TollScope : std::uint8_t { incident, cumulative };

std::string_view to_text(EventType type);  // "ASSAULT"
std::optional<EventType> parse_event_type(std::string_view text);
std::string_view to_text(Polarity polarity);
std::string_view to_text(Reality reality);
std::string_view to_text(Effect effect);
std::optional<Effect> parse_effect(std::string_view text);
std::string_view to_text(TollScope scope);

// "6 of the injured are in critical condition": injured, severity critical, q 6, part of "dozens".
struct Casualty {
  Effect effect = Effect::killed;
  std::optional<std::string> severity = {};  // "critical", "serious", "minor"
  std::optional<EntityIndex> who = {};
  std::optional<QuantityIndex> quantity = {};
  // The whole this is a part of: its quantity if the report states one, else who they are.
  std::optional<QuantityIndex> part_of = {};
  std::optional<EntityIndex> part_of_entity = {};
  TollScope scope = TollScope::incident;  // cumulative: a toll over years or a whole war
  Span evidence = {};
};

struct Event {
  EventType type = EventType::assault;
  std::string mode = {};                  // PLOVER mode, or empty
  std::vector<std::string> context = {};  // PLOVER contexts
  Span trigger = {};
  Polarity polarity = Polarity::happened;
  Reality reality = Reality::actual;
  std::vector<EntityIndex> actor = {}, target = {};
  std::optional<TimexIndex> time = {};
  std::optional<PlaceIndex> place = {};
  std::vector<Casualty> casualties = {};
  std::vector<Span> instruments = {}, objects = {};
  std::vector<AttributionIndex> voice = {};  // outermost first; empty = the outlet's own voice
  Span evidence = {};                        // the clause or sentence it is told in
  Origin origin = {};
};

// A loaded word somebody used of somebody: never a fact, never part of a name.
struct Label {
  Span span = {};
  std::string term = {};  // lemma: "terrorist"
  std::optional<EntityIndex> of = {};
  std::vector<AttributionIndex> voice = {};
  Origin origin = {};
};

// Events of one report that tell of the same happening.
struct Incident {
  std::vector<EventIndex> events = {};
  EventType type = EventType::assault;
  std::optional<TimexIndex> time = {};
  std::optional<PlaceIndex> place = {};
};

struct Events {
  std::vector<Event> events = {};  // in text order of their triggers
  std::vector<Label> labels = {};  // in text order
  std::vector<Incident> incidents = {};
};

}  // namespace sayso
