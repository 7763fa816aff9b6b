// ActorRegistry: names -> the actors that bear them.
//
// Rows come from lexicons/actors/ and from files of the user's, in the same format: fields
// separated by tabs, lines that start with '#' are comments:
//
//   id · name · aliases (|) · kind · countries (ISO alpha-2, |) · from · to (years) · sectors (|) ·
//   note
//
// Only id and name must be there. Sectors are PLOVER's (Open Event Data Alliance, PLOVER manual,
// "Sector codes"), as are the codes made of them: the country's three letters and the sectors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/countries.h"
#include "core/result.h"
#include "core/word.h"

namespace sayso {

struct ActorRow {
  std::string_view id = {};
  std::string_view name = {};
  std::vector<std::string_view> countries = {};  // ISO alpha-2, the main one first
  int from = 0;                                  // the year it was founded; 0: not known
  std::string code = {};                         // "LBNPTYREB", "IGO"
  bool of_user = false;                          // from a file of the user's
};

// A name without accents, case, blanks, hyphens, apostrophes and a leading "the": "al-Shabaab" and
// "Al Shabaab" are one.
WordKey actor_key(std::string_view name);

class ActorRegistry {
 public:
  // Rows of `files` replace those of the same id. Fails with not_found, unreadable or malformed,
  // naming file and line.
  static Result<ActorRegistry> load(const CountryWords& countries,
                                    std::span<const std::string> files = {});

  struct Alias {
    WordKey key = 0;
    std::uint32_t row = 0;
    bool acronym = false;      // "UN", "ELN": only capitals, six at most
    bool short_one = false;    // an acronym of up to three letters, which many may bear
    bool single_word = false;  // one word: "Amal" may be a person, too
  };
  std::span<const Alias> find(WordKey name) const;
  const ActorRow& operator[](std::uint32_t row) const { return rows_[row]; }
  std::size_t size() const { return rows_.size(); }

 private:
  class Maker;

  std::vector<ActorRow> rows_ = {};
  std::vector<Alias> aliases_ = {};  // by key
  // Whether some alias may have this key: small enough to stay near the processor.
  static constexpr std::size_t kFilterWords = 4096;
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(kFilterWords);
  std::vector<std::unique_ptr<const std::string>> files_ = {};  // what the rows of users point at
};

}  // namespace sayso
