#include "ingest/html/metadata/sources.h"

#include <iterator>
#include <string>
#include <unordered_map>

namespace sayso {
namespace {
using F = MetaField;
using P = MetaPlace;

// clang-format off
constexpr MetaSource kSources[] = {
    // Titles vote (title.cc); the order decides between equals.
    {"h1", F::title, P::element, "h1"},
    {"json_ld.headline", F::title, P::json_ld, "article.headline"},
    {"itemprop.headline", F::title, P::itemprop, "headline"},
    {"meta.og:title", F::title, P::meta, "og:title"},
    {"meta.headline", F::title, P::meta, "headline"},
    {"meta.parsely-title", F::title, P::meta, "parsely-title"},
    {"meta.sailthru.title", F::title, P::meta, "sailthru.title"},
    {"meta.cxense:title", F::title, P::meta, "cxenseparse:title"},
    {"meta.citation_title", F::title, P::meta, "citation_title"},
    {"meta.dc.title", F::title, P::meta, "dc.title"},
    {"meta.dcterms.title", F::title, P::meta, "dcterms.title"},
    {"meta.twitter:title", F::title, P::meta, "twitter:title"},
    {"meta.title", F::title, P::meta, "title"},
    {"json_ld.name", F::title, P::json_ld, "article.name"},
    {"json_ld.work.name", F::title, P::json_ld, "work.name"},
    {"title", F::title, P::element, "title"},
    {"h2", F::title, P::element, "h2"},

    {"json_ld.author", F::author, P::json_ld, "article.author"},
    {"meta.parsely-author", F::author, P::meta, "parsely-author"},
    {"meta.sailthru.author", F::author, P::meta, "sailthru.author"},
    {"meta.cxense:author", F::author, P::meta, "cxenseparse:author"},
    {"meta.citation_author", F::author, P::meta, "citation_author"},
    {"meta.dc.creator", F::author, P::meta, "dc.creator"},
    {"meta.dcterms.creator", F::author, P::meta, "dcterms.creator"},
    {"meta.dc.contributor", F::author, P::meta, "dc.contributor"},
    {"meta.byl", F::author, P::meta, "byl"},
    {"meta.twitter:data", F::author, P::meta, "twitter:data"},
    {"rel.author", F::author, P::element, "rel.author"},
    {"link.author", F::author, P::text, "link.author"},
    {"itemprop.author", F::author, P::itemprop, "author"},
    {"meta.article:author_name", F::author, P::meta, "article:author_name"},
    {"meta.article:author", F::author, P::meta, "article:author"},
    {"meta.og:author", F::author, P::meta, "og:author"},
    {"meta.rbauthors", F::author, P::meta, "rbauthors"},
    {"meta.authors", F::author, P::meta, "authors"},
    {"words.author", F::author, P::words, "author"},
    {"text.byline", F::author, P::text, "byline"},
    {"meta.author", F::author, P::meta, "author"},
    {"text.dated_byline", F::author, P::text, "dated_byline"},
    {"json_ld.work.author", F::author, P::json_ld, "work.author"},
    {"json_ld.page.author", F::author, P::json_ld, "page.author"},
    {"json_ld.organization", F::author, P::json_ld, "article.organization"},

    {"json_ld.publisher", F::outlet, P::json_ld, "article.publisher"},
    {"meta.og:site_name", F::outlet, P::meta, "og:site_name"},
    {"json_ld.site", F::outlet, P::json_ld, "site.name"},
    {"meta.citation_journal_title", F::outlet, P::meta, "citation_journal_title"},
    {"meta.dc.publisher", F::outlet, P::meta, "dc.publisher"},
    {"meta.dcterms.publisher", F::outlet, P::meta, "dcterms.publisher"},
    {"meta.publisher", F::outlet, P::meta, "publisher"},
    {"meta.cre", F::outlet, P::meta, "cre"},
    {"meta.application-name", F::outlet, P::meta, "application-name"},
    {"meta.al:android:app_name", F::outlet, P::meta, "al:android:app_name"},
    {"meta.apple-mobile-web-app-title", F::outlet, P::meta, "apple-mobile-web-app-title"},

    {"uri", F::published, P::uri, ""},
    {"json_ld.published", F::published, P::json_ld, "article.datePublished"},
    {"meta.article:published_time", F::published, P::meta, "article:published_time"},
    {"meta.og:article:published_time", F::published, P::meta, "og:article:published_time"},
    {"meta.article:published", F::published, P::meta, "article:published"},
    {"meta.og:published_time", F::published, P::meta, "og:published_time"},
    {"meta.datepublished", F::published, P::meta, "datepublished"},
    {"itemprop.datepublished", F::published, P::itemprop, "datepublished"},
    {"meta.parsely-pub-date", F::published, P::meta, "parsely-pub-date"},
    {"meta.cxense:publishtime", F::published, P::meta, "cxenseparse:recs:publishtime"},
    {"meta.sailthru.date", F::published, P::meta, "sailthru.date"},
    {"meta.rnews:datepublished", F::published, P::meta, "rnews:datepublished"},
    {"meta.dc.date.issued", F::published, P::meta, "dc.date.issued"},
    {"meta.dcterms.issued", F::published, P::meta, "dcterms.issued"},
    {"meta.prism.publicationdate", F::published, P::meta, "prism.publicationdate"},
    {"meta.citation_publication_date", F::published, P::meta, "citation_publication_date"},
    {"meta.citation_date", F::published, P::meta, "citation_date"},
    {"meta.citation_online_date", F::published, P::meta, "citation_online_date"},
    {"meta.article_date_original", F::published, P::meta, "article_date_original"},
    {"meta.article.published", F::published, P::meta, "article.published"},
    {"meta.originalpublicationdate", F::published, P::meta, "originalpublicationdate"},
    {"meta.publishdate", F::published, P::meta, "publishdate"},
    {"meta.publish-date", F::published, P::meta, "publish-date"},
    {"meta.publish_date", F::published, P::meta, "publish_date"},
    {"meta.publisheddate", F::published, P::meta, "publisheddate"},
    {"meta.published-date", F::published, P::meta, "published-date"},
    {"meta.published_date", F::published, P::meta, "published_date"},
    {"meta.published_time", F::published, P::meta, "published_time"},
    {"meta.publication_date", F::published, P::meta, "publication_date"},
    {"meta.publication-date", F::published, P::meta, "publication-date"},
    {"meta.publicationdate", F::published, P::meta, "publicationdate"},
    {"meta.pubdate", F::published, P::meta, "pubdate"},
    {"meta.pub_date", F::published, P::meta, "pub_date"},
    {"meta.published", F::published, P::meta, "published"},
    {"meta.dc.date.created", F::published, P::meta, "dc.date.created"},
    {"meta.dcterms.created", F::published, P::meta, "dcterms.created"},
    {"meta.datecreated", F::published, P::meta, "datecreated"},
    {"meta.creation_date", F::published, P::meta, "creation_date"},
    {"meta.article:post_date", F::published, P::meta, "article:post_date"},
    {"json_ld.page.published", F::published, P::json_ld, "page.datePublished"},
    {"time.published", F::published, P::element, "time.published"},
    {"meta.dc.date", F::published, P::meta, "dc.date"},
    {"meta.dcterms.date", F::published, P::meta, "dcterms.date"},
    {"meta.dc.created", F::published, P::meta, "dc.created"},
    {"meta.article.created", F::published, P::meta, "article.created"},
    {"json_ld.created", F::published, P::json_ld, "article.dateCreated"},
    {"itemprop.datecreated", F::published, P::itemprop, "datecreated"},
    {"meta.displaydate", F::published, P::meta, "displaydate"},
    {"meta.release_date", F::published, P::meta, "release_date"},
    {"words.published", F::published, P::words, "published"},
    {"text.published", F::published, P::text, "published"},
    {"time.article", F::published, P::element, "time.article"},
    {"json_ld.work.published", F::published, P::json_ld, "work.datePublished"},
    {"json_ld.work.created", F::published, P::json_ld, "work.dateCreated"},
    {"words.date", F::published, P::words, "date"},
    {"text.date", F::published, P::text, "date"},
    {"meta.date", F::published, P::meta, "date"},
    {"script.published", F::published, P::script, "datePublished"},
    {"script.published", F::published, P::script, "publishedDate"},
    {"script.published", F::published, P::script, "publishDate"},
    {"script.published", F::published, P::script, "published_at"},
    {"script.published", F::published, P::script, "publishedAt"},
    {"script.published", F::published, P::script, "publication_date"},
    {"script.published", F::published, P::script, "publicationDate"},
    {"script.published", F::published, P::script, "firstPublished"},
    {"script.published", F::published, P::script, "pubDate"},
    {"script.created", F::published, P::script, "createdAt"},
    {"script.created", F::published, P::script, "created_at"},
    {"text.start", F::published, P::text, "start"},
    {"time.any", F::published, P::element, "time.any"},
    {"meta.last-modified", F::published, P::meta, "last-modified"},
    {"text.any", F::published, P::text, "any", true},
    {"text.inside", F::published, P::text, "inside", true},
    {"script.literal", F::published, P::text, "literal", true},
    {"text.copyright", F::published, P::text, "copyright", true},

    {"json_ld.modified", F::modified, P::json_ld, "article.dateModified"},
    {"meta.article:modified_time", F::modified, P::meta, "article:modified_time"},
    {"meta.og:updated_time", F::modified, P::meta, "og:updated_time"},
    {"meta.datemodified", F::modified, P::meta, "datemodified"},
    {"itemprop.datemodified", F::modified, P::itemprop, "datemodified"},
    {"meta.dcterms.modified", F::modified, P::meta, "dcterms.modified"},
    {"meta.dc.date.modified", F::modified, P::meta, "dc.date.modified"},
    {"meta.article.updated", F::modified, P::meta, "article.updated"},
    {"meta.lastmod", F::modified, P::meta, "lastmod"},
    {"meta.revised", F::modified, P::meta, "revised"},
    {"json_ld.page.modified", F::modified, P::json_ld, "page.dateModified"},
    {"time.modified", F::modified, P::element, "time.modified"},
    {"words.modified", F::modified, P::words, "modified"},
    {"text.modified", F::modified, P::text, "modified"},
    {"json_ld.work.modified", F::modified, P::json_ld, "work.dateModified"},

    {"link.canonical", F::uri, P::link, "canonical"},
    {"meta.og:url", F::uri, P::meta, "og:url"},

    {"html.lang", F::language, P::element, "html"},
    {"json_ld.language", F::language, P::json_ld, "article.inLanguage"},
    {"meta.content-language", F::language, P::meta, "content-language"},
    {"meta.og:locale", F::language, P::meta, "og:locale"},
    {"meta.dc.language", F::language, P::meta, "dc.language"},
    {"meta.language", F::language, P::meta, "language"},

    {"meta.og:description", F::description, P::meta, "og:description"},
    {"json_ld.description", F::description, P::json_ld, "article.description"},
    {"meta.description", F::description, P::meta, "description"},
    {"meta.twitter:description", F::description, P::meta, "twitter:description"},
};
// clang-format on

char mark(MetaPlace place) { return static_cast<char>('a' + static_cast<int>(place)); }
}  // namespace

std::span<const MetaSource> meta_sources() { return kSources; }

SourceIndex find_source(MetaPlace place, std::string_view key) {
  static const auto table = [] {
    std::unordered_map<std::string, SourceIndex> rows;
    for (std::size_t i = 0; i < std::size(kSources); ++i) {
      rows.emplace(mark(kSources[i].place) + std::string(kSources[i].key),
                   static_cast<SourceIndex>(i));
    }
    return rows;
  }();
  constexpr std::size_t kLongestKey = 40;
  if (key.size() > kLongestKey) return kNoSource;
  const auto found = table.find(mark(place) + std::string(key));
  return found == table.end() ? kNoSource : found->second;
}

}  // namespace sayso
