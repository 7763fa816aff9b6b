// JSON Lines with `text` on standard input -> its tokens, sentences and quotations as JSON Lines.
//
// What score_segment.py scores: the reading has no tokens, and the scorer must see the segmenter
// alone. Spans are code points, as in every file.
#include <simdjson.h>

#include <iostream>
#include <string>

#include "core/json.h"
#include "core/utf8.h"
#include "read/segment/segment.h"

namespace {
template <typename Items>
void write_spans(sayso::JsonWriter& out, const char* name, const Items& items,
                 const sayso::CodePoints& code_points) {
  out.key(name).begin_array();
  for (const auto& item : items) {
    const sayso::Span span = code_points.of(item.span);
    out.begin_array().integer(span.begin).integer(span.end).end_array();
  }
  out.end_array();
}
}  // namespace

int main() {
  const auto abbreviations = sayso::Abbreviations::load();
  if (!abbreviations) {
    std::cerr << "segment_layers: " << abbreviations.error().message << '\n';
    return 1;
  }
  simdjson::dom::parser parser;
  std::string line;
  while (std::getline(std::cin, line)) {
    std::string_view text;
    if (parser.parse(line)["text"].get(text) != simdjson::SUCCESS) {
      std::cerr << "segment_layers: a line without `text`\n";
      return 1;
    }
    const sayso::Report report{.text = std::string(text)};
    sayso::Analysis analysis;
    sayso::segment(report, *abbreviations, analysis);
    const sayso::CodePoints code_points(report.text);
    std::string out;
    sayso::JsonWriter writer(out);
    writer.begin_object();
    write_spans(writer, "tokens", analysis.tokens, code_points);
    write_spans(writer, "sentences", analysis.sentences, code_points);
    write_spans(writer, "quotations", analysis.quotations, code_points);
    writer.end_object();
    std::cout << out << '\n';
  }
  return 0;
}
