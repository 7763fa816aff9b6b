#include "ingest/html/article/class_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ingest/cursor.h"

namespace sayso {
namespace {
// What a word in a name says; a word may say several things.
enum WordSense : std::uint16_t {
  kOutside = 1U << 0U,
  kAside = 1U << 1U,
  kAsideSecond = 1U << 2U,  // the second word of a pair
  kLead = 1U << 3U,
  kWholeBody = 1U << 4U,
  kBodyFirst = 1U << 5U,   // "article-body", "story_content", "postText": one of these ...
  kBodySecond = 1U << 6U,  // ... and then one of these
  kState = 1U << 7U,       // "comments-enabled", "has-comments": what the element may have,
  kHaving = 1U << 8U,      // not what it is
};

constexpr std::string_view kOutsideWords[] = {
    "cmp",      "comentarios",  "commentaires", "commentlist",   "comments",    "commentsection",
    "consent",  "cookie",       "cookiebanner", "cookieconsent", "cookies",     "didomi",
    "disqus",   "fbcomments",   "gdpr",         "kommentare",    "kommentarer", "livefyre",
    "onetrust", "opmerkingen",  "optanon",      "reacties",      "replies",     "respond",
    "spotim",   "usercentrics", "yorumlar"};
constexpr std::string_view kAsideWords[] = {"abonnement",
                                            "ad",
                                            "addthis",
                                            "addtoany",
                                            "ads",
                                            "adsbygoogle",
                                            "advert",
                                            "advertisement",
                                            "advertising",
                                            "advertorial",
                                            "alsolike",
                                            "alsoread",
                                            "anzeige",
                                            "articledate",
                                            "articletags",
                                            "author",
                                            "authorbio",
                                            "authorbox",
                                            "authorinfo",
                                            "authorprofile",
                                            "authors",
                                            "autor",
                                            "autorenbox",
                                            "autores",
                                            "banner",
                                            "bildunterschrift",
                                            "billboard",
                                            "bio",
                                            "biographie",
                                            "biography",
                                            "bookmark",
                                            "breadcrumb",
                                            "breadcrumbs",
                                            "byline",
                                            "bylines",
                                            "caption",
                                            "captions",
                                            "carousel",
                                            "compartir",
                                            "contributors",
                                            "copyright",
                                            "credit",
                                            "credits",
                                            "cta",
                                            "dfp",
                                            "disclaimer",
                                            "donate",
                                            "donation",
                                            "editorspick",
                                            "epigraph",
                                            "eyebrow",
                                            "facebook",
                                            "factbox",
                                            "feedback",
                                            "figcaption",
                                            "follow",
                                            "footer",
                                            "gallery",
                                            "hashtag",
                                            "hashtags",
                                            "infobox",
                                            "inlinegallery",
                                            "jwplayer",
                                            "keywords",
                                            "kicker",
                                            "kommentieren",
                                            "latestnews",
                                            "leaderboard",
                                            "legende",
                                            "leggianche",
                                            "leiamais",
                                            "lireaussi",
                                            "login",
                                            "loginbox",
                                            "masthead",
                                            "mediainfo",
                                            "menu",
                                            "meta",
                                            "metadata",
                                            "modal",
                                            "morenews",
                                            "morestories",
                                            "mostpopular",
                                            "mostread",
                                            "mostviewed",
                                            "mpu",
                                            "nav",
                                            "navbar",
                                            "navigation",
                                            "newsletter",
                                            "newsletterbox",
                                            "newsletters",
                                            "nextprev",
                                            "offscreen",
                                            "othernews",
                                            "outbrain",
                                            "overlay",
                                            "pager",
                                            "pagination",
                                            "partager",
                                            "paywall",
                                            "paywallbox",
                                            "poll",
                                            "popular",
                                            "popularposts",
                                            "popup",
                                            "postdate",
                                            "postmeta",
                                            "prevnext",
                                            "print",
                                            "promo",
                                            "promos",
                                            "promotion",
                                            "pubdate",
                                            "publicidad",
                                            "publicidade",
                                            "publishdate",
                                            "pullquote",
                                            "rating",
                                            "reactions",
                                            "readmore",
                                            "readnext",
                                            "recirc",
                                            "recirculation",
                                            "recommend",
                                            "recommendation",
                                            "recommendations",
                                            "recommended",
                                            "recommends",
                                            "register",
                                            "regwall",
                                            "reklam",
                                            "reklama",
                                            "relacionadas",
                                            "relacionados",
                                            "related",
                                            "relatedarticles",
                                            "relatedcontent",
                                            "relatedposts",
                                            "saibamais",
                                            "seealso",
                                            "share",
                                            "sharebar",
                                            "sharedaddy",
                                            "sharethis",
                                            "sharing",
                                            "sidebar",
                                            "signup",
                                            "slidecount",
                                            "slideshow",
                                            "social",
                                            "socials",
                                            "sponsor",
                                            "sponsored",
                                            "sponsors",
                                            "subscribe",
                                            "subscribebox",
                                            "subscription",
                                            "taboola",
                                            "tagcloud",
                                            "taglist",
                                            "tags",
                                            "teaser",
                                            "teasers",
                                            "teilen",
                                            "timestamp",
                                            "toolbar",
                                            "tools",
                                            "tooltip",
                                            "topics",
                                            "trending",
                                            "trendingnow",
                                            "twitter",
                                            "upsell",
                                            "verwandt",
                                            "werbung",
                                            "whatsapp",
                                            "widget",
                                            "widgets",
                                            "wroteby",
                                            "zergnet"};
constexpr std::string_view kLeadWords[] = {
    "abstract", "bajada",   "chapeau",   "chapo",     "deck",    "dek",    "entradilla",
    "excerpt",  "intro",    "lead",      "lede",      "sapo",    "spot",   "standfirst",
    "subhead",  "subtitle", "subtitles", "subtitulo", "summary", "teaser", "vorspann"};
constexpr std::string_view kWholeBodyWords[] = {
    "articlebody",  "articlecontent", "articletext", "bodycopy", "bodytext",
    "entrycontent", "maincontent",    "newstext",    "postbody", "postcontent",
    "storybody",    "storycontent",   "storytext"};
constexpr std::string_view kBodyFirstWords[] = {
    "article", "articulo", "artigo", "artikel", "beitrag", "blog",    "body",
    "content", "detail",   "entry",  "haber",   "main",    "materia", "news",
    "nota",    "noticia",  "post",   "rich",    "story",   "text"};
constexpr std::string_view kBodySecondWords[] = {
    "body",  "contenido",  "content", "contents", "copy",   "corpo",
    "corps", "cuerpo",     "entry",   "fulltext", "inhalt", "main",
    "metin", "paragraphs", "story",   "text",     "texto"};
constexpr std::string_view kStateWords[] = {"active",  "allowed", "closed", "disabled",
                                            "enabled", "off",     "on",     "open"};
constexpr std::string_view kHavingWords[] = {"has", "no", "show", "with", "without"};

// Two words in a row.
struct WordPair {
  std::string_view first, second;
};
constexpr WordPair kAsidePairs[] = {
    {"also", "read"},    {"article", "date"},   {"article", "tags"}, {"audio", "player"},
    {"call", "out"},     {"expandable", "box"}, {"fact", "box"},     {"image", "credit"},
    {"info", "box"},     {"lees", "ook"},       {"leggi", "anche"},  {"leia", "mais"},
    {"lire", "aussi"},   {"more", "from"},      {"more", "on"},      {"more", "stories"},
    {"most", "popular"}, {"most", "read"},      {"next", "article"}, {"next", "prev"},
    {"photo", "credit"}, {"post", "date"},      {"post", "nav"},     {"post", "tags"},
    {"prev", "next"},    {"pub", "date"},       {"publish", "date"}, {"pull", "quote"},
    {"read", "also"},    {"read", "more"},      {"read", "next"},    {"saiba", "mais"},
    {"see", "also"},     {"side", "box"},       {"sign", "up"},      {"tag", "list"},
    {"video", "player"}, {"you", "may"}};

// Whole names.
constexpr std::string_view kHiddenNames[] = {
    "d-none",    "element-invisible",  "hidden",  "hide",     "hideme",          "is-hidden",
    "js-hidden", "screen-reader-text", "sr-only", "u-hidden", "visually-hidden", "visuallyhidden"};

struct SenseSlot {
  std::string_view word = {};
  std::uint16_t senses = 0;
};

// All words in one table, found by their hash.
class WordTable {
 public:
  constexpr WordTable() {
    for (const std::string_view word : kOutsideWords) add(word, kOutside);
    for (const std::string_view word : kAsideWords) add(word, kAside);
    for (const std::string_view word : kLeadWords) add(word, kLead);
    for (const std::string_view word : kWholeBodyWords) add(word, kWholeBody);
    for (const std::string_view word : kBodyFirstWords) add(word, kBodyFirst);
    for (const std::string_view word : kBodySecondWords) add(word, kBodySecond);
    for (const std::string_view word : kStateWords) add(word, kState);
    for (const std::string_view word : kHavingWords) add(word, kHaving);
    for (const WordPair& pair : kAsidePairs) add(pair.second, kAsideSecond);
  }
  constexpr std::uint16_t senses(std::string_view word) const { return slots_[find(word)].senses; }

 private:
  static constexpr std::size_t kSlots = 1024;  // a power of two, several times the words

  constexpr std::size_t find(std::string_view word) const {
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    std::size_t slot = (hash ^ (hash >> 15U)) % kSlots;
    while (!slots_[slot].word.empty() && slots_[slot].word != word) slot = (slot + 1) % kSlots;
    return slot;
  }
  constexpr void add(std::string_view word, std::uint16_t sense) {
    SenseSlot& slot = slots_[find(word)];
    slot.word = word;
    slot.senses = static_cast<std::uint16_t>(slot.senses | sense);
  }

  std::array<SenseSlot, kSlots> slots_ = {};
};
constexpr WordTable kWords;

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The words of a class attribute, lower-case: at "-", "_", digits and capitals ("relatedPosts").
class NameWords {
 public:
  static constexpr std::size_t kLongest = 32;  // of longer words, their start
  explicit NameWords(std::string_view text) : text_(text) {}

  // Empty at the end. `starts_name`: the first word of a name of the class attribute.
  std::string_view next(bool& starts_name) {
    starts_name = false;
    while (at_ < text_.size() && !ascii::is_letter(text_[at_])) {
      if (ascii::is_blank(text_[at_])) fresh_ = true;
      ++at_;
    }
    starts_name = fresh_;
    fresh_ = false;
    std::size_t size = 0;
    while (at_ < text_.size() && ascii::is_letter(text_[at_])) {
      const bool capital = is_upper(text_[at_]);
      if (capital && size > 0 && !is_upper(text_[at_ - 1])) break;
      if (size < word_.size()) word_[size++] = ascii::lower(text_[at_]);
      ++at_;
    }
    return {word_.data(), size};
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool fresh_ = true;
  std::array<char, kLongest> word_ = {};
};

bool is_aside_pair(std::string_view first, std::string_view second) {
  return std::any_of(std::begin(kAsidePairs), std::end(kAsidePairs), [&](const WordPair& pair) {
    return pair.first == first && pair.second == second;
  });
}

ElementUse use_of(std::string_view names) {
  NameWords words(names);
  std::array<char, NameWords::kLongest> before_bytes = {};
  std::string_view before;
  std::uint16_t senses_before = 0;
  ElementUse use = ElementUse::unknown;
  bool outside = false;
  while (true) {
    bool starts_name = false;
    const std::string_view word = words.next(starts_name);
    const std::uint16_t senses = word.empty() ? std::uint16_t{0} : kWords.senses(word);
    if (outside && (word.empty() || starts_name || (senses & kState) == 0)) {
      return ElementUse::outside;
    }
    if (word.empty()) return use;
    if (starts_name) {
      before = {};
      senses_before = 0;
    }
    outside = (senses & kOutside) != 0 && (senses_before & kHaving) == 0;
    if ((senses & kAside) != 0 || ((senses & kAsideSecond) != 0 && is_aside_pair(before, word))) {
      use = ElementUse::aside;
    } else if (use < ElementUse::body &&
               ((senses & kWholeBody) != 0 ||
                ((senses & kBodySecond) != 0 && (senses_before & kBodyFirst) != 0))) {
      use = ElementUse::body;
    } else if (use == ElementUse::unknown && (senses & kLead) != 0) {
      use = ElementUse::lead;
    }
    std::copy(word.begin(), word.end(), before_bytes.begin());
    before = {before_bytes.data(), word.size()};
    senses_before = senses;
  }
}

bool has_hidden_name(std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\n\r\f"), names.size());
    const std::string_view name = names.substr(0, end);
    if (std::find(std::begin(kHiddenNames), std::end(kHiddenNames), name) !=
        std::end(kHiddenNames)) {
      return true;
    }
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}
}  // namespace

ElementUse use_of_names(std::string_view class_names, std::string_view id) {
  if (has_hidden_name(class_names)) return ElementUse::hidden;
  // What speaks against the article weighs more.
  return std::max(use_of(class_names), use_of(id));
}

}  // namespace sayso
