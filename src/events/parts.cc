#include "events/parts.h"

#include <algorithm>

#include "core/word_set.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word
namespace {
constexpr TokenIndex kReach = 30;  // tokens behind those who came to harm

class PartFinder {
 public:
  PartFinder(const Scene& scene, const Victims& victims, const Harm& harm, PhraseIndex whole)
      : scene_(scene), syntax_(scene.syntax), victims_(victims), harm_(harm) {
    from_ = syntax_.phrase(whole).tokens.last;
    end_ = std::min(syntax_.sentence_of(from_ - 1).last, from_ + kReach);
  }

  std::vector<Part> find() {
    for (TokenIndex i = from_; i < end_ && !ends_at(i); ++i) {
      if (const TokenIndex part = opens_part(i); part != i) {
        take_list(part);
        break;
      }
      const auto phrase = syntax_.phrase_at(i);
      if (!phrase) continue;
      if (is_part_of_them(*phrase)) {
        parts_.push_back({.victim = *phrase});
        break;
      }
      if (is_elsewhere(*phrase)) parts_.push_back({.victim = *phrase, .beside = true});
      if (const auto part = how_badly(*phrase)) {
        parts_.push_back(*part);
        break;
      }
      i = syntax_.phrase(*phrase).tokens.last - 1;
    }
    return std::move(parts_);
  }

 private:
  // Behind another verb, or other harm, the parts are of something else.
  bool ends_at(TokenIndex i) const {
    const auto verb = syntax_.verb_at(i);
    if (!verb || verb == harm_.verb || harm_.tokens.contains(syntax_.verb(*verb).head)) {
      return false;
    }
    return syntax_.verb(*verb).finite || scene_.may_begin(i, kCasualtyVerbs);
  }

  void take_list(TokenIndex first) {
    const auto phrase = first < end_ ? syntax_.phrase_at(first) : std::nullopt;
    if (!phrase) return;
    for (const PhraseIndex p : syntax_.list_from(*phrase, end_)) {
      if (victims_.are_told(p)) parts_.push_back({.victim = p});
    }
  }

  // Where what follows "including", "incl." or "among them" begins; `i` where there is none.
  TokenIndex opens_part(TokenIndex i) const {
    const WordKey key = scene_.token(i).key;
    if ((key == "including"_word || key == "incl."_word) && i + 1 < end_) return i + 1;
    const bool among =
        key == "among"_word && i + 2 < end_ && scene_.token(i + 1).key == "them"_word;
    return among ? i + 2 : i;
  }

  // "killed 19 in Oste, seven in Vel and one at sea": a bare number and where.
  bool is_elsewhere(PhraseIndex p) const {
    static constexpr auto kWhere = words("in", "from", "at", "near", "on");
    const NounPhrase& np = syntax_.phrase(p);
    if (np.tokens.first == 0 || np.tokens.last + 1 >= end_) return false;
    const Token& before = scene_.token(np.tokens.first - 1);
    const bool listed = before.key == ","_word || before.tag == Tag::CC;
    return listed && scene_.token(np.head).tag == Tag::CD && victims_.counts(p) &&
           kWhere.has(scene_.token(np.tokens.last).key);
  }

  // "three of them critically", "eight of them women", "a third of them badly": no verb of its own.
  bool is_part_of_them(PhraseIndex p) const {
    const TokenIndex of = syntax_.phrase(p).tokens.last;
    if (of + 1 >= end_ || scene_.token(of).key != "of"_word) return false;
    if (scene_.token(of + 1).key != "them"_word || !victims_.counts(p)) return false;
    TokenIndex next = of + 2;
    while (next < end_ && is_adverb(scene_.token(next).tag)) ++next;
    return next >= end_ || !syntax_.verb_at(next);
  }

  // "wounded, two seriously", "stabbed, four fatally"
  std::optional<Part> how_badly(PhraseIndex p) const {
    const NounPhrase& np = syntax_.phrase(p);
    if (np.tokens.last >= end_ || np.tokens.first == 0 || !victims_.counts(p)) return std::nullopt;
    const Token& before = scene_.token(np.tokens.first - 1);
    const bool apart = before.key == ","_word || before.key == "and"_word;
    const Token& how = scene_.token(np.tokens.last);
    const bool severe = is_adverb(how.tag) && scene_.lexicon.severities.find(how.key);
    if (!apart || !severe || syntax_.verb_at(np.tokens.last + 1)) return std::nullopt;
    return Part{.victim = p, .how = {np.tokens.last, np.tokens.last + 1}, .fatal = is_fatal(how)};
  }

  const Scene& scene_;
  const Syntax& syntax_;
  const Victims& victims_;
  const Harm& harm_;
  TokenIndex from_ = 0, end_ = 0;
  std::vector<Part> parts_ = {};
};
}  // namespace

bool is_fatal(const Token& token) {
  return token.key == "fatally"_word || token.key == "mortally"_word;
}

std::vector<Part> find_parts(const Scene& scene, const Victims& victims, const Harm& harm,
                             PhraseIndex whole) {
  return PartFinder(scene, victims, harm, whole).find();
}

}  // namespace sayso
