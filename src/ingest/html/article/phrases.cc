#include "ingest/html/article/phrases.h"

#include <algorithm>
#include <string>

#include "ingest/html/metadata/letters.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestLine = 40;
constexpr std::size_t kLongestPointer = 220;
constexpr std::size_t kLongestClosing = 320;

// Whole lines, in lower case.
constexpr std::string_view kLines[] = {
    "ad",
    "advert",
    "advertisement",
    "advertising",
    "anuncio",
    "anzeige",
    "article continues below",
    "article continues after advertisement",
    "comment",
    "comments",
    "continue reading",
    "continue reading below",
    "loading",
    "loading...",
    "oglas",
    "pub",
    "publicidad",
    "publicidade",
    "publicité",
    "read more",
    "reklam",
    "reklama",
    "related",
    "related articles",
    "related stories",
    "share",
    "share this",
    "share this article",
    "sponsored",
    "story continues below advertisement",
    "story continues below",
    "view comments",
    "werbung",
    "реклама",
    "广告",
    "広告",
    "광고",
    "إعلان",
};

// How lines start that point to other reports or to newsletters.
constexpr std::string_view kPointers[] = {
    "also read",
    "also see",
    "baca juga",
    "citește și",
    "click here to read",
    "click here for",
    "czytaj też",
    "czytaj także",
    "czytaj również",
    "čtěte také",
    "další čtení",
    "ilgili haber",
    "keep reading:",
    "lea también",
    "lea también:",
    "leer también",
    "lees ook",
    "leggi anche",
    "leia também",
    "leia mais",
    "lesen sie auch",
    "lesen sie mehr",
    "lesen sie hier",
    "les også",
    "lire aussi",
    "lue myös",
    "læs også",
    "läs mer",
    "läs också",
    "läs även",
    "mehr zum thema",
    "mehr dazu",
    "more:",
    "more on this",
    "more from",
    "olvasta már",
    "read also",
    "read more:",
    "read more |",
    "read next",
    "read:",
    "recommended:",
    "related:",
    "related article",
    "saiba mais",
    "see also",
    "sign up for",
    "sign up to",
    "subscribe to",
    "ver también",
    "watch:",
    "watch |",
    "xem thêm",
    "zobacz też",
    "zobacz także",
    "à lire aussi",
    "διαβάστε",
    "читайте також",
    "читайте также",
    "اقرأ أيضا",
    "اقرأ أيضًا",
    "قد يهمك",
    "קראו גם",
    "関連記事",
    "【関連記事】",
    "▶",
    "►",
    "©",
};

constexpr std::string_view kClosings[] = {
    "all rights reserved",
    "alle rechte vorbehalten",
    "click here",
    "copyright",
    "derechos reservados",
    "facebook",
    "follow him",
    "follow her",
    "follow me",
    "follow us",
    "follow @",
    "get in touch",
    "have a tip",
    "inbox",
    "newsletter",
    "on twitter",
    "reached at",
    "send an email",
    "sign up",
    "subscribe",
    "tous droits",
    "what do you think",
    "tell us what you",
    "무단전재",
    "無断転載",
    "©",
    "may be reached",
    "is a reporter",
    "whatsapp",
    "telegram",
};
}  // namespace

bool is_interruption(std::string_view text) {
  if (text.size() > kLongestPointer) return false;
  const std::string lower = lower_case(text);
  if (text.size() <= kLongestLine) {
    std::string_view line = lower;
    while (!line.empty() && (line.back() == ':' || line.back() == ' ' || line.back() == '.')) {
      line.remove_suffix(1);
    }
    if (std::find(std::begin(kLines), std::end(kLines), line) != std::end(kLines)) return true;
  }
  return std::any_of(std::begin(kPointers), std::end(kPointers),
                     [&](std::string_view start) { return lower.starts_with(start); });
}

bool is_closing(std::string_view text) {
  if (text.size() > kLongestClosing) return false;
  const std::string lower = lower_case(text);
  return std::any_of(std::begin(kClosings), std::end(kClosings), [&](std::string_view phrase) {
    return lower.find(phrase) != std::string::npos;
  });
}

}  // namespace sayso
