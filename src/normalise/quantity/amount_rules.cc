#include <algorithm>

#include "core/word_set.h"
#include "normalise/quantity/quantity_rules.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

const Token* token_before(const PatternMatch& m, const Analysis& a) {
  return m.before() == nullptr ? nullptr : &a.tokens[m.before()->tokens.last - 1];
}
const Token* token_after(const PatternMatch& m, const Analysis& a) {
  return m.after() == nullptr ? nullptr : &a.tokens[m.after()->tokens.first];
}
bool is_key(const Token* token, WordKey key) { return token != nullptr && token->key == key; }
bool is_hyphen(const Token* token) { return is_key(token, "-"_word) || is_key(token, "/"_word); }
bool may_be_counted(const Token* token) {
  return token != nullptr && (is_noun(token->tag) || is_adjective(token->tag) ||
                              token->tag == Tag::VBN || token->tag == Tag::VBG);
}

Amount exactly(double count) { return {.min = count, .max = count}; }
Amount from(double least) { return {.min = least, .approximate = true}; }
std::string unit_of(const PatternMatch& m) {
  for (const W c : {W::currency, W::money, W::percent, W::measure}) {
    if (const Item* item = m.find(c)) return std::string(item->text(c));
  }
  return {};
}

// Numbers that name something: "flight 90", "AK-47", "Apollo 11", "No. 5".
bool is_name(const PatternMatch& m, const Analysis& a) {
  const Token* before = token_before(m, a);
  const Token* after = token_after(m, a);
  const Token& first = a.tokens[m.tokens().first];
  if (!m.items[m.first].in_digits) return false;
  if (first.name != NameKind::none && !first.name_begins) return true;
  if (before == nullptr) return is_key(after, "."_word) || is_key(after, ")"_word);
  if (m.before()->is(W::numbered)) return true;
  return is_proper(before->tag) && before->shape != WordShape::upper && !may_be_counted(after);
}
// A man's or woman's years, not a count: 1 to 119.
bool may_be_years(const PatternMatch& m) {
  const double number = m.number(W::number);
  return m.items[m.first].in_digits && number >= 1 && number < 120;
}
// "34 - year - old", "Vand , 34 ,", "a farmer , 61 , who", "aged 34", "aged 6 and 9".
bool is_age(const PatternMatch& m, const Analysis& a) {
  const std::size_t next = m.last + (is_hyphen(token_after(m, a)) ? 1 : 0);
  if (next < m.items.size() && (m.items[next].is(W::units) || m.items[next].is(W::unit))) {
    return true;
  }
  const Token* before = token_before(m, a);
  const auto aged = [](const Token* token) {
    return is_key(token, "aged"_word) || is_key(token, "age"_word) || is_key(token, "ages"_word);
  };
  if (aged(before)) return true;
  const auto back = [&](std::size_t items) {
    return m.first < items ? nullptr : &a.tokens[m.items[m.first - items].tokens.last - 1];
  };
  if ((is_key(before, "and"_word) || is_key(before, ","_word)) && aged(back(3))) return true;
  const Token* after = token_after(m, a);
  const bool apart = is_key(before, ","_word) && (after == nullptr || is_punctuation(after->tag));
  return apart && may_be_years(m) && back(2) != nullptr &&
         (is_proper(back(2)->tag) || back(2)->tag == Tag::NN);
}
// "the one who", "this one", "one another": a pronoun.
bool is_pronoun_one(const PatternMatch& m, const Analysis& a) {
  const Token& token = a.tokens[m.tokens().first];
  if (token.key != "one"_word || m.tokens().size() != 1) return false;
  const Token* after = token_after(m, a);
  if (is_key(after, "another"_word) || is_key(after, "'s"_word)) return true;
  const Token* before = token_before(m, a);
  if (is_key(before, "not"_word) || is_key(before, "by"_word)) return true;
  const bool bounded = is_key(before, "least"_word) || is_key(before, "most"_word);
  const bool determined =
      before != nullptr && !bounded &&
      (before->tag == Tag::DT || before->tag == Tag::WDT || is_adjective(before->tag));
  if (determined) return !may_be_counted(after);
  if (token.tag != Tag::CD) return true;
  // A count of one goes with what it counts or with what befell it: "one was killed", "killing
  // one".
  const bool goes_on = may_be_counted(after) || is_key(after, "of"_word) ||
                       (after != nullptr && (after->tag == Tag::VBD || after->tag == Tag::VBZ ||
                                             after->tag == Tag::CC || after->tag == Tag::JJR));
  return !goes_on && (before == nullptr || !is_verb(before->tag));
}

bool is_joined_to_word(const PatternMatch& m, const Analysis& a) {
  const Token* after = token_after(m, a);
  const Token* next =
      m.last + 1 < m.items.size() ? &a.tokens[m.items[m.last + 1].tokens.first] : nullptr;
  if (is_key(next, "odd"_word) || is_key(next, "plus"_word)) return false;
  const Token* before = token_before(m, a);
  if (is_hyphen(before) && m.items[m.first].joined) return true;
  return is_hyphen(after) && m.after()->joined;
}

std::optional<Amount> count(const PatternMatch& m, const Analysis& a) {
  if (is_name(m, a) || is_age(m, a) || is_pronoun_one(m, a) || is_joined_to_word(m, a)) {
    return std::nullopt;
  }
  return exactly(m.number(W::number));
}
std::optional<Amount> measure(const PatternMatch& m, const Analysis& a) {
  Amount amount = exactly(m.number(W::number));
  amount.unit = unit_of(m);
  // "$5m", "12m people": millions.
  const Token& last = a.tokens[m.tokens().last - 1];
  if (amount.unit == "m" && last.key == "m"_word && !last.space_before) return std::nullopt;
  return amount;
}
// What "million" makes of a number; 1 for other words.
double scale_of(WordKey word) {
  if (word == "thousand"_word) return 1e3;
  if (word == "lakh"_word) return 1e5;
  if (word == "million"_word) return 1e6;
  if (word == "crore"_word) return 1e7;
  return word == "billion"_word ? 1e9 : 1;
}

// "10 to 15": in digits without anything counted, "3 - 2" is a score.
std::optional<Amount> range(const PatternMatch& m, const Analysis& a) {
  double low = m.number(W::number);
  const double high = m.number(W::number, 1);
  // "between 11 and 12 million": both are millions.
  const Item* last = m.find(W::number, 1);
  const double scale = scale_of(a.tokens[last->tokens.last - 1].key);
  if (low < 1000 && low <= high / scale) low *= scale;
  if (low > high || is_age(m, a)) return std::nullopt;
  constexpr double kMostScore = 100;
  const bool may_be_score = high < kMostScore || is_key(&a.tokens[m.tokens().first], "from"_word);
  if (m.items[m.first].in_digits && unit_of(m).empty() && may_be_score &&
      !may_be_counted(token_after(m, a))) {
    return std::nullopt;
  }
  return Amount{.min = low, .max = high, .unit = unit_of(m)};
}
std::optional<Amount> multiple(const PatternMatch& m, const Analysis&) {
  return from(m.number(W::multiple));
}
std::optional<Amount> multiple_of_measure(const PatternMatch& m, const Analysis&) {
  Amount amount = from(m.number(W::multiple));
  amount.unit = unit_of(m);
  return amount;
}
std::optional<Amount> several_hundred(const PatternMatch& m, const Analysis&) {
  return from(m.number(W::handful) * m.number(W::scale));
}
std::optional<Amount> several(const PatternMatch& m, const Analysis& a) {
  const Token& last = a.tokens[m.tokens().last - 1];
  const Token* after = token_after(m, a);
  // "a number", "a handful", "a pair" count by their "of".
  const bool needs_of = is_noun(last.tag) || last.key == "number"_word ||
                        last.key == "handful"_word || last.key == "couple"_word;
  if (needs_of
          ? !is_key(after, "of"_word)
          : !(may_be_counted(after) || is_key(after, "of"_word) || is_key(after, "were"_word))) {
    return std::nullopt;
  }
  if (m.after()->is(W::units)) return std::nullopt;
  return from(m.number(W::handful));
}
// "both men", "both of them", "both were", "both missed": not "both here and there".
std::optional<Amount> both(const PatternMatch& m, const Analysis& a) {
  const Token* after = token_after(m, a);
  const bool counts = after != nullptr && (after->tag == Tag::NNS || is_key(after, "of"_word) ||
                                           is_key(after, "were"_word) || after->tag == Tag::VBD);
  if (!counts) return std::nullopt;
  return exactly(2);
}
std::optional<Amount> nobody(const PatternMatch&, const Analysis&) { return exactly(0); }
// "no casualties", "no new cases", "no policeman": not "no doubt".
std::optional<Amount> none_of_them(const PatternMatch& m, const Analysis& a) {
  if (m.after() == nullptr) return std::nullopt;
  const TokenIndex end = m.items.back().tokens.last;
  TokenIndex next = m.tokens().last;
  const TokenIndex latest = next + 2;  // behind two adjectives
  while (next < latest && next + 1 < end && is_adjective(a.tokens[next].tag)) ++next;
  const Token* after = &a.tokens[next];
  const bool one_person = m.after()->is(W::person);
  if (after->tag != Tag::NNS && after->tag != Tag::NNPS && !one_person) return std::nullopt;
  return exactly(0);
}
// The head of the noun phrase that begins at `article`, where it is one person. The head is its
// last noun before anything that is neither noun nor adjective; a possessive makes the person the
// owner of what is counted.
std::optional<TokenIndex> counted_person(const Analysis& analysis, TokenIndex article,
                                         const PatternMatch& match) {
  const auto& phrases = analysis.noun_phrases;
  const auto& tokens = analysis.tokens;
  const auto phrase =
      std::partition_point(phrases.begin(), phrases.end(),
                           [article](const NounPhrase& p) { return p.tokens.last <= article; });
  constexpr std::size_t kMostItems = 12;  // no phrase is longer; keeps the walk short
  std::size_t head = match.last;
  const std::size_t limit = std::min(match.items.size(), head + kMostItems);
  if (phrase != phrases.end() && phrase->tokens.first <= article &&
      phrase->tokens.last > article + 1) {
    while (head < limit && match.items[head].tokens.last <= phrase->head) ++head;
  } else {
    while (head + 1 < limit && is_noun(tokens[match.items[head + 1].tokens.first].tag)) {
      ++head;
    }
  }
  if (head >= limit) return std::nullopt;
  const TokenIndex token = match.items[head].tokens.last - 1;
  if (tokens[token].tag != Tag::NN) return std::nullopt;
  if (token + 1 < tokens.size() && tokens[token + 1].tag == Tag::POS) return std::nullopt;
  if (match.items[head].is(W::person)) return token;
  // What `refer` takes for a person.
  const auto& mentions = analysis.mentions;
  auto mention = std::partition_point(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.span.begin < tokens[article].span.begin;
  });
  for (; mention != mentions.end() && mention->span.begin <= tokens[token].span.begin; ++mention) {
    if (mention->head != token || mention->kind != MentionKind::nominal) continue;
    if (analysis.entities[mention->entity].type == EntityType::person) return token;
    break;
  }
  return std::nullopt;
}

// What befalls the one: verbs before it, and behind it where it is no passive.
constexpr auto kBefalls =
    words("kill", "wound", "injure", "shoot", "stab", "murder", "assassinate", "arrest", "detain",
          "abduct", "kidnap", "seize", "capture", "beat", "behead", "execute", "hit", "strike",
          "hurt", "take", "hold", "find", "lose", "claim", "hang", "lynch", "gun", "jail", "attack",
          "ambush", "free", "rescue", "leave", "dead");
constexpr auto kHarm =
    words("death", "killing", "murder", "assassination", "abduction", "kidnapping", "shooting",
          "arrest", "detention", "execution", "body", "disappearance", "drowning", "stabbing");
constexpr auto kSuffers = words("die", "perish", "drown", "disappear", "vanish", "suffer",
                                "sustain", "lose", "succumb", "collapse", "plunge", "fall", "be");

// "a policeman was shot", "a guard died", "shot dead an elder": not "said a guard".
bool comes_to_harm(const PatternMatch& m, const Analysis& a, TokenIndex head) {
  const Token* before = token_before(m, a);
  if (before != nullptr && kBefalls.has(before->lemma_key)) return true;
  const Token* earlier = m.first > 1 ? &a.tokens[m.items[m.first - 2].tokens.last - 1] : nullptr;
  if (is_key(before, "of"_word) && earlier != nullptr && kHarm.has(earlier->lemma_key)) return true;
  TokenIndex next = head + 1;
  const TokenIndex end = m.items.back().tokens.last;
  while (next < end && is_adverb(a.tokens[next].tag)) ++next;
  if (next >= end) return false;
  const auto verb =
      std::partition_point(a.verb_groups.begin(), a.verb_groups.end(),
                           [next](const VerbGroup& v) { return v.tokens.last <= next; });
  if (verb != a.verb_groups.end() && verb->tokens.contains(next)) {
    return verb->passive || kSuffers.has(a.tokens[verb->head].lemma_key);
  }
  return kSuffers.has(a.tokens[next].lemma_key);
}

// "two men and a soldier", "a woman and two infants", "including a guard": a part of a count.
bool is_among_counted(const PatternMatch& m, const Analysis& a, TokenIndex head) {
  const Token* before = token_before(m, a);
  const Token* earlier = m.first > 1 ? &a.tokens[m.items[m.first - 2].tokens.last - 1] : nullptr;
  if (is_key(before, "including"_word) || is_key(before, "incl."_word)) return true;
  if (is_key(before, "them"_word) && is_key(earlier, "among"_word)) return true;
  const auto is_counted = [&](std::size_t item) {
    return m.items[item].is(W::number) || m.items[item].is(W::multiple);
  };
  constexpr std::size_t kReach = 5;  // items of a counted phrase
  if (is_key(before, "and"_word)) {
    for (std::size_t i = m.first - 1; i-- > 0 && m.first - i <= kReach + 1;) {
      if (is_counted(i)) return true;
      if (!may_be_counted(&a.tokens[m.items[i].tokens.first])) return false;
    }
  }
  for (std::size_t i = m.last; i + 1 < m.items.size() && i < m.last + kReach; ++i) {
    if (m.items[i].tokens.first <= head) continue;
    return is_key(&a.tokens[m.items[i].tokens.first], "and"_word) && is_counted(i + 1);
  }
  return false;
}
std::optional<Amount> article(const PatternMatch& m, const Analysis& a) {
  const auto head = counted_person(a, m.tokens().first, m);
  if (!head || !(comes_to_harm(m, a, *head) || is_among_counted(m, a, *head))) return std::nullopt;
  return exactly(1);
}
// "half of the people", "half the dead", "half his men".
std::optional<Amount> half_of(const PatternMatch& m, const Analysis& a) {
  const Token* after = token_after(m, a);
  const bool of_a_whole = is_key(after, "of"_word) || is_key(after, "the"_word) ||
                          (after != nullptr && after->tag == Tag::PRPS);
  if (!of_a_whole) return std::nullopt;
  return Amount{.min = 50, .max = 50, .unit = "percent"};
}
// "two - thirds of the seats", "a third of them".
std::optional<Amount> fraction(const PatternMatch& m, const Analysis& a) {
  if (!is_key(token_after(m, a), "of"_word)) return std::nullopt;
  double parts = m.has(W::ordinal) ? m.number(W::ordinal) : 0;
  const WordKey word = a.tokens[m.tokens().last - 1].key;
  if (word == "thirds"_word) parts = 3;
  if (word == "quarter"_word || word == "quarters"_word) parts = 4;
  if (word == "fifths"_word) parts = 5;
  if (word == "tenths"_word) parts = 10;
  const double share = m.has(W::number) ? m.number(W::number) : 1;
  if (parts < 3 || share >= parts) return std::nullopt;
  const double percent = 100 * share / parts;
  return Amount{.min = percent, .max = percent, .unit = "percent"};
}

constexpr AmountRule kRules[] = {
    {"count.exact", "NUMBER", count,
     "12 people = 12..12 people ; [ 17,000 ] = 17000..17000 ; "
     "[ seventeen thousand ] Iranians/NNPS = 17000..17000 Iranians ; "
     "[ twenty - four ] = 24..24 ; [ 6 ] of the injured/JJ men/NNS = 6..6 the injured men ; "
     "killing/VBG [ two hundred and ten ] people = 210..210 people ; "
     "[ one ] of them/PRP = 1..1 them ; [ 1.5 million ] = 1500000..1500000 ; "
     "[ a dozen ] men/NNS = 12..12 men ; [ half a million ] people = 500000..500000 people",
     "flight 90 ; 34 - year - old ; Vand , 34 , ; a farmer , 61 , who ; aged 6 and 9 ; one another "
     "; the one who ; resolution 242 ; "
     "AK-47"},
    {"count.measure",
     "(CURRENCY NUMBER | NUMBER -? PERCENT | NUMBER -? MEASURE | NUMBER MONEY | "
     "CURRENCY NUMBER MONEY)",
     measure,
     "30 percent = 30..30[percent] ; $ 1.2 million = 1200000..1200000[USD] ; 5 km = 5..5[km] ; "
     "12 % = 12..12[percent] ; 3 million euros = 3000000..3000000[EUR] ; ten miles = 10..10[mile]",
     ""},
    {"count.range",
     "(between | from)? NUMBER (- | to | or | and) NUMBER (PERCENT | MEASURE | MONEY)?", range,
     "[ two or three ] men/NNS = 2..3 men ; [ 10 to 15 ] people = 10..15 people ; "
     "between 3 and 5 percent = 3..5[percent] ; [ 10 - 15 ] people = 10..15 people ; "
     "between 11 and 12 million tonnes = 11000000..12000000[tonne] ; 1,500 to 2,000 = 1500..2000",
     "3 - 2"},
    {"count.range_of_money",
     "(between | from)? CURRENCY NUMBER (- | to | or | and) CURRENCY? NUMBER", range,
     "between $ 3 million and $ 5 million = 3000000..5000000[USD]", ""},
    {"count.multiple", "(many | some)? MULTIPLE", multiple,
     "[ dozens ] of others = ~24.. others ; [ hundreds ] of people = ~200.. people ; "
     "scores = ~40.. ; [ tens of thousands ] of men/NNS = ~20000.. men",
     ""},
    {"count.multiple_of_measure", "(many | some)? MULTIPLE of (MONEY | MEASURE)",
     multiple_of_measure,
     "millions of dollars = ~2000000..[USD] ; millions of litres = ~2000000..[l]", ""},
    {"count.several_hundred", "HANDFUL SCALE", several_hundred,
     "[ several hundred ] people = ~300.. people ; [ a few thousand ] men/NNS = ~3000.. men", ""},
    {"count.several", "HANDFUL", several,
     "[ several ] people = ~3.. people ; [ a number ] of drones/NNS = ~2.. drones ; "
     "[ a handful ] of men/NNS = ~3.. men",
     "several ; a number ; several days"},
    {"count.both", "BOTH", both, "[ both ] men/NNS = 2..2 men", "both here/RB and there/RB"},
    {"count.nobody", "NOBODY", nobody, "no one = 0..0 ; [ none ] of them/PRP = 0..0 them", ""},
    {"count.none", "no", none_of_them, "[ no ] casualties/NNS = 0..0 casualties",
     "no doubt ; no longer/RB"},
    {"count.article", "(ARTICLE | another)", article,
     "[ a ] policeman was/VBD/be = 1..1 policeman ; "
     "[ an ] MKO terrorist was/VBD/be = 1..1 MKO terrorist "
     "; "
     "killed/VBD/kill [ another ] guard = 1..1 guard ; two men/NNS and [ a ] soldier = 1..1 "
     "soldier ; "
     "including [ a ] guard = 1..1 guard ; [ a ] policeman died/VBD/die = 1..1 policeman",
     "a house ; a police/NN statement ; a soldier 's house ; said/VBD/say a soldier"},
    {"count.half", "half", half_of,
     "[ half ] of the people = 50..50[percent] the people ; [ half ] the men/NNS = 50..50[percent] "
     "the men",
     "half"},
    {"count.fraction",
     "(ARTICLE (ORDINAL | quarter) | NUMBER -? (ORDINAL | thirds | quarters | fifths | tenths))",
     fraction,
     "[ a quarter ] of the people = 25..25[percent] the people ; "
     "[ three quarters ] of voters/NNS = 75..75[percent] voters",
     "a third man"},
};
}  // namespace

std::span<const AmountRule> amount_rules() { return kRules; }

}  // namespace sayso
