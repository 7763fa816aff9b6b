// Page: a Reading in words for a person, before it is set as text or HTML.
//
// Everything here is taken from the reading: names of the report's own, its words as evidence, and
// the few words of ours that say which is which.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/page/places.h"
#include "core/reading.h"

namespace sayso {

// "interior ministry of Albania (saying)": one step of a voice chain.
struct PageVoice {
  std::string source = {};  // the report's words; "an unnamed source" where it names none
  std::string is = {};      // who that is, where the words alone don't tell: "the statement" is ...
  std::string cue = {};
  AttributionIndex attribution = 0;
};

struct PageClaim {
  EventIndex event = 0;
  std::string what = {};                  // "assault (firearms), planned"
  std::vector<PageVoice> voices = {};     // empty: the outlet's own voice
  std::vector<std::string> details = {};  // "by police", "of traders", "when: Tuesday (2023-06-20)"
  std::vector<std::string> toll = {};     // "killed: 4", "injured: at least a dozen (12 or more)"
  Span evidence = {};
};

// Claims about one happening.
struct PageIncident {
  std::string heading = {};  // "Assault, 2023-06-20, Manëz (Albania)"
  std::vector<PageClaim> claims = {};
};

struct PageFigure {
  std::string effect = {};  // "killed"
  std::string value = {};   // "dozens (24 or more) others"
  std::string whole = {};   // "part of 12", "over a longer time"
  EventIndex event = 0;
  std::vector<PageVoice> voices = {};
};

// What a source says that holds no event.
struct PageStatement {
  std::vector<PageVoice> voices = {};
  std::vector<Span> content = {};
};

// One event of a date on the time line.
struct PageDated {
  EventIndex event = 0;
  std::string clock = {};  // "10:30", "evening"; empty where only the date is told
  std::string what = {};   // "assault (firearms); by police; in Tirana [AL]; killed: 4"
  std::vector<PageVoice> voices = {};
};

struct PageDate {
  std::string date = {};             // "Tue 20 June 2023", "early June 2023"
  bool is_publication = false;       // the day the report came out
  std::vector<PageDated> told = {};  // may be empty on the day of publication
};

struct PageLabel {
  std::string term = {};
  std::string of = {};  // empty when it is said of nobody in particular
  std::vector<PageVoice> voices = {};
  std::vector<Span> spans = {};
};

// Who an entity is, where the registry or an office tells.
struct PageActor {
  std::string name = {};  // as the report calls it
  std::string is = {};    // "People's Mojahedin Organization of Iran", "AL/police"
  std::string code = {};  // "ALBCOP"
};

struct Page {
  std::string title = {};
  std::string outlet = {};              // "Islam Times", or "The report" where unknown
  std::vector<std::string> facts = {};  // outlet, dateline, day, byline, id
  std::vector<PageIncident> incidents = {};
  std::vector<PageFigure> figures = {};
  std::vector<PageDate> dates = {};    // oldest first; empty unless events have two dates or more
  std::vector<PagePlace> places = {};  // the most often named first
  std::vector<PageActor> actors = {};  // in the order of the text; countries left to the places
  std::vector<PageLabel> labels = {};
  std::vector<PageStatement> statements = {};
  std::vector<std::string> warnings = {};
};

Page make_page(const Reading& reading);

// "Islam Times in its own voice" or "Islam Times quoting the statement (added)".
std::string voice_in_words(const Page& page, const std::vector<PageVoice>& voices);

}  // namespace sayso
