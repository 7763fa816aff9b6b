#include "normalise/actor/offices.h"

#include <string>

#include "core/resource.h"

namespace sayso {
namespace {
// "prime minister's office" as the tokens of a text: "prime minister 's office".
std::string as_tokens(std::string_view phrase) {
  std::string out;
  for (const char c : phrase) {
    if (c == '\'') out += ' ';
    out += c;
  }
  return out;
}
}  // namespace

StateOffices StateOffices::load() {
  StateOffices made;
  for (const auto& row : lexicon_rows(resource("lexicons/actor_offices.tsv"))) {
    if (row.size() < 3) continue;
    const auto index = static_cast<std::uint32_t>(made.offices_.size());
    made.offices_.push_back({.id = row[1],
                             .sector = row[2],
                             .body = row.size() > 3 ? row[3] : std::string_view(),
                             .country = row.size() > 4 ? row[4] : std::string_view()});
    std::string_view phrases = row[0];
    while (!phrases.empty()) {
      const std::size_t bar = phrases.find('|');
      made.phrases_.add(as_tokens(phrases.substr(0, bar)), index);
      phrases = bar == std::string_view::npos ? std::string_view() : phrases.substr(bar + 1);
    }
  }
  return made;
}

std::optional<StateOffices::Match> StateOffices::find(std::span<const Token> tokens,
                                                      TokenIndex first, TokenIndex end) const {
  const auto match = phrases_.longest(tokens, first, end);
  if (!match) return std::nullopt;
  return Match{&offices_[match->value], {first, match->last}};
}

}  // namespace sayso
