#include "read/segment/segment.h"

#include <vector>

#include "read/segment/layout.h"
#include "read/segment/quotations.h"
#include "read/segment/sentences.h"
#include "read/segment/tokenize.h"

namespace sayso {

void segment(const Report& report, const Abbreviations& abbreviations, Analysis& analysis) {
  std::vector<Block> blocks = find_blocks(report);
  std::vector<TokenNote> notes;
  notes.reserve(report.text.size() / 5);
  analysis.tokens.reserve(report.text.size() / 5);
  analysis.words.reserve(report.text.size());
  for (Block& block : blocks) {
    const auto first = static_cast<TokenIndex>(analysis.tokens.size());
    tokenize(report.text, block.span, abbreviations, analysis, notes);
    block.tokens = {first, static_cast<TokenIndex>(analysis.tokens.size())};
  }
  analysis.quotations = find_quotations(report.text, blocks, analysis.tokens, notes);
  find_sentences(report.text, blocks, notes, analysis);
}

}  // namespace sayso
