#include "read/parse/parse.h"

#include "read/parse/noun_phrase.h"
#include "read/parse/verb_group.h"

namespace sayso {

void parse(Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    for (TokenIndex i = sentence.tokens.first; i < sentence.tokens.last;) {
      if (const auto phrase = noun_phrase_at(analysis.tokens, sentence.tokens, i)) {
        analysis.noun_phrases.push_back(*phrase);
        i = phrase->tokens.last;
      } else if (const auto group = verb_group_at(analysis.tokens, sentence.tokens, i)) {
        analysis.verb_groups.push_back(*group);
        share_auxiliaries(analysis);
        i = group->tokens.last;
      } else {
        ++i;
      }
    }
  }
}

}  // namespace sayso
