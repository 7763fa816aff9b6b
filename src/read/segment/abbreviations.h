// lexicons/abbreviations.tsv -> which words keep their full stop, and what may follow it.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/lexicon.h"
#include "core/result.h"

namespace sayso {

enum class AbbreviationKind : std::uint8_t {
  none,
  title,         // Gen., Mr.: a name follows
  name_suffix,   // Jr.
  month,         // Jan.
  day,           // Tues.
  number,        // No., pp.: a number follows
  unit,          // lb.
  place,         // Calif., U.S.
  street,        // Ave.
  organization,  // Inc., Co.
  time,          // a.m.
  general,       // etc., Ph.D.
  joining,       // vs., e.g.: a sentence never ends here
  initial,       // J. (not in the lexicon)
  initialism,    // any other letters with stops: O.A.S.
};

struct Abbreviation {
  AbbreviationKind kind = AbbreviationKind::none;
  bool word = false;  // the letters are an ordinary word, too: "no.", "sun.", "Ill."
};

class Abbreviations {
 public:
  // From the resources inside the program.
  static Result<Abbreviations> load();
  // `lower` is the abbreviation in lower case, without its last full stop.
  Abbreviation find(std::string_view lower) const;

 private:
  PhraseTable table_;
};

}  // namespace sayso
