#include "attribution_data.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "ingest/ingest.h"
#include "read/read.h"

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
  const auto reader = Reader::load({.kind = ReaderKind::fast});
  if (!reader) {
    std::fprintf(stderr, "%s\n", reader.error().message.c_str());
    std::exit(1);
  }
  std::vector<Marked> marked;
  std::unordered_map<std::string, std::size_t> index;
  Inputs inputs({prefix + ".jsonl"});
  while (auto item = inputs.next()) {
    auto* const report = std::get_if<Report>(&*item);
    if (report == nullptr) continue;
    Marked& m = marked.emplace_back();
    m.report = std::move(*report);
    m.analysis = analyse(m.report, *reader);
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
