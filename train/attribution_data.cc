#include "attribution_data.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/resource.h"
#include "ingest/ingest.h"
#include "read/parse/parse.h"
#include "read/read.h"
#include "read/segment/segment.h"
#include "read/tag/tagger.h"

namespace sayso::train {
namespace {
std::vector<Span> parse_spans(std::string_view text) {
  std::vector<Span> spans;
  const char* p = text.data();
  const char* end = p + text.size();
  while (p < end && *p != '-') {
    Span span;
    p = std::from_chars(p, end, span.begin).ptr + 1;
    p = std::from_chars(p, end, span.end).ptr;
    spans.push_back(span);
    if (p < end) ++p;  // the comma
  }
  return spans;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}
}  // namespace

std::vector<Marked> load_marked(const std::string& prefix) {
  const auto reader = Reader::load();
  if (!reader) {
    std::fprintf(stderr, "%s\n", reader.error().message.c_str());
    std::exit(1);
  }
  const Abbreviations abbreviations = *Abbreviations::load();
  const auto tagger = Tagger::in(resource("models/tags.bin"));
  std::vector<Marked> marked;
  std::unordered_map<std::string, std::size_t> index;
  Inputs inputs({prefix + ".jsonl"});
  while (auto item = inputs.next()) {
    auto* const report = std::get_if<Report>(&*item);
    if (report == nullptr) continue;
    Marked& m = marked.emplace_back();
    m.report = std::move(*report);
    segment(m.report, abbreviations, m.analysis);  // TEMPORARY
    tagger->tag(m.analysis);
    parse(m.analysis);
    static const auto lemmas = [] {
      std::unordered_map<std::string, std::string> map;
      std::ifstream in("/tmp/att/lemmas.tsv");
      for (std::string line; std::getline(in, line);) {
        const auto f = fields_of(line);
        map[f[0] + "/" + f[1]] = f[2];
      }
      return map;
    }();
    for (Token& token : m.analysis.tokens) {
      if (token.lemma_size != 0) continue;
      const std::string lower(m.analysis.lower(token));
      const auto found = lemmas.find(lower + "/" + std::string(to_text(token.tag).substr(0, 2)));
      m.analysis.set_lemma(token, found == lemmas.end() ? lower : found->second);
    }
    index[m.report.id] = marked.size() - 1;
  }
  std::ifstream gold(prefix + ".gold");
  for (std::string line; std::getline(gold, line);) {
    const auto fields = fields_of(line);
    const auto found = index.find(fields[0]);
    if (found == index.end()) continue;
    Marked& m = marked[found->second];
    if (fields[1] == "discard") {
      for (const Span s : parse_spans(fields[3])) m.discard.push_back(s);
    } else {
      m.gold.push_back({parse_spans(fields[1]), parse_spans(fields[2]), parse_spans(fields[3])});
    }
  }
  return marked;
}

}  // namespace sayso::train
