#include "ingest/html/article/class_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ingest/cursor.h"

namespace sayso {
namespace {
// Words that alone say what an element is for; in byte order.
constexpr std::string_view kOutsideWords[] = {
    "cmp",      "comentarios",  "commentaires", "commentlist",   "comments",    "commentsection",
    "consent",  "cookie",       "cookiebanner", "cookieconsent", "cookies",     "didomi",
    "disqus",   "fbcomments",   "gdpr",         "kommentare",    "kommentarer", "livefyre",
    "onetrust", "opmerkingen",  "optanon",      "reacties",      "replies",     "respond",
    "spotim",   "usercentrics", "yorumlar",
};
constexpr std::string_view kAsideWords[] = {
    "abonnement",
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
    "zergnet",
};
constexpr std::string_view kHiddenNames[] = {
    "d-none",    "element-invisible",  "hidden",  "hide",     "hideme",          "is-hidden",
    "js-hidden", "screen-reader-text", "sr-only", "u-hidden", "visually-hidden", "visuallyhidden",
};
// "comments-enabled", "has-comments": what the element may have, not what it is.
constexpr std::string_view kStates[] = {"active",  "allowed", "closed", "disabled",
                                        "enabled", "off",     "on",     "open"};
constexpr std::string_view kHaving[] = {"has", "no", "show", "with", "without"};

constexpr std::string_view kLeadWords[] = {
    "abstract", "bajada",   "chapeau",   "chapo",     "deck",    "dek",    "entradilla",
    "excerpt",  "intro",    "lead",      "lede",      "sapo",    "spot",   "standfirst",
    "subhead",  "subtitle", "subtitles", "subtitulo", "summary", "teaser", "vorspann",
};

// Two words in a row.
struct WordPair {
  std::string_view first, second;
};
constexpr WordPair kAsidePairs[] = {
    {"read", "more"},    {"read", "also"},      {"see", "also"},     {"more", "on"},
    {"more", "from"},    {"more", "stories"},   {"also", "read"},    {"most", "read"},
    {"most", "popular"}, {"sign", "up"},        {"pull", "quote"},   {"leia", "mais"},
    {"saiba", "mais"},   {"leggi", "anche"},    {"lees", "ook"},     {"lire", "aussi"},
    {"call", "out"},     {"tag", "list"},       {"article", "tags"}, {"post", "tags"},
    {"next", "article"}, {"post", "nav"},       {"pub", "date"},     {"publish", "date"},
    {"post", "date"},    {"article", "date"},   {"image", "credit"}, {"photo", "credit"},
    {"video", "player"}, {"audio", "player"},   {"next", "prev"},    {"prev", "next"},
    {"info", "box"},     {"expandable", "box"}, {"fact", "box"},     {"side", "box"},
    {"you", "may"},      {"read", "next"},
};

// "article-body", "story_content", "postText": one of the first, then one of the second.
constexpr std::string_view kArticleWords[] = {
    "article", "articulo", "artigo", "artikel", "beitrag", "blog",    "body",
    "content", "detail",   "entry",  "haber",   "main",    "materia", "news",
    "noticia", "nota",     "post",   "rich",    "story",   "text",
};
constexpr std::string_view kBodyWords[] = {
    "body",  "contenido",  "content", "contents", "copy",   "corpo",
    "corps", "cuerpo",     "entry",   "fulltext", "inhalt", "main",
    "metin", "paragraphs", "story",   "text",     "texto",
};
constexpr std::string_view kWholeBodyWords[] = {
    "articlebody",  "articlecontent", "articletext", "bodycopy", "bodytext",
    "entrycontent", "maincontent",    "newstext",    "postbody", "postcontent",
    "storybody",    "storycontent",   "storytext",
};

template <std::size_t n>
bool is_one_of(const std::string_view (&words)[n], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// The words of a class attribute, lower-case: at "-", "_", digits and capitals ("relatedPosts").
class NameWords {
 public:
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
  std::array<char, 32> word_ = {};
};

bool is_body(std::string_view before, std::string_view word) {
  return is_one_of(kWholeBodyWords, word) ||
         (is_one_of(kBodyWords, word) && is_one_of(kArticleWords, before));
}

bool is_aside(std::string_view before, std::string_view word) {
  if (is_one_of(kAsideWords, word)) return true;
  return std::any_of(std::begin(kAsidePairs), std::end(kAsidePairs), [&](const WordPair& pair) {
    return pair.first == before && pair.second == word;
  });
}

ElementUse use_of(std::string_view names) {
  NameWords words(names);
  std::array<char, 32> before_bytes = {};
  std::string_view before;
  ElementUse use = ElementUse::unknown;
  bool outside = false;
  while (true) {
    bool starts_name = false;
    const std::string_view word = words.next(starts_name);
    const bool goes_on = !word.empty() && !starts_name;
    if (outside && !(goes_on && is_one_of(kStates, word))) return ElementUse::outside;
    if (word.empty()) return use;
    if (starts_name) before = {};
    outside = is_one_of(kOutsideWords, word) && !is_one_of(kHaving, before);
    if (is_aside(before, word)) use = ElementUse::aside;
    if (use < ElementUse::body && is_body(before, word)) use = ElementUse::body;
    if (use == ElementUse::unknown && is_one_of(kLeadWords, word)) use = ElementUse::lead;
    std::copy(word.begin(), word.end(), before_bytes.begin());
    before = {before_bytes.data(), word.size()};
  }
}
}  // namespace

namespace {
bool has_hidden_name(std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" \t\n\r\f"), names.size());
    const std::string_view name = names.substr(0, end);
    if (is_one_of(kHiddenNames, name)) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}
}  // namespace

ElementUse use_of_names(std::string_view class_names, std::string_view id) {
  if (has_hidden_name(class_names)) return ElementUse::hidden;
  const ElementUse by_class = use_of(class_names);
  const ElementUse by_id = use_of(id);
  // The worse of the two.
  return std::max(by_class, by_id);
}

}  // namespace sayso
