// Context -> cues: the places in a report that may attribute something, each to be judged.
#pragma once

#include <cstdint>
#include <vector>

#include "attribute/context.h"
#include "attribute/cue_lexicon.h"
#include "attribute/features.h"
#include "attribute/judgement.h"

namespace sayso {

struct Cue {
  CueRow row = {};
  TokenRange tokens = {};  // with auxiliaries, negation, particles and an introducing colon
  TokenIndex head = 0;     // the word that tells what is done
  const VerbGroup* group = nullptr;
};

// In text order. Two cues may share tokens ("issued a statement" and "statement").
std::vector<Cue> find_cues(const Context& context, const CueLexicon& lexicon);

// "Issued a statement over the clashes" tells what the statement is about, not what it says; the
// clashes are still told in the outlet's voice. `next` is where the content after the cue begins.
bool leads_to_topic(const Context& context, const CueRow& row, TokenIndex next);

// What tells a cue from the same word used otherwise, without looking for source or content.
void add_cue_features(const Context& context, const Cue& cue, Features& features);

}  // namespace sayso
