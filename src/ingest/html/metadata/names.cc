#include "ingest/html/metadata/names.h"

#include <algorithm>

#include "ingest/calendar.h"
#include "ingest/cursor.h"
#include "ingest/html/metadata/byline_words.h"
#include "ingest/html/metadata/date_text.h"
#include "ingest/html/metadata/letters.h"
#include "ingest/html/metadata/page_words.h"
#include "ingest/html/metadata/plain_text.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestName = 60;  // bytes
constexpr std::size_t kMostWords = 6;

// Ends of German words for roles.
constexpr std::string_view kRoleEnds[] = {"leiter",     "sprecher", "redakteur", "korrespondent",
                                          "journalist", "referent", "reporter",  "autor"};

bool is_word(std::string_view part, std::string_view lower) { return lower_case(part) == lower; }

struct Part {
  std::string_view text = {};
  bool after_comma = false;
};

std::string_view word_at(std::string_view text, std::size_t at) {
  return text.substr(at, match_letters(text.substr(at)));
}

// Splits at commas, semicolons, bars, bullets, and joining words in lower case.
std::vector<Part> split_names(std::string_view text) {
  std::vector<Part> parts;
  std::size_t begin = 0;
  bool comma = false;
  const auto cut = [&](std::size_t end, std::size_t next, bool is_comma) {
    parts.push_back({trimmed(text.substr(begin, end - begin)), comma});
    begin = next;
    comma = is_comma;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ',' || c == ';' || c == '|' || c == '/' || c == '&' || c == '+' || c == '\n') {
      cut(at, at + 1, c == ',');
      continue;
    }
    for (const std::string_view mark : {"\xC2\xB7", "\xE2\x80\xA2", "\xE3\x80\x81", "\xD8\x8C"}) {
      if (text.substr(at).starts_with(mark)) cut(at, at + mark.size(), false);
    }
    if (c != ' ' || at + 1 >= text.size()) continue;
    const std::string_view word = word_at(text, at + 1);
    const std::size_t behind = at + 1 + word.size();
    if (word.empty() || behind >= text.size() || text[behind] != ' ') continue;
    if (is_byline_word(BylineWord::joint, word)) cut(at, behind, false);
  }
  cut(text.size(), text.size(), false);
  return parts;
}

// "Ann Example Editor for Trade", "Ann Example writes", "Ann Example Thursday": the first two
// words.
std::string_view cut_words(std::string_view part) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < part.size();) {
    const std::size_t end = std::min(part.find(' ', at), part.size());
    const std::string_view word = part.substr(at, end - at);
    if (word.empty()) {
      at = end + 1;
      continue;
    }
    const std::string lower = lower_case(word_at(word, 0));
    const bool small =
        ascii::is_letter(word[0]) && word == lower && !is_byline_word(BylineWord::particle, lower);
    const bool ends =
        is_byline_word(BylineWord::role, lower) || match_weekday(word) == word.size() || small;
    if (words >= 2 && ends) return part.substr(0, at);
    ++words;
    at = end + 1;
  }
  return part;
}

// "Ann Example (dpa)", "Ann Example - Sports Desk", "Ann Example 3 May 2020".
std::string_view cut_tail(std::string_view part) {
  for (const std::string_view mark : {"(", "[", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " @",
                                      "<", ": ", " | ", "\xE2\x80\xA6"}) {
    const std::size_t at = part.find(mark);
    if (at != std::string_view::npos && at > 0) part = part.substr(0, at);
  }
  return trimmed(cut_words(part));
}

// Words with an "@" in them.
std::string without_addresses(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const bool address =
        word.find('@') != word.npos || word.find("://") != word.npos || word.starts_with("www.");
    if (!address) {
      if (!out.empty()) out += ' ';
      out += word;
    }
    at = end + 1;
  }
  return out;
}

std::string_view cut_cues(std::string_view text) {
  for (;;) {
    const std::string_view word = word_at(text, 0);
    if (word.empty() || !is_byline_word(BylineWord::cue, lower_case(word))) return text;
    Cursor c{text, word.size()};
    const bool colon = c.take(':');
    if (!c.take_blanks() && !colon) return text;
    // "De" and "Di" also begin names: "De Santis".
    const bool particle = is_word(word, "de") || is_word(word, "di") || is_word(word, "the");
    if (particle && !colon && word[0] >= 'a' && c.at_end()) return text;
    text = c.rest();
  }
}

std::string_view trim_marks(std::string_view text) {
  constexpr std::string_view kMarks = " .,:;-_*\"'|/\\#>";
  while (!text.empty() && kMarks.find(text.front()) != kMarks.npos) text.remove_prefix(1);
  while (!text.empty() && kMarks.find(text.back()) != kMarks.npos) {
    // "Jr." and "J." keep their stop.
    const bool initial = text.size() > 2 && text[text.size() - 3] == ' ';
    const bool short_word = text.size() > 3 && text[text.size() - 4] == ' ';
    if (text.back() == '.' && (initial || short_word)) break;
    text.remove_suffix(1);
  }
  return text;
}

bool is_role_word(std::string_view lower) {
  if (is_byline_word(BylineWord::role, lower)) return true;
  if (lower.ends_with("in")) lower.remove_suffix(2);
  return std::any_of(std::begin(kRoleEnds), std::end(kRoleEnds),
                     [&](std::string_view end) { return lower.ends_with(end); });
}

bool is_role(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const std::string_view word = word_at(part, at);
    if (!word.empty() && is_role_word(lower_case(word))) return true;
    at += std::max<std::size_t>(word.size(), 1);
  }
  return false;
}

bool has_capital(std::string_view part) {
  for (std::size_t at = 0; at < part.size();) {
    const std::string_view word = word_at(part, at);
    if (!word.empty() && (starts_upper(word) || static_cast<unsigned char>(word[0]) >= 0xD7)) {
      return true;
    }
    at += std::max<std::size_t>(word.size(), 1);
  }
  return false;
}

std::size_t count_words(std::string_view part) {
  std::size_t words = part.empty() ? 0 : 1;
  for (const char c : part) words += c == ' ' ? 1 : 0;
  return words;
}

bool may_be_name(std::string_view part, bool first) {
  if (part.size() < 2 || part.size() > kLongestName || count_words(part) > kMostWords) return false;
  if (match_letters(part) == 0 || is_byline_word(BylineWord::nobody, lower_case(part)))
    return false;
  if (part.find("://") != part.npos || part.find('@') != part.npos) return false;
  if (!first && (!has_capital(part) || is_role(part))) return false;
  return !(first && count_words(part) > 1 && !has_capital(part));
}
}  // namespace

std::string fold_key(std::string_view text) {
  std::string key = lower_case(text);
  std::size_t size = 0;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t letters = match_letters(std::string_view(key).substr(at));
    if (letters == 0 && !ascii::is_digit(key[at])) {
      ++at;
      continue;
    }
    const std::size_t taken = std::max<std::size_t>(letters, 1);
    for (std::size_t i = 0; i < taken; ++i) key[size++] = key[at + i];
    at += taken;
  }
  key.resize(size);
  return key;
}

bool is_nameless(std::string_view name) {
  return is_byline_word(BylineWord::nameless, lower_case(name));
}

std::size_t match_byline_cue(std::string_view text) {
  if (!is_byline_word(BylineWord::start, lower_case(word_at(text, 0)))) return 0;
  bool sure = false;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view word = word_at(text, at);
    if (word.empty() || !is_byline_word(BylineWord::cue, lower_case(word))) break;
    sure |= is_byline_word(BylineWord::preposition, lower_case(word));
    Cursor c{text, at + word.size()};
    c.take_blanks();
    if (c.take(':')) sure = true;
    c.take_blanks();
    at = c.at;
  }
  return sure ? at : 0;
}

bool holds_preposition(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = word_at(text, at);
    if (is_byline_word(BylineWord::preposition, lower_case(word))) return true;
    at += std::max<std::size_t>(word.size(), 1);
  }
  return false;
}

bool is_person(std::string_view name) {
  std::size_t words = 0, capitals = 0;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string_view word = name.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    ++words;
    const std::string lower = lower_case(word_at(word, 0));
    const bool other_script = static_cast<unsigned char>(word[0]) >= 0xD7;
    if (starts_upper(word) || other_script) {
      ++capitals;
    } else if (!is_byline_word(BylineWord::particle, lower)) {
      return false;
    }
    if (is_role_word(lower) || find_page_word(word).any()) return false;
    if (words == 1 && is_byline_word(BylineWord::opener, lower)) return false;
  }
  constexpr std::size_t kMost = 5;
  return capitals >= 2 && words <= kMost && name.find_first_of("0123456789?!") == name.npos;
}

namespace {
// "All articles by Ann Example", "A comment von Ann Example": what stands behind the preposition,
// where that is a person and what is before it is none.
std::string_view cut_before_preposition(std::string_view part) {
  for (std::size_t at = part.find(' '); at != part.npos; at = part.find(' ', at + 1)) {
    const std::string_view word = word_at(part, at + 1);
    if (!is_byline_word(BylineWord::preposition, word)) continue;
    const std::string_view behind = trimmed(part.substr(at + 1 + word.size()));
    if (is_person(behind) && !is_person(part.substr(0, at))) return behind;
  }
  return part;
}
}  // namespace

std::vector<std::string> clean_names(std::string_view raw) {
  std::vector<std::string> names;
  std::string text = without_addresses(plain_text(raw));
  if (const auto date = find_date(text, DayOrder::day_first); date && date->end <= text.size()) {
    text.replace(date->begin, date->end - date->begin, "|");
  }
  bool in_role = false;  // "Ann Example, Editor for Trade and Industry": what follows is no name
  for (const Part& part : split_names(cut_cues(text))) {
    const std::string_view whole = cut_before_preposition(cut_cues(part.text));
    const std::string_view name = trim_marks(cut_tail(whole));
    if (!may_be_name(name, names.empty() && !part.after_comma)) {
      in_role |= is_role(name);
      continue;
    }
    if (in_role && !is_person(name)) continue;
    in_role = is_role(whole.substr(name.size() < whole.size() ? name.size() : whole.size()));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  }
  return names;
}

}  // namespace sayso
