#include "normalise/testing/examples.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "normalise/normalise.h"

namespace sayso::testing {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
struct TaggedWord {
  std::string_view word;
  const char* tag;
};
constexpr TaggedWord kTags[] = {
    {"the", "DT"},     {"a", "DT"},       {"an", "DT"},      {"this", "DT"},     {"that", "DT"},
    {"of", "IN"},      {"in", "IN"},      {"on", "IN"},      {"at", "IN"},       {"by", "IN"},
    {"for", "IN"},     {"from", "IN"},    {"since", "IN"},   {"and", "CC"},      {"or", "CC"},
    {"to", "TO"},      {"was", "VBD"},    {"were", "VBD"},   {"is", "VBZ"},      {"killed", "VBN"},
    {"said", "VBD"},   {"will", "MD"},    {",", ","},        {".", "."},         {"-", "HYPH"},
    {"others", "NNS"}, {"people", "NNS"}, {"who", "WP"},     {"injured", "VBN"}, {"wounded", "VBN"},
    {"dead", "JJ"},    {"have", "VBP"},   {"with", "IN"},    {"left", "VBD"},    {"two", "CD"},
    {"three", "CD"},   {"one", "CD"},     {"their", "PRP$"}, {"'s", "POS"},      {"about", "IN"},
    {"over", "IN"},    {"between", "IN"}, {"no", "DT"},      {"both", "DT"},     {"than", "IN"},
    {"nearly", "RB"},  {"almost", "RB"},  {"another", "DT"}, {"several", "JJ"},
};

std::string_view trim(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    parts.push_back(trim(text.substr(0, at)));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + separator.size());
  }
  return parts;
}

std::string with_tag(std::string_view word, const char* tag) {
  std::string tagged(word);
  tagged += '/';
  return tagged += tag;
}
std::string tagged(std::string_view word) {
  // Fractions and numeric dates have slashes of their own.
  if (word.size() > 1 && word.find('/') != std::string_view::npos &&
      std::isdigit(static_cast<unsigned char>(word.front())) == 0) {
    return std::string(word);
  }
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const auto& [known, tag] : kTags) {
    if (lower == known) return with_tag(word, tag);
  }
  const auto first = static_cast<unsigned char>(word.front());
  if (std::isdigit(first) != 0) return std::string(word);
  return with_tag(word, std::isupper(first) != 0 ? "NNP" : "NN");
}

void group_verbs(Analysis& analysis) {
  const auto& tokens = analysis.tokens;
  for (TokenIndex i = 0; i < tokens.size(); ++i) {
    if (tokens[i].tag != Tag::MD && !is_verb(tokens[i].tag)) continue;
    VerbGroup group{.tokens = {i, i + 1}, .head = i, .finite = true};
    if (tokens[i].tag == Tag::MD) {
      group.tense = tokens[i].key == "will"_word ? Tense::future : Tense::none;
    } else {
      group.tense = tokens[i].tag == Tag::VBD ? Tense::past : Tense::present;
    }
    while (i + 1 < tokens.size() && is_verb(tokens[i + 1].tag)) group.head = ++i;
    group.tokens.last = i + 1;
    analysis.verb_groups.push_back(group);
  }
}

Example read_example(std::string_view text) {
  Example example;
  const auto sides = split(text, " = ");
  if (sides.size() == 2) example.value = sides[1];
  std::string line;
  std::size_t first = 0, last = 0, count = 0;
  for (const std::string_view word : split(sides.empty() ? "" : sides[0], " ")) {
    if (word == "[") {
      first = count;
    } else if (word == "]") {
      last = count;
    } else if (!word.empty()) {
      if (!line.empty()) line += ' ';
      line += tagged(word);
      ++count;
    }
  }
  if (last == 0) last = count;
  example.words = line;
  example.built = build_analysis(line);
  group_verbs(example.built.analysis);
  if (count != 0) {
    example.span = example.built.analysis.span_of(
        {static_cast<TokenIndex>(first), static_cast<TokenIndex>(last)});
  }
  return example;
}
}  // namespace

std::vector<Example> split_examples(std::string_view row) {
  std::vector<Example> examples;
  for (const std::string_view text : split(row, " ; ")) {
    if (!text.empty()) examples.push_back(read_example(text));
  }
  return examples;
}

Values read_values(const Example& example) {
  static const auto resources = ValueResources::load();
  return find_values(example.built.report, example.built.analysis, *resources);
}

std::string time_at(const Example& example) {
  for (const Timex& timex : read_values(example).times) {
    if (timex.span != example.span) continue;
    return timex.mod.empty() ? timex.value : timex.value + ' ' + timex.mod;
  }
  return "nothing";
}

std::string quantity_at(const Example& example) {
  for (const Quantity& quantity : read_values(example).quantities) {
    const bool with_counted = quantity.of && join(quantity.span, *quantity.of) == example.span;
    if (quantity.span != example.span && !with_counted) continue;
    std::ostringstream out;
    out.precision(12);
    if (quantity.approximate) out << '~';
    if (quantity.min) out << *quantity.min;
    out << "..";
    if (quantity.max) out << *quantity.max;
    if (!quantity.unit.empty()) out << '[' << quantity.unit << ']';
    if (quantity.of) out << ' ' << slice(example.built.report.text, *quantity.of);
    return out.str();
  }
  return "nothing";
}

}  // namespace sayso::testing
