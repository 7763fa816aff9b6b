// Cue -> the likeliest whole reading of it: source, layout, content, and how sure each choice is.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "attribute/content.h"
#include "attribute/context.h"
#include "attribute/cue.h"
#include "attribute/features.h"
#include "attribute/source.h"
#include "attribute/weights.h"

namespace sayso {

// The best of several options, and by how much it beat the second (in weight units).
struct Choice {
  std::size_t index = 0;
  std::int32_t margin = 0;
};

struct Hypothesis {
  Frame frame = {};
  TokenRange lead = {};  // "issued a statement", of a cue that goes on "saying"
  Layout layout = Layout::right;
  TokenRange left = {};       // content before the block, back to where its quotation began
  TokenRange right = {};      // content after it, to where its quotation ends
  TokenRange more = {};       // the sentences after it that the content is carried on to
  std::uint32_t carried = 0;  // how many those are
  std::int32_t cue_score = 0;
  std::int32_t source_margin = 0, layout_margin = 0, begin_margin = 0, end_margin = 0;
  std::int32_t score = 0;  // of keeping it
};

// The content's pieces in text order; those that it lacks are empty.
inline std::array<TokenRange, 3> content_of(const Hypothesis& h) {
  return {h.left, h.right, h.more};
}

// "No group claimed the attack": nobody speaks. "No fewer than ten" and "No 10" are somebody.
bool is_nobody(const Context& context, TokenRange source);

Choice choose_source(const Context& context, const Cue& cue, const SourceOptions& options,
                     const Weights& weights);
// Fills everything but the scores of the cue and of keeping.
Hypothesis make_hypothesis(const Context& context, const Cue& cue, const Weights& weights);

// Where a content that ends before sentence `next` may go on, and what speaks for it.
struct Carry {
  std::uint32_t next = 0;  // index of the sentence
  TokenRange tokens = {};  // the sentences it would take in: more than one if a quotation ties them
};
bool find_carry(const Context& context, const Hypothesis& hypothesis, Carry& carry);
void add_carry_features(const Context& context, const Hypothesis& hypothesis, const Carry& carry,
                        Features& features);
void take_carry(const Context& context, Hypothesis& hypothesis, const Carry& carry);
// Where the quotation that token `i` stands in begins and ends, with those of the paragraphs before
// and after that are one with it; the token's own bounds outside quotations.
TokenIndex quotation_begin(const Context& context, TokenIndex i);
TokenIndex quotation_end(const Context& context, TokenIndex i);
// Takes in the rest of a quotation that began before the left content or goes on after the right.
void complete_quotations(const Context& context, Hypothesis& hypothesis);

// "The group issued a statement on Friday saying that ..." is one attribution with a cue in two
// pieces: the later cue gets the earlier as its lead, which is then no hypothesis of its own.
void join_leads(const Context& context, std::vector<Hypothesis>& hypotheses);

// One hypothesis for each cue that is not hopeless and not nobody's, in text order, scored.
std::vector<Hypothesis> find_hypotheses(const Context& context, const CueLexicon& lexicon,
                                        const Weights& weights);

// A cue this unlikely (one in three) seldom makes an attribution; dropping two cues
// in five so costs no F1 on the fifth left out.
inline constexpr std::int32_t kHopeless = -Weights::kOne / 2;

// To be added to the features of the cue.
void add_keep_features(const Context& context, const Hypothesis& hypothesis, Features& features);

}  // namespace sayso
