#include "attribute/cue_lexicon.h"

#include <array>
#include <cassert>
#include <charconv>

namespace sayso {
namespace {
constexpr std::array<std::string_view, 5> kKinds = {"verb", "noun", "adjective", "adverb",
                                                    "preposition"};

CueKind parse_kind(std::string_view text) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i] == text) return static_cast<CueKind>(i);
  }
  assert(false && "lexicons/cues.tsv names an unknown kind");
  return CueKind::verb;
}

std::uint8_t parse_constructions(std::string_view letters) {
  static constexpr std::string_view kLetters = "qpctn";  // in the order of the bits
  unsigned takes = 0;
  for (const char letter : letters) {
    if (const auto bit = kLetters.find(letter); bit != std::string_view::npos) takes |= 1U << bit;
  }
  return static_cast<std::uint8_t>(takes);
}

bool tag_fits(CueKind kind, Tag tag) {
  switch (kind) {
    case CueKind::verb: return is_verb(tag);
    case CueKind::noun: return is_noun(tag);
    case CueKind::adjective: return is_adjective(tag) || tag == Tag::VBN;
    default: return true;
  }
}
}  // namespace

CueLexicon::CueLexicon(std::string_view file) {
  const auto entries = lexicon_rows(file);
  rows_.reserve(entries.size());
  for (const auto& fields : entries) {
    assert(fields.size() == 5);
    CueRow row;
    row.kind = parse_kind(fields[1]);
    row.act = parse_act(fields[2]).value_or(Act::say);
    row.takes = parse_constructions(fields[3]);
    std::from_chars(fields[4].data(), fields[4].data() + fields[4].size(), row.reliability);
    PhraseTable& table = row.kind == CueKind::verb          ? verbs_
                         : row.kind == CueKind::preposition ? fixed_
                                                            : others_;
    table.add(fields[0], static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back(row);
    (row.kind == CueKind::preposition ? first_fixed_ : first_words_).add(fields[0]);
  }
}

void CueLexicon::FirstWords::add(std::string_view phrase) {
  const WordKey word = word_key(phrase.substr(0, phrase.find(' ')));
  bits_[word % kBits / 64] |= std::uint64_t{1} << (word % 64);
}

std::optional<CueLexicon::Hit> CueLexicon::find(const Analysis& analysis, TokenIndex at,
                                                TokenIndex end) const {
  const std::vector<Token>& tokens = analysis.tokens;
  if (first_fixed_.may_hold(tokens[at].key)) {
    if (const auto match = fixed_.longest(tokens, at, end)) {
      return Hit{&rows_[match->value], {at, match->last}};
    }
  }
  if (!first_words_.may_hold(tokens[at].lemma_key)) return std::nullopt;
  const Tag tag = tokens[at].tag;
  if (is_verb(tag)) {
    if (const auto match = verbs_.longest(tokens, at, end, PhraseTable::By::lemma)) {
      return Hit{&rows_[match->value], {at, match->last}};
    }
  }
  const auto match = others_.longest(tokens, at, end, PhraseTable::By::lemma);
  if (!match || !tag_fits(rows_[match->value].kind, tag)) return std::nullopt;
  return Hit{&rows_[match->value], {at, match->last}};
}

}  // namespace sayso
