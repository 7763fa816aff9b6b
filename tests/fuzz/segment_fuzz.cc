// Text -> sentences and tokens that lie inside it, in order, outside of furniture.
#include <cstddef>
#include <cstdint>

#include "check.h"
#include "ingest/ingest.h"
#include "read/segment/segment.h"

namespace sayso {
namespace {
void check_layers(const Report& report, const Analysis& analysis) {
  std::uint32_t end = 0;
  for (const Token& token : analysis.tokens) {
    require(end <= token.span.begin && token.span.begin < token.span.end);
    require(!find_invalid_utf8(slice(report.text, token.span)));
    require(token.sentence < analysis.sentences.size());
    require(analysis.sentences[token.sentence].span.contains(token.span));
    end = token.span.end;
  }
  require(end <= report.text.size());
  TokenIndex next = 0;
  for (const Sentence& sentence : analysis.sentences) {
    require(sentence.tokens.first == next && !sentence.tokens.empty());
    next = sentence.tokens.last;
    for (const Span furniture : report.furniture) {
      require(!furniture.contains(sentence.span.begin));
    }
  }
  require(next == analysis.tokens.size());
}
}  // namespace
}  // namespace sayso

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto abbreviations = sayso::Abbreviations::load();
  sayso::require(static_cast<bool>(abbreviations));
  const auto report =
      sayso::report_from_text(std::string(reinterpret_cast<const char*>(data), size));
  if (!report) return 0;
  sayso::Analysis analysis;
  sayso::segment(*report, *abbreviations, analysis);
  sayso::check_layers(*report, analysis);
  return 0;
}
