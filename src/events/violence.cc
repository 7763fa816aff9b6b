#include "events/violence.h"

#include <algorithm>

#include "core/word_set.h"

namespace sayso {
namespace {
constexpr auto kAmbiguous = words(
    "attack", "assault", "hit", "strike", "target", "beat", "fight", "battle", "war",
    "confrontation", "confront", "offensive", "capture", "seize", "occupy", "destroy", "blast",
    "shoot", "fire", "bash", "pound", "hammer", "assail", "raid", "storm", "siege", "aggression",
    "retaliate", "retaliation", "sabotage", "conflict", "pummel", "bomb", "invade", "invasion",
    "annihilate", "punch", "kick", "slap", "destruction", "hijack", "burn", "throw", "launch",
    "unleash", "level", "flatten", "topple", "oust", "overthrow", "conquer", "retake", "regain",
    "take", "gain", "engage", "advance", "uprising", "coup", "insurrection", "wound", "injure",
    "kill", "murder", "execute", "execution", "butcher", "slaughter", "demolish", "sweep", "club",
    "barrage", "violence", "fighting", "hurl", "rampage", "ambush", "trade", "exchange", "clash",
    "standoff", "rape", "explode", "explosion", "torture", "reprisal", "rob", "robbery", "takeover",
    "stab", "knife", "shell", "damage", "demolition", "overrun", "disappearance");

// Who and what is told of in accounts of violence.
constexpr auto kArmed = words(
    "rebel", "militia", "militiaman", "guerrilla", "fighter", "insurgent", "militant", "gunman",
    "gunmen", "paramilitary", "mercenary", "jihadist", "separatist", "assailant", "attacker",
    "villager", "village", "commando", "bandit", "convoy", "checkpoint", "outpost", "ceasefire",
    "truce", "responsibility", "gang", "sniper", "patrol", "camp", "barracks", "embassy");

constexpr std::uint64_t kViolentContexts = std::uint64_t{1} << 0U | std::uint64_t{1} << 12U |
                                           std::uint64_t{1} << 13U | std::uint64_t{1} << 21U |
                                           std::uint64_t{1} << 29U | std::uint64_t{1} << 30U |
                                           std::uint64_t{1} << 33U;
constexpr std::uint64_t kElection = std::uint64_t{1} << 4U;
constexpr TokenIndex kMost = 120;  // tokens of a sentence that are read
}  // namespace

// A weapon, or a word for the dead and wounded.
bool Violence::is_physical(TokenIndex i, TokenIndex last) const {
  const Token& token = scene_.token(i);
  if (!scene_.may_begin(i, kInstruments | kCasualtyAdjectives | kCasualtyNouns | kCasualtyVerbs)) {
    return false;
  }
  const auto weapon = scene_.find(kInstruments, i, last);
  if (weapon && !scene_.lexicon.instrument_modes[weapon->value].empty()) return true;
  if (is_verb(token.tag)) return scene_.lexicon.casualty_verbs.has(token.lemma_key);
  return scene_.lexicon.casualty_adjectives.find(token.lemma_key) ||
         scene_.lexicon.casualty_nouns.find(token.lemma_key);
}

Violence::Tone Violence::read_tone(std::uint32_t sentence) const {
  const TokenRange tokens = scene_.analysis.sentences[sentence].tokens;
  const TokenIndex last = std::min(tokens.last, tokens.first + kMost);
  const auto& all = scene_.analysis.tokens;
  std::uint64_t contexts = 0;
  bool physical = false;
  for (TokenIndex i = tokens.first; i < last && !physical; ++i) {
    physical = is_physical(i, last) || (is_noun(all[i].tag) && kArmed.has(all[i].lemma_key));
    const auto context = scene_.find(kContexts, i, last);
    if (context) contexts |= scene_.lexicon.context_sets[context->value];
  }
  if (physical) return Tone::violent;
  if ((contexts & kElection) != 0) return Tone::political;
  return (contexts & kViolentContexts) != 0 ? Tone::violent : Tone::plain;
}

Violence::Tone Violence::tone(std::uint32_t sentence) {
  Tone& known = known_[sentence];
  if (known == Tone::unknown) known = read_tone(sentence);
  return known;
}

bool Violence::is_literal(const Draft& draft) {
  if (draft.event.type != EventType::assault || !draft.event.instruments.empty()) return true;
  const TokenRange trigger = draft.trigger.tokens;
  const TokenIndex word = draft.trigger.verb ? trigger.first : trigger.last - 1;
  if (!kAmbiguous.has(scene_.token(word).lemma_key)) return true;
  const std::uint32_t sentence = scene_.token(trigger.first).sentence;
  const Tone own = tone(sentence);
  if (own != Tone::plain) return own == Tone::violent;
  const bool before = sentence > 0 && tone(sentence - 1) == Tone::violent;
  return before || (sentence + 1 < known_.size() && tone(sentence + 1) == Tone::violent);
}

}  // namespace sayso
