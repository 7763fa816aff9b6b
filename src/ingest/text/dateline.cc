#include "ingest/text/dateline.h"

#include <algorithm>
#include <cstdint>

#include "ingest/cursor.h"
#include "ingest/text/signatures.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestDateline = 200;  // bytes
constexpr std::size_t kLongestSource = 60;     // bytes

enum class DatelineEnd : std::uint8_t { none, dash, colon, stop };

// What stands before the report, to be judged by the rules below.
struct Evidence {
  std::string_view place = {};
  bool upper_place = false;  // in capitals, in a text that is not
  bool known_place = false;  // a city that stands alone, or a town with a known region
  std::optional<CalendarDate> date = {};
  bool says_no_date = false;
  std::string_view source = {};
  bool bracketed_source = false;
  bool known_source = false;
  DatelineEnd end = DatelineEnd::none;
  bool sentence_follows = false;
  bool prose_began = false;
  bool all_capitals = false;

  bool dated() const { return date || says_no_date; }
  bool ended() const { return end == DatelineEnd::dash; }
  bool trusted_place() const { return upper_place || known_place; }
};

// "AMD" of "Advanced Micro Devices": brackets hold abbreviations more often than sources.
bool is_initials(std::string_view initials, std::string_view words) {
  std::size_t matched = 0;
  bool word_starts = true;
  for (const char c : words) {
    if (word_starts && matched < initials.size() && c == initials[matched]) ++matched;
    word_starts = c == ' ' || c == '-';
  }
  return initials.size() >= 2 && matched == initials.size();
}

// American stations: K or W and two or three more letters ("WIVB", "KOIN").
bool is_call_sign(std::string_view source) {
  return (source.starts_with('W') || source.starts_with('K')) && source.size() >= 3 &&
         source.size() <= 8 && is_all_capitals(source);
}

struct Rule {
  const char* name;  // with a line that it is for
  bool (*accepts)(const Evidence& e);
};

constexpr Rule kRules[] = {
    // LIMA, 12 JAN 90 (EFE) -- / NEW DELHI, Jun 29 (PTI): / MOSCOW, June 29. /TASS/.
    {"dateline.place_date_source",
     [](const Evidence& e) {
       return !e.place.empty() && e.dated() && !e.source.empty() &&
              (e.ended() || (e.known_source && e.sentence_follows));
     }},
    // KORVA, 12 January -- / Dunmore, Ky. (May 3, 2020) -
    {"dateline.place_date",
     [](const Evidence& e) {
       const bool year_says_so = e.all_capitals && e.date && e.date->year;
       const bool trusted = e.trusted_place() || e.says_no_date || year_says_so;
       return !e.place.empty() && e.dated() && e.ended() && e.sentence_follows && trusted;
     }},
    // BEIRUT (Reuters) - / Buffalo (WXYZ) - / LONDON (Reuters) Two
    {"dateline.place_source",
     [](const Evidence& e) {
       const bool trusted = e.trusted_place() || e.known_source || is_call_sign(e.source);
       return !e.place.empty() && e.bracketed_source && trusted && e.sentence_follows &&
              (e.ended() || (e.known_source && e.trusted_place())) &&
              !is_initials(e.source, e.place) && !is_initials(e.place, e.source);
     }},
    // Damascus, SANA-
    {"dateline.place_bare_source",
     [](const Evidence& e) {
       return !e.place.empty() && e.known_source && e.ended() && e.sentence_follows;
     }},
    // (Reuters) - / (CNN) The
    {"dateline.source",
     [](const Evidence& e) {
       return e.place.empty() && e.bracketed_source && e.known_source && e.sentence_follows &&
              !e.prose_began;
     }},
    // KORVA -- / TOKYO/SEOUL - / ERIE, Pa. -
    {"dateline.upper_place",
     [](const Evidence& e) {
       constexpr std::size_t kShortest = 3;  // "Q -" and "TV -" are none
       return e.upper_place && e.place.size() >= kShortest && e.source.empty() && e.ended() &&
              e.sentence_follows;
     }},
    // Washington --
    {"dateline.known_place",
     [](const Evidence& e) {
       return e.known_place && e.source.empty() && e.ended() && e.sentence_follows &&
              !e.prose_began;
     }},
};

// Words that stand before a dash and are no place, in capitals or not.
constexpr std::string_view kNoPlaces[] = {
    "update",   "updated",   "updates",    "breaking", "exclusive",  "watch",     "video",
    "videos",   "photo",     "photos",     "file",     "correction", "corrected", "analysis",
    "opinion",  "editorial", "note",       "notice",   "review",     "live",      "alert",
    "advisory", "urgent",    "developing", "factbox",  "timeline",   "explainer", "interview",
    "column",   "read",      "more",       "story",    "stories",    "related",   "by",
    "who",      "what",      "when",       "where",    "why",        "how",       "the",
    "a",        "an",        "on",         "in",       "at",         "after",     "before",
    "since",    "from",      "until",      "during",   "this",       "that",      "these",
    "those",    "late",      "early",      "and",      "but",        "or",        "if",
    "as",       "for",       "with",       "to",       "of",         "it",        "he",
    "she",      "they",      "we",         "i",        "you",        "yes",       "no",
    "abstract", "letters",   "summary",    "image",    "caption",    "credit",    "source",
    "sources",  "question",  "answer",     "fact",     "claim",      "warning",   "event",
    "name",     "date",      "time",       "reuters",  "spoiler",    "trigger",   "disclaimer",
    "editor",   "published", "posted",     "nato",     "covid",
};

bool is_no_place(std::string_view word) {
  if (match_weekday(word) > 0) return true;
  const auto same = [&](std::string_view entry) {
    Cursor c{word};
    return c.take_word(entry) && (c.at_end() || c.peek() == '\'' || c.peek() == '-');
  };
  constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
  return std::any_of(std::begin(kNoPlaces), std::end(kNoPlaces), same) ||
         std::any_of(std::begin(kMonths), std::end(kMonths), same);
}

std::size_t match_particle(std::string_view text) {
  for (const std::string_view particle :
       {"de ", "da ", "do ", "del ", "la ", "es ", "al-", "el-"}) {
    if (text.starts_with(particle)) return particle.size();
  }
  return 0;
}

// Capitalised words with single blanks between them ("San Telmo", "Rio de Janeiro"), up to a date.
std::size_t match_name(std::string_view text, int most_words) {
  Cursor c{text};
  std::size_t end = 0;
  for (int words = 0; words < most_words; ++words) {
    c.at += match_particle(c.rest());
    const std::size_t size = match_capitalised(c.rest());
    if (size == 0 || is_no_place(c.rest().substr(0, size))) break;
    if (words > 0 && match_date(c.rest())) break;  // "SAN TELMO JUNE 3"
    c.at += size;
    end = c.at;
    const bool joined = c.peek() == ' ' || (c.peek() == '\n' && words > 0) || c.peek() == '/';
    if (!joined) break;
    ++c.at;
  }
  return end;
}

// Reads a dateline part by part, in whatever order they come after the place.
class DatelineParser {
 public:
  DatelineParser(std::string_view text, DatelineContext context)
      : c_{prefix(text, kLongestDateline)}, whole_(text), context_(context) {
    e_.prose_began = context.prose_began;
    e_.all_capitals = context.all_capitals;
  }

  std::optional<DatelineMatch> parse() {
    take_place();
    constexpr int kMostParts = 10;
    for (int part = 0; part < kMostParts && take_part(); ++part) {
    }
    finish_place();
    e_.sentence_follows = sentence_follows();
    for (const Rule& rule : kRules) {
      if (rule.accepts(e_)) return DatelineMatch{end_, e_.place, e_.date, e_.source, rule.name};
    }
    return std::nullopt;
  }

 private:
  void take_place() {
    c_.at = c_.take_word("no city") ? c_.at : match_name(c_.text, 5);
    end_ = place_end_ = c_.at;
    first_name_end_ = c_.at;
  }

  bool take_part() {
    const std::size_t begin = c_.at;
    c_.take_blanks();
    if (take_end()) return false;
    if (take_bracketed() || take_in_slashes() || take_date() || take_bare_source()) {
      end_ = c_.at;
      return true;
    }
    if (begin > 0 && (c_.take(',') || c_.take('.'))) {
      c_.take_blanks();
      take_region();
      return true;
    }
    c_.at = begin;
    return false;
  }

  bool take_end() {
    if (c_.at == 0) return false;
    const bool dated_or_sourced = e_.dated() || !e_.source.empty();
    std::size_t size = match_dash(c_.rest());
    // "SANA-": a hyphen glued to what comes before it.
    if (size == 0 && dated_or_sourced && c_.peek() == '-') size = 1;
    if (size > 0) {
      e_.end = DatelineEnd::dash;
    } else if (c_.peek() == ':' && dated_or_sourced) {
      e_.end = DatelineEnd::colon;
      size = 1;
    } else if (c_.peek() == '.' && in_slashes_) {
      e_.end = DatelineEnd::stop;
      size = 1;
    }
    if (size == 0) return false;
    c_.at += size;
    end_ = c_.at;
    return true;
  }

  bool take_bracketed() {
    const char open = c_.peek();
    if (open != '(' && open != '[') return false;
    const std::size_t close = c_.text.find(open == '(' ? ')' : ']', c_.at);
    if (close == std::string_view::npos || close - c_.at - 1 > kLongestSource) return false;
    const std::string_view inside = trimmed(c_.text.substr(c_.at + 1, close - c_.at - 1));
    const auto date = match_date(inside);
    if (date && date->size == inside.size()) {
      if (!e_.date) e_.date = date->date;
    } else if (!starts_upper(inside) || (open == '[' && e_.dated())) {
      return false;
    } else {
      set_source(inside, find_outlet(inside) != nullptr, true);
      source_end_ = close + 1;
    }
    c_.at = close + 1;
    return true;
  }

  bool take_in_slashes() {
    if (c_.peek() != '/') return false;
    const std::size_t close = c_.text.find('/', c_.at + 1);
    if (close == std::string_view::npos || close - c_.at > kLongestSource) return false;
    const std::string_view inside = c_.text.substr(c_.at + 1, close - c_.at - 1);
    if (find_outlet(inside) == nullptr) return false;
    set_source(inside, true, true);
    in_slashes_ = true;
    c_.at = close + 1;
    return true;
  }

  bool take_date() {
    if (e_.dated() || c_.at == 0) return false;
    if (c_.take_word("no date")) {
      take_source_as_country();
      return e_.says_no_date = true;
    }
    if (const auto date = match_date(c_.rest())) {
      take_source_as_country();
      e_.date = date->date;
      c_.at += date->size;
      Cursor time = c_;
      time.take(',');
      time.take_blanks();
      if (const std::size_t size = match_time(time.rest())) c_.at = time.at + size;
      return true;
    }
    const std::size_t weekday = match_weekday(c_.rest());
    c_.at += weekday;
    return weekday > 0;
  }

  // "CARACAS (VENEZUELA), 3 MAY 90": what stands in brackets before the date.
  void take_source_as_country() {
    if (e_.source.empty() || !e_.bracketed_source || looks_like_outlet(e_.source)) return;
    place_end_ = source_end_;
    set_source({}, false, false);
  }

  bool take_bare_source() {
    if (!e_.source.empty() || c_.at == 0) return false;
    const OutletMatch match = match_outlet(c_.rest());
    if (match.size == 0 || !starts_upper(c_.rest())) return false;
    set_source(c_.rest().substr(0, match.size), true, false);
    c_.at += match.size;
    return true;
  }

  // "ERIE, Pa." and "Mannheim, Germany"
  void take_region() {
    if (e_.dated() || !e_.source.empty() || match_date(c_.rest())) return;
    if (match_outlet(c_.rest()).size > 0) return;
    const std::size_t size = match_name(c_.rest(), 3);
    if (size == 0) return;
    const std::string_view region = c_.rest().substr(0, size);
    known_region_ = known_region_ || find_dateline_place(region) == DatelinePlace::region;
    c_.at += size;
    end_ = place_end_ = c_.at;
  }

  void set_source(std::string_view source, bool known, bool bracketed) {
    e_.source = source;
    e_.known_source = known;
    e_.bracketed_source = bracketed;
  }

  void finish_place() {
    e_.place = c_.text.substr(0, place_end_);
    const std::string_view town = c_.text.substr(0, first_name_end_);
    e_.upper_place = !context_.all_capitals && is_all_capitals(town);
    e_.known_place =
        !town.empty() && (known_region_ || find_dateline_place(town) == DatelinePlace::city);
  }

  bool sentence_follows() const {
    Cursor rest{whole_.substr(end_)};
    rest.take_blanks();
    return may_begin_sentence(rest.rest());
  }

  Cursor c_;
  std::string_view whole_;
  DatelineContext context_;
  Evidence e_ = {};
  std::size_t end_ = 0, place_end_ = 0, first_name_end_ = 0, source_end_ = 0;
  bool in_slashes_ = false;
  bool known_region_ = false;
};

// What monitoring services put in brackets before the text, by its first word.
constexpr std::string_view kHeaders[] = {
    "text",
    "excerpt",
    "excerpts",
    "report",
    "editorial report",
    "editorial",
    "summary",
    "communique",
    "speech",
    "statement",
    "commentary",
    "article",
    "interview",
    "continued",
    "news conference",
    "press conference",
    "station commentary",
    "from the",
    "announcer",
};

bool is_header(std::string_view inside) {
  return std::any_of(std::begin(kHeaders), std::end(kHeaders), [&](std::string_view header) {
    Cursor c{inside};
    return c.take_word(header);
  });
}
}  // namespace

std::optional<DatelineMatch> match_dateline(std::string_view text, DatelineContext context) {
  return DatelineParser(text, context).parse();
}

std::size_t match_bracketed_headers(std::string_view text) {
  constexpr int kMost = 8;
  constexpr std::size_t kLongest = 400;  // bytes
  Cursor c{text};
  std::size_t end = 0;
  for (int header = 0; header < kMost; ++header) {
    c.take_blanks();
    if (!c.take('[')) break;
    const std::size_t close = c.text.substr(0, c.at + kLongest).find(']', c.at);
    if (close == std::string_view::npos) break;
    const std::string_view inside = c.text.substr(c.at, close - c.at);
    // Behind the first come speakers and states of the recording: "[REPORTER]", "[CONTINUED]".
    if (!is_all_capitals(inside) || (header == 0 && !is_header(inside))) break;
    c.at = end = close + 1;
  }
  return end;
}

}  // namespace sayso
