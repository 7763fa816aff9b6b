// Attribution: who said what, and with which words the report tells us so.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/origin.h"
#include "core/span.h"

namespace sayso {

using AttributionIndex = std::uint32_t;

enum class QuotationKind : std::uint8_t {
  direct,    // the content is inside quotation marks
  indirect,  // none of it is
  mixed,     // some of it is
};

// What the source does with the content; the cue's lemma decides (lexicons/cues.tsv).
enum class Act : std::uint8_t {
  say,
  report,
  announce,
  confirm,
  deny,
  allege,
  accuse,
  claim,
  demand,
  ask,
  order,
  promise,
  threaten,
  warn,
  believe,
  want,
  expect,
  plan,
  suggest,
  show,
  agree,
  refuse,
  praise,
  criticize
};
std::string_view to_text(QuotationKind kind);
std::string_view to_text(Act act);
std::optional<Act> parse_act(std::string_view text);

struct Attribution {
  std::vector<Span> source = {};   // empty in "it was reported that ..."
  std::vector<Span> cue = {};      // "issued a statement", "saying"
  std::vector<Span> content = {};  // several when the cue interrupts a quotation
  QuotationKind kind = QuotationKind::indirect;
  Act act = Act::say;
  std::optional<EntityIndex> source_entity =
      {};                                       // who that is, statements followed to who made them
  std::optional<AttributionIndex> within = {};  // the one this stands in: voices nest
  Origin origin = {};
};

// The attributions from the outermost to the innermost whose content holds `span`; empty is the
// outlet's own voice.
std::vector<AttributionIndex> voice_of(Span span, const std::vector<Attribution>& attributions);

}  // namespace sayso
