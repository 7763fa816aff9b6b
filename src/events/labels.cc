#include "events/labels.h"

#include "core/word_set.h"
#include "events/roles.h"

namespace sayso {
namespace {

constexpr auto kOffices =
    words("court", "directorate", "department", "unit", "squad", "bureau", "act", "law", "tribunal",
          "office", "centre", "center", "agency", "ministry", "commission", "committee", "police",
          "section", "division", "branch", "brigade", "task", "convention", "bill", "legislation",
          "code", "prosecutor", "list", "financing", "studies", "expert");

bool is_in_name(const Scene& scene, TokenRange tokens) {
  for (TokenIndex i = tokens.first; i < tokens.last; ++i) {
    const Token& token = scene.token(i);
    if (token.name != NameKind::none) return true;
    const bool opens = scene.syntax.sentence_of(i).first == i;
    if (opens || !is_proper(token.tag) || token.shape != WordShape::capitalized) continue;
    return true;
  }
  return false;
}

// "anti-terrorism court", "counter-terrorism unit", "the terrorism law"
bool is_in_title(const Scene& scene, TokenRange tokens, const NounPhrase& phrase) {
  if (phrase.head < tokens.last) return false;
  const bool anti = tokens.first > 0 && scene.token(tokens.first - 1).tag == Tag::HYPH;
  return anti || kOffices.has(scene.token(phrase.head).lemma_key);
}

bool fits_tag(const EventLexicon::Parts::LabelTerm& term, const Token& token) {
  if (is_adjective(token.tag) || token.tag == Tag::VBN) return term.adjective || term.noun;
  return is_noun(token.tag) && (term.noun || term.adjective);
}

bool is_people_entity(const Scene& scene, std::optional<EntityIndex> entity) {
  return entity && can_act(scene.analysis.entities[*entity].type);
}

// "terrorist activities of the group", "the group's acts of terror": whose they are.
std::optional<EntityIndex> bearer(const Scene& scene, PhraseIndex phrase, TokenIndex label) {
  const Syntax& syntax = scene.syntax;
  if (const auto entity = syntax.entity_with_head(syntax.phrase(phrase).head);
      is_people_entity(scene, entity)) {
    return entity;
  }
  if (const auto entity = syntax.premodifier(phrase, label); is_people_entity(scene, entity)) {
    return entity;
  }
  const PhraseIndex outer = syntax.outermost(phrase);
  for (const PhraseIndex p : {phrase, outer}) {
    const auto possessor = syntax.possessor(p);
    if (is_people_entity(scene, possessor)) return possessor;
  }
  if (const auto complement = syntax.complement(phrase)) {
    const auto entity = syntax.entity(*complement);
    if (is_people_entity(scene, entity)) return entity;
  }
  if (outer == phrase) return std::nullopt;
  const auto entity = syntax.entity(outer);
  return is_people_entity(scene, entity) ? entity : std::nullopt;
}
}  // namespace

std::vector<Label> find_labels(const Scene& scene) {
  std::vector<Label> labels;
  const auto& tokens = scene.analysis.tokens;
  for (const Sentence& sentence : scene.analysis.sentences) {
    for (TokenIndex i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const auto match = scene.find(kLabels, i, sentence.tokens.last);
      if (!match) continue;
      const TokenRange range{i, match->last};
      const auto& term = scene.lexicon.label_terms[match->value];
      if (!fits_tag(term, tokens[range.last - 1]) || is_in_name(scene, range)) continue;
      const auto phrase = scene.syntax.phrase_at(range.last - 1);
      if (phrase && is_in_title(scene, range, scene.syntax.phrase(*phrase))) continue;
      Label& label = labels.emplace_back();
      label.span = scene.analysis.span_of(range);
      label.term = term.term;
      if (phrase) label.of = bearer(scene, *phrase, i);
      label.voice = scene.voices.of(label.span);
      label.origin = {"label.lexicon", 0.8F};
      i = range.last - 1;
    }
  }
  return labels;
}

}  // namespace sayso
