// Scene: the layers one report gives to events, with the look-ups made from them once.
// Draft: an event while it is being made, with the words it was made from.
#pragma once

#include <optional>
#include <vector>

#include "core/analysis.h"
#include "core/attribution.h"
#include "core/event.h"
#include "core/report.h"
#include "core/values.h"
#include "events/lexicon.h"
#include "events/syntax.h"
#include "events/voices.h"

namespace sayso {

class Scene {
 public:
  const Report& report;
  const Analysis& analysis;
  const std::vector<Attribution>& attributions;
  const Values& values;
  const EventLexicon::Parts& lexicon;
  Syntax syntax;
  Voices voices;

  Scene(const Report& r, const Analysis& a, const std::vector<Attribution>& said, const Values& v,
        const EventLexicon::Parts& words)
      : report(r),
        analysis(a),
        attributions(said),
        values(v),
        lexicon(words),
        syntax(a),
        voices(said) {
    begins_.reserve(a.tokens.size());
    for (const Token& t : a.tokens) begins_.push_back(words.first_words.of(t.lemma_key));
  }

  // False when no phrase of the table begins at the token.
  bool may_begin(TokenIndex i, std::uint16_t lexicons) const {
    return (begins_[i] & lexicons) != 0;
  }
  // The longest phrase of lemmas in one of the lexicon's tables that begins at `i`.
  std::optional<PhraseTable::Match> find(Lexicon which, TokenIndex i, TokenIndex end) const;

  const Token& token(TokenIndex i) const { return analysis.tokens[i]; }
  Span span_of(PhraseIndex phrase) const {
    return analysis.span_of(analysis.noun_phrases[phrase].tokens);
  }
  // The phrase with what completes it: "a number of drones".
  Span whole_span(PhraseIndex phrase) const;
  // Whether a time expression is in the phrase.
  bool is_time(PhraseIndex phrase) const;
  // The instruments.tsv entry that names the phrase's head.
  std::optional<std::uint32_t> instrument(PhraseIndex phrase) const;
  // The first quantity that touches `span` and counts things.
  std::optional<QuantityIndex> count_in(Span span) const;
  // The quantity that counts a phrase: it stands in it, or counts its words from before.
  std::optional<QuantityIndex> count_of(PhraseIndex phrase) const;
  // The quantity whose words begin at token `first`.
  const Quantity* quantity_at(TokenIndex first) const;

 private:
  std::vector<std::uint16_t> begins_;  // by token: the tables that may have a phrase there
};

// A word that may tell of an event.
struct Trigger {
  TokenRange tokens = {};
  std::uint32_t senses = 0;  // index into Parts::senses
  std::optional<VerbIndex> verb = {};
  std::optional<PhraseIndex> phrase = {};
  TokenIndex objects_from = 0;  // of a verb: where its objects begin
};

struct Draft {
  Event event = {};
  Trigger trigger = {};
  // For a noun: the verb that says something of the event, and as what.
  std::optional<VerbIndex> governor = {};
  std::optional<LightRole> role = {};
  bool definite = false;       // "the clashes": told of before
  bool many = false;           // "numerous bombings since 1979": no single happening
  bool merged = false;         // its harm went to the event that caused it
  bool casualty_only = false;  // made for a casualty no other event explains
  std::optional<TimexIndex> report_time = {};  // of the sentence around it: when it was said
};

}  // namespace sayso
