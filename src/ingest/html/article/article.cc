#include "ingest/html/article/article.h"

#include <utility>
#include <vector>

#include "ingest/html/article/blocks.h"
#include "ingest/html/article/paragraphs.h"
#include "ingest/html/article/root.h"
#include "ingest/html/article/script_text.h"

namespace sayso {
namespace {
// Sizes of texts in bytes.
constexpr std::size_t kShortestBody = 300;  // of JSON-LD, to be of use
constexpr std::size_t kSuspiciouslyShort = 250;
constexpr std::size_t kNextToNothing = 120;
constexpr std::size_t kLongestStub = 1500;

Article write_article(const Dom& dom, const PageBlocks& page, const std::vector<bool>& junk,
                      const ArticleHints& hints) {
  const ArticleRoot root = find_article_root(dom, page, junk);
  return {write_paragraphs(dom, page, junk, root, {hints.title, hints.description})};
}

// The text of HTML, or of plain text whose lines are paragraphs.
std::string text_of(std::string_view body, const ArticleHints& hints) {
  std::string html;
  const bool plain = body.find("</") == std::string_view::npos;
  for (const char c : body) {
    if (c == '\n' && plain) html += "<p>";
    html += c;
  }
  return find_fragment_text(Dom(std::move(html)), hints).text;
}

// Pages that ask readers to subscribe call what does so a paywall.
bool has_paywall(const Dom& dom) {
  for (NodeIndex i = 0; i < dom.nodes().size(); ++i) {
    for (const DomAttribute& a : dom.attributes(i)) {
      if (a.name != "class" && a.name != "id") continue;
      for (const std::string_view word : {"paywall", "regwall", "subscriber-only"}) {
        if (a.value.find(word) != std::string_view::npos) return true;
      }
    }
  }
  return false;
}
}  // namespace

Article find_article(const Dom& dom, const ArticleHints& hints) {
  if (dom.nodes().empty()) return {};
  const PageBlocks page = find_blocks(dom);
  Article article = write_article(dom, page, find_junk_regions(page), hints);
  if (hints.body.size() > kShortestBody && hints.body.size() > 2 * article.text.size()) {
    std::string text = text_of(hints.body, hints);
    if (text.size() > 2 * article.text.size()) article.text = std::move(text);
  }
  if (article.text.size() < kSuspiciouslyShort) {
    const std::string html = find_script_text(dom);
    std::string text = html.empty() ? "" : text_of(html, hints);
    if (text.size() > 2 * article.text.size()) article.text = std::move(text);
  }
  if (article.text.size() < kNextToNothing) {
    Article other = write_article(dom, page, find_hidden_regions(page), hints);
    if (other.text.size() > 2 * article.text.size()) article = std::move(other);
  }
  article.stub = article.text.size() < kLongestStub && has_paywall(dom);
  return article;
}

Article find_fragment_text(const Dom& dom, const ArticleHints& hints) {
  if (dom.nodes().empty()) return {};
  const PageBlocks page = find_blocks(dom);
  const std::vector<bool> junk = find_junk_regions(page);
  return {write_paragraphs(dom, page, junk, {0, dom[0].end, true}, {hints.title, {}})};
}

}  // namespace sayso
