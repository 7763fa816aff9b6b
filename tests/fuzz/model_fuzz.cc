// Damaged models: whatever the bytes, an error or a reading, never a crash.
//
// An input is a list of changes to a sound model, five bytes each: where, and the byte to put
// there. The checksum is made to fit again, so that the checks behind it are reached.
#include <cstdint>
#include <cstring>
#include <string>

#include "check.h"
#include "read/encode/full_reader.h"
#include "read/encode/testing_reader.h"

namespace {
sayso::Analysis two_sentences(const sayso::Report& report) {
  sayso::Analysis analysis;
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < report.text.size(); i += 4) {
    analysis.tokens.push_back({.span = {i, i + 3}, .sentence = i / 40});
    at = i + 3;
  }
  const auto size = static_cast<sayso::TokenIndex>(analysis.tokens.size());
  analysis.sentences = {{{0, 39}, {0, 10}}, {{40, at}, {10, size}}};
  return analysis;
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string sound = sayso::tiny_reader();
  std::string file = sound;
  constexpr std::size_t kChange = 5;
  for (std::size_t i = 0; i + kChange <= size; i += kChange) {
    std::uint32_t where = 0;
    std::memcpy(&where, data + i, sizeof where);
    // Most of a file is weights: half of the changes go to its header and table.
    const std::size_t limit = (where & 1U) != 0 ? sound.size() : std::size_t{4096};
    file[(where >> 1U) % limit] = static_cast<char>(data[i + 4]);
  }
  sayso::seal(file);
  auto model = sayso::ModelFile::in(file);
  if (!model) return 0;
  const auto reader = sayso::FullReader::in(std::move(*model));
  if (!reader) return 0;
  sayso::Report report;
  for (int i = 0; i < 20; ++i) report.text += "say ";
  sayso::Analysis analysis = two_sentences(report);
  reader->read(report, analysis);
  sayso::require(analysis.dependencies.size() == analysis.tokens.size());
  for (const auto& d : analysis.dependencies) sayso::require(d.head < analysis.tokens.size());
  return 0;
}
