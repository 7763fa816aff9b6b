#include "ingest/text/byline.h"

#include <algorithm>

#include "core/utf8.h"
#include "ingest/cursor.h"
#include "ingest/text/signatures.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestLine = 200;  // bytes
constexpr std::size_t kLongestTail = 120;  // bytes behind the names: role, outlet, date
constexpr int kMostNames = 6;
constexpr int kMostNameWords = 4;

// What authors are called behind their names; the last words of a run-on byline.
constexpr std::string_view kRoles[] = {
    "writer", "writers", "correspondent", "correspondents", "reporter",    "reporters",
    "editor", "editors", "press",         "news",           "agency",      "desk",
    "staff",  "bureau",  "columnist",     "analyst",        "contributor", "producer",
};

// Lower-case parts of names.
constexpr std::string_view kParticles[] = {"de ",  "da ",  "del ", "della ", "di ", "van ", "von ",
                                           "der ", "den ", "bin ", "ibn ",   "al-", "el-",  "ter "};

// "By Monday", "By The Numbers", "By Land and Sea": capitalised, and nobody's name.
bool is_no_name(std::string_view word) {
  if (match_weekday(word) > 0 || match_date(word)) return true;
  for (const std::string_view entry :
       {"the",      "a",        "all",      "any",  "this", "that",   "now",
        "then",     "noon",     "midnight", "law",  "and",  "or",     "january",
        "february", "march",    "april",    "june", "july", "august", "september",
        "october",  "november", "december", "his",  "her",  "its"}) {
    Cursor c{word};
    if (c.take_word(entry) && c.at_end()) return true;
  }
  return false;
}

std::size_t match_particle(std::string_view text) {
  for (const std::string_view particle : kParticles) {
    if (text.starts_with(particle)) return particle.size();
  }
  return 0;
}

bool is_role(std::string_view word) {
  return std::any_of(std::begin(kRoles), std::end(kRoles), [&](std::string_view role) {
    Cursor c{word};
    return c.take_word(role) && c.at_end();
  });
}

// Where a word that lost the blank behind it should have ended ("ExampleThe", "WriterThe",
// "SAMPLEAssociated"), or 0. "McGill", "DeVos" and "MacLeod" are whole.
std::size_t find_lost_blank(std::string_view word) {
  constexpr std::size_t kShortest = 4;  // bytes before the break
  for (std::size_t at = kShortest; at + 1 < word.size(); ++at) {
    if (!ascii::is_letter(word[at - 1]) || !ascii::is_letter(word[at - 2])) continue;
    const char before = word[at - 1], here = word[at], after = word[at + 1];
    const bool upper = here >= 'A' && here <= 'Z';
    const bool capitalised = upper && after >= 'a' && after <= 'z';
    const bool after_lower = before >= 'a' && before <= 'z';
    const bool after_upper = is_all_capitals(word.substr(at - 2, 2));
    if (capitalised && (after_lower || after_upper)) return at;
  }
  return 0;
}

struct Name {
  std::size_t size = 0;  // 0: none
  int words = 0;
  bool ran_on = false;  // its last word goes on with the next sentence's first
};

Name match_person(std::string_view text) {
  Cursor c{text};
  Name name;
  while (name.words < kMostNameWords) {
    c.at += name.words > 0 ? match_particle(c.rest()) : 0;
    const std::size_t size = match_capitalised(c.rest());
    const std::string_view word = c.rest().substr(0, size);
    if (size == 0 || is_no_name(word) || is_role(word)) break;
    ++name.words;
    if (const std::size_t at = find_lost_blank(word); at > 0 && name.words > 1) {
      return {c.at + at, name.words, true};
    }
    c.at += size;
    name.size = c.at;
    if (!c.take(' ')) break;
  }
  if (name.words < 2) name.size = 0;
  return name;
}

bool take_by(Cursor& c) {
  if (!c.take_word("by")) return false;
  c.take(':');
  return c.take_blanks();
}

bool take_and(Cursor& c) {
  Cursor ahead = c;
  if (ahead.take(',')) ahead.take_blanks();
  ahead.take_blanks();
  if (!ahead.take_word("and") && !ahead.take('&') && !ahead.take_word("with")) return false;
  ahead.take_blanks();
  if (match_person(ahead.rest()).size == 0) return false;
  c = ahead;
  return true;
}

// A comma before another name, not before a role or an outlet.
bool take_comma_before_name(Cursor& c) {
  Cursor ahead = c;
  if (!ahead.take(',') || !ahead.take_blanks()) return false;
  const Name name = match_person(ahead.rest());
  if (name.size == 0 || looks_like_outlet(ahead.rest().substr(0, name.size))) return false;
  Cursor behind{ahead.rest(), name.size};
  behind.take_blanks();
  // "Staff Writer" is caught as a role; "Ann Example, Korva Bureau Chief" goes on after three
  // words.
  const bool list_goes_on = behind.at_end() || behind.peek() == ',' || take_and(behind);
  if (!list_goes_on) return false;
  c = ahead;
  return true;
}

// "Ann Example, Bob Sample and Cem Test" or an agency; the cursor stands behind the last name.
Name take_names(Cursor& c, BylineMatch& match) {
  Name last;
  for (int i = 0; i < kMostNames; ++i) {
    const Name name = match_person(c.rest());
    if (name.size == 0) break;
    match.names.push_back(c.rest().substr(0, name.size));
    c.at += name.size;
    last = name;
    if (name.ran_on || !(take_and(c) || take_comma_before_name(c))) break;
  }
  return last;
}

// What may follow the names on a line of its own: separated from them, and no sentence.
bool is_tail(std::string_view tail) {
  tail = trimmed(tail);
  if (tail.empty()) return true;
  if (tail.size() > kLongestTail || ends_sentence(tail)) return false;
  Cursor c{tail};
  if (tail.find('@') != std::string_view::npos && tail.find(' ') == std::string_view::npos) {
    return true;
  }
  constexpr std::string_view kStarts[] = {
      ",", "|", "/", "-", "(", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xC2\xB7"};
  const bool separated = std::any_of(std::begin(kStarts), std::end(kStarts),
                                     [&](std::string_view s) { return tail.starts_with(s); });
  if (separated || match_outlet(tail).size == tail.size()) return true;
  return (c.take_word("on") || c.take_word("in") || c.take_word("of") || c.take_word("for")) &&
         starts_upper(trimmed(c.rest()));
}

void read_tail(std::string_view tail, BylineMatch& match) {
  for (std::size_t at = 0; at < tail.size(); ++at) {
    const bool word_starts = at == 0 || !ascii::is_letter(tail[at - 1]);
    const bool inside_character = (static_cast<unsigned char>(tail[at]) & 0xC0U) == 0x80U;
    if (!word_starts || inside_character) continue;
    if (!match.published) {
      const auto date = match_date(tail.substr(at));
      if (date && date->date.year) match.published = date->date;
    }
    if (match.outlet.empty() && starts_upper(tail.substr(at))) {
      match.outlet = tail.substr(at, match_outlet(tail.substr(at)).size);
    }
  }
}

std::optional<BylineMatch> match_by_line(std::string_view line) {
  Cursor c{line};
  if (!take_by(c)) return std::nullopt;
  BylineMatch match;
  const OutletMatch agency = match_outlet(c.rest());
  const Name last = agency.size > 0 ? Name{} : take_names(c, match);
  if (agency.size > 0) {
    match.outlet = c.rest().substr(0, agency.size);
    match.names.push_back(match.outlet);
    c.at += agency.size;
  }
  if (match.names.empty() || !(last.ran_on || is_tail(c.rest()))) return std::nullopt;
  if (last.ran_on && match_outlet(c.rest()).size == 0) return std::nullopt;
  read_tail(c.rest(), match);
  match.size = line.size();
  return match;
}

// "Ann Example | The Dunmore Herald | May 3, 2020"
std::optional<BylineMatch> match_barred_line(std::string_view line) {
  BylineMatch match;
  int parts = 0, recognised = 0;
  for (std::string_view rest = line; !rest.empty(); ++parts) {
    const std::size_t bar = rest.find('|');
    const std::string_view part = trimmed(rest.substr(0, bar));
    rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    const auto date = match_date(part);
    if (date && date->date.year) {
      if (!match.published) match.published = date->date;
      ++recognised;
    } else if (match.outlet.empty() && looks_like_outlet(part)) {
      match.outlet = part;
      ++recognised;
    } else if (match.names.empty() && match_person(part).size == part.size() && !part.empty()) {
      match.names.push_back(part);
    } else {
      return std::nullopt;
    }
  }
  if (parts < 2 || recognised == 0 || match.names.empty()) return std::nullopt;
  match.size = line.size();
  return match;
}
}  // namespace

std::optional<BylineMatch> match_byline(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > kLongestLine) return std::nullopt;
  if (auto match = match_by_line(line)) return match;
  return match_barred_line(line);
}

std::optional<BylineMatch> match_run_on_byline(std::string_view text) {
  Cursor c{prefix(text, kLongestLine)};
  if (!take_by(c)) return std::nullopt;
  BylineMatch match;
  if (take_names(c, match).ran_on) {
    match.size = c.at;
    return match;
  }
  if (match.names.empty() || !c.take(',') || !c.take_blanks()) return std::nullopt;
  constexpr int kMostRoleWords = 4;
  for (int word = 0; word < kMostRoleWords; ++word) {
    const std::size_t size = match_capitalised(c.rest());
    if (size == 0) return std::nullopt;
    const std::size_t lost = find_lost_blank(c.rest().substr(0, size));
    if (lost > 0 && is_role(c.rest().substr(0, lost))) {
      match.size = c.at + lost;
      return match;
    }
    c.at += size;
    if (!c.take_blanks()) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace sayso
