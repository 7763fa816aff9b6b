#include "ingest/html/metadata/letters.h"

#include "ingest/cursor.h"

namespace sayso {
namespace {
unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// Bytes of the character outside of ASCII at `at`, when it is a letter, or 0.
std::size_t wide_letter(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at), next = byte_at(text, at + 1);
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return lead == 0xC2 && next != 0xAA && next != 0xBA ? 0 : 2;
  if (lead < 0xF0) {
    const bool marks = lead == 0xE2 && next >= 0x80 && next <= 0xAF;
    const bool cjk_marks = lead == 0xE3 && next == 0x80;
    const bool wide_forms = lead == 0xEF && next >= 0xBC;
    return marks || cjk_marks || wide_forms ? 0 : 3;
  }
  return 0;
}

struct LowerPair {
  unsigned char lead, first, last;  // capitals: lead byte, range of the next
  unsigned char lower_lead;
  int shift;  // of the next byte
};
constexpr LowerPair kCapitals[] = {
    {0xC3, 0x80, 0x9E, 0xC3, 0x20},   // Latin-1: À to Þ
    {0xCE, 0x91, 0x9F, 0xCE, 0x20},   // Greek: Α to Ο
    {0xCE, 0xA0, 0xA9, 0xCF, -0x20},  // Π to Ω
    {0xD0, 0x80, 0x8F, 0xD1, 0x10},   // Cyrillic: Ѐ to Џ
    {0xD0, 0x90, 0x9F, 0xD0, 0x20},   // А to П
    {0xD0, 0xA0, 0xAF, 0xD1, -0x20},  // Р to Я
};
}  // namespace

std::size_t match_letters(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t size = ascii::is_letter(text[at]) ? 1 : wide_letter(text, at);
    if (size == 0 || at + size > text.size()) break;
    at += size;
  }
  return at;
}

std::size_t to_lower(std::string_view text, char* out) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned char lead = byte_at(text, at), next = byte_at(text, at + 1);
    out[size] = ascii::lower(text[at]);
    if (lead == 0xC4 && next == 0xB0) {  // Turkish capital i
      out[size++] = 'i';
      ++at;
      continue;
    }
    if ((lead == 0xC4 || lead == 0xC5) && next >= 0x80) {
      // Latin Extended-A alternates capitals and small letters, with odd stretches.
      const unsigned code = (lead & 0x1FU) << 6U | (next & 0x3FU);
      const bool odd_capitals = (code >= 0x139 && code <= 0x148) || code >= 0x179;
      const bool capital = odd_capitals ? code % 2 == 1 : code % 2 == 0;
      const unsigned small =
          capital && code != 0x138 && code != 0x178 && code != 0x17F ? code + 1 : code;
      out[size++] = static_cast<char>(0xC0U | small >> 6U);
      out[size++] = static_cast<char>(0x80U | (small & 0x3FU));
      ++at;
      continue;
    }
    for (const LowerPair& pair : kCapitals) {
      if (lead != pair.lead || next < pair.first || next > pair.last) continue;
      if (lead == 0xC3 && next == 0x97) continue;  // the multiplication sign
      out[size++] = static_cast<char>(pair.lower_lead);
      out[size] = static_cast<char>(next + pair.shift);
      ++at;
      break;
    }
    ++size;
  }
  return size;
}

std::string lower_case(std::string_view text) {
  std::string out(text.size(), '\0');
  out.resize(to_lower(text, out.data()));
  return out;
}

}  // namespace sayso
