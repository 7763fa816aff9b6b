#include "ingest/html/page.h"

#include <utility>

#include "ingest/html/article/article.h"
#include "ingest/html/dom.h"
#include "ingest/html/encoding.h"
#include "ingest/html/metadata/metadata.h"
#include "ingest/language.h"
#include "ingest/sha256.h"
#include "ingest/text/finish_report.h"
#include "ingest/whole_input.h"

namespace sayso {
namespace {
constexpr std::string_view kHtml = "text/html";

void warn_of_encoding(const DecodedPage& page, Report& report) {
  if (page.replaced == 0) return;
  report.warnings.push_back(std::to_string(page.replaced) +
                            (page.replaced == 1 ? " place" : " places") + " in the page " +
                            (page.replaced == 1 ? "is" : "are") + " not valid " + page.encoding +
                            ": now U+FFFD");
}

void warn_of_gaps(bool cut, bool paywalled, Report& report) {
  if (cut) report.warnings.emplace_back("the page has too many elements: its end is missing");
  if (paywalled) {
    report.warnings.emplace_back(
        "the page is not free to read in full: the text may be its beginning only");
  }
}

// What is known already stays.
void take_metadata(PageMetadata& metadata, Report& report) {
  if (!report.title) report.title = std::move(metadata.title);
  if (!report.outlet) report.outlet = std::move(metadata.outlet);
  if (!report.published) report.published = std::move(metadata.published);
  if (!report.modified) report.modified = std::move(metadata.modified);
  if (metadata.canonical_uri) report.uri = std::move(metadata.canonical_uri);
  if (report.bylines.empty()) report.bylines = std::move(metadata.authors);
}

std::string_view first_part(std::string_view tag) { return tag.substr(0, tag.find('-')); }

// Pages are wrong about their language now and then; the text is not, where it can be told.
void settle_language(const std::optional<std::string>& given, Report& report) {
  if (!given || given->empty()) return;
  const std::string page = language_tag(*given);
  if (!report.language || first_part(*report.language) == first_part(page)) report.language = page;
}
}  // namespace

Result<Report> report_from_page(std::string_view bytes, PageSource source,
                                const IngestOptions& options) {
  if (bytes.size() > options.max_report_bytes) {
    return Error{ErrorKind::too_large, over_limit(options)};
  }
  DecodedPage page = decode_page(bytes, source.charset);
  Report known;
  known.id = std::move(source.id);
  known.uri = source.uri;
  known.media_type = kHtml;
  known.source.sha256 = sha256_hex(bytes);
  warn_of_encoding(page, known);
  const Dom dom(std::move(page.text));
  PageMetadata metadata =
      find_metadata(dom, {.uri = std::move(source.uri), .fetched = std::move(source.fetched)});
  ArticleHints hints;
  if (metadata.title) hints.title = *metadata.title;
  if (metadata.body) hints.body = *metadata.body;
  if (metadata.description) hints.description = *metadata.description;
  Article article = find_article(dom, hints);
  warn_of_gaps(dom.cut(), metadata.paywalled || article.stub, known);
  take_metadata(metadata, known);
  // A list of links, a film: what is known of it is still worth having.
  if (article.text.empty()) known.warnings.emplace_back("no article text found in the page");
  auto report = finish_report(std::move(article.text), std::move(known), options);
  if (report) settle_language(metadata.language, *report);
  return report;
}

Result<Report> report_from_fragment(std::string_view html, Report known,
                                    const IngestOptions& options) {
  if (html.size() > options.max_report_bytes) {
    return Error{ErrorKind::too_large, over_limit(options)};
  }
  const Dom dom{std::string(html)};
  const std::string title = known.title.value_or("");
  Article article = find_fragment_text(dom, {.title = title});
  return finish_report(std::move(article.text), std::move(known), options);
}

std::unique_ptr<ReportReader> read_page(ReaderInput input) {
  return read_whole(std::move(input), [](std::string_view bytes, const ReaderInput& from) {
    return report_from_page(bytes, {.id = from.name}, from.options);
  });
}

}  // namespace sayso
