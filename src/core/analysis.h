// Analysis: what `read` finds in a report: sentences, tokens, phrases, mentions, entities.
//
// Flat vectors; links are indices into them. Sentences and tokens are in text order, so a range
// of either is a pair of indices. The layers are written in the order they stand here, each once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/origin.h"
#include "core/span.h"
#include "core/tag.h"
#include "core/word.h"

namespace sayso {

using TokenIndex = std::uint32_t;
using SentenceIndex = std::uint32_t;
using MentionIndex = std::uint32_t;
using EntityIndex = std::uint32_t;

// Tokens [first, last).
struct TokenRange {
  TokenIndex first = 0;
  TokenIndex last = 0;

  constexpr TokenIndex size() const { return last - first; }
  constexpr bool empty() const { return first == last; }
  constexpr bool contains(TokenIndex token) const { return first <= token && token < last; }
  constexpr bool contains(TokenRange other) const {
    return first <= other.first && other.last <= last;
  }
  constexpr bool overlaps(TokenRange other) const {
    return first < other.last && other.first < last;
  }
  friend constexpr bool operator==(const TokenRange&, const TokenRange&) = default;
};

enum class SentenceKind : std::uint8_t {
  prose,
  heading,    // a title or subheading: no full stop, set apart
  list_item,  // follows a bullet, a dash or a number
};

struct Sentence {
  Span span = {};
  TokenRange tokens = {};
  std::uint32_t paragraph = 0;  // 0-based; damaged text may hold many paragraphs on one line
  SentenceKind kind = SentenceKind::prose;
};

// How the letters of a token are cased.
enum class WordShape : std::uint8_t {
  other,
  lower,
  capitalized,
  upper,
  mixed,
  number,
  punctuation
};

// What kind of name a token belongs to, in the order of the "names" model's labels.
enum class NameKind : std::uint8_t { none, person, organization, place, other };

struct Token {
  Span span = {};
  std::uint32_t sentence = 0;
  WordShape shape = WordShape::other;
  bool space_before = false;  // white space or the start of the text precedes it
  // By `tag`:
  Tag tag = Tag::NN;
  NameKind name = NameKind::none;
  bool name_begins = false;  // the first token of a name
  // Lower-case spelling (typographic quotes and dashes as ASCII) and lemma: see Analysis::lower.
  std::uint32_t lower_at = 0, lemma_at = 0;
  std::uint16_t lower_size = 0, lemma_size = 0;
  WordKey key = 0;        // of the lower-case spelling
  WordKey lemma_key = 0;  // of the lemma
};

// Words between double quotation marks (or single ones used as such), marks included.
struct Quotation {
  Span span = {};          // marks included
  TokenRange tokens = {};  // marks included
  bool closed = true;  // false when the closing mark is missing (the span ends at the paragraph)
  bool continues = false;  // carries on the quotation before it, which its paragraph left open
  bool nested = false;     // inside another quotation
};

// A base noun phrase: "the country's interior ministry", "6 of the injured" is two.
struct NounPhrase {
  TokenRange tokens = {};
  TokenIndex head = 0;  // the last noun, name, pronoun or number
};

enum class Tense : std::uint8_t { none, past, present, future };
enum class Modality : std::uint8_t { none, possible, necessary, conditional };

// A verb with its auxiliaries and adverbs: "has not yet been confirmed", "to seize", "saying".
struct VerbGroup {
  TokenRange tokens = {};
  TokenIndex head = 0;  // the main verb
  Tense tense = Tense::none;
  Modality modality = Modality::none;  // possible: may, might, could; necessary: must, should
  bool finite = false;                 // carries tense: can head a main clause
  bool passive = false;
  bool negated = false;
  bool infinitive = false;  // "to seize"
  bool perfect = false;     // "has seized"
  bool progressive = false;
};

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

// Universal parts of speech (UD version 2).
// clang-format off
enum class Upos : std::uint8_t {
  ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X
};
// clang-format on
std::string_view to_text(Upos upos);
std::optional<Upos> parse_upos(std::string_view text);

// A token's place in the syntax tree of its sentence (UD version 2, basic dependencies).
struct Dependency {
  Upos upos = Upos::X;
  TokenIndex head = 0;             // the token itself at the root of its sentence
  std::string_view relation = {};  // "nsubj", "obl:tmod", "root"; in the reader's model
};

// Who said what, in the outlet's own voice, as the full reader's model marks it. The pieces of a
// role are in text order; `source` may be empty.
struct Saying {
  TokenRange cue = {};
  std::vector<TokenRange> source = {};
  std::vector<TokenRange> content = {};
  float confidence = 0;
};

// Words that refer to somebody or something.
struct Mention {
  Span span = {};
  TokenRange tokens = {};
  TokenIndex head = 0;
  MentionKind kind = MentionKind::nominal;
  EntityIndex entity = 0;
};

// "facility": a building or site; "group": people not organised under a name ("protesters");
// "document": a statement, report or order that can be a source; "event", "object", "other".
enum class EntityType : std::uint8_t {
  person,
  organization,
  group,
  place,
  facility,
  object,
  document,
  event,
  other
};
std::string_view to_text(EntityType type);
std::string_view to_text(MentionKind kind);

// What mentions share, within one report. `name` is the fullest name the report uses, without
// labels ("terrorist") and titles; for an unnamed entity, its first nominal.
struct Entity {
  EntityType type = EntityType::other;
  std::string name = {};
  std::vector<MentionIndex> mentions = {};  // in text order
  // "The statement" speaks for the ministry that issued it; "the spokesman" for his.
  std::optional<EntityIndex> speaks_for = {};
  // Whose this is, when the report's words tie it to another: "MKO forces" to the MKO, "the
  // country's police" to the country.
  std::optional<EntityIndex> belongs_to = {};
  Origin origin = {};
};

struct Analysis {
  // segment
  std::vector<Sentence> sentences = {};
  std::vector<Token> tokens = {};
  std::vector<Quotation> quotations = {};  // by span.begin
  // by the full reader only
  std::vector<Dependency> dependencies = {};  // one for each token; empty from the fast reader
  std::vector<Saying> sayings = {};           // by cue
  // parse
  std::vector<NounPhrase> noun_phrases = {};  // in text order, not overlapping
  std::vector<VerbGroup> verb_groups = {};    // in text order, not overlapping
  // refer
  std::vector<Mention> mentions = {};  // in text order, by span.begin then longest first
  std::vector<Entity> entities = {};   // by first mention

  std::string words = {};  // storage of every spelling and lemma

  // Lower-case spelling and lemma of a token; views into `words`.
  std::string_view lower(const Token& token) const {
    return std::string_view(words).substr(token.lower_at, token.lower_size);
  }
  std::string_view lemma(const Token& token) const {
    return std::string_view(words).substr(token.lemma_at, token.lemma_size);
  }
  // The text covered by a range that is not empty.
  Span span_of(TokenRange range) const {
    return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
  }
  // Stores a spelling or a lemma for `token` and sets its key.
  void set_lower(Token& token, std::string_view lower);
  void set_lemma(Token& token, std::string_view lemma);
};

// The longest mention whose head is `token`.
std::optional<MentionIndex> mention_headed_by(const Analysis& analysis, TokenIndex token);

// Who or what the words of `range` speak of: the entity of its first noun phrase's head, be it a
// source ("interior minister Kaltrina Doda"), an actor or a target; else of the first mention that
// lies inside.
std::optional<EntityIndex> entity_of(const Analysis& analysis, TokenRange range);

}  // namespace sayso
