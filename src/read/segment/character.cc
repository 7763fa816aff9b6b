#include "read/segment/character.h"

#include <algorithm>
#include <iterator>

namespace sayso {
namespace {
using enum CharClass;

struct Range {
  char32_t first, last;
  CharClass cls;
};

// What is not a letter above ASCII, in order. A character in no range is a letter: texts in any
// script then fall into words, not into dust.
constexpr Range kRanges[] = {
    {0x80, 0xA0, space},          {0xA1, 0xA1, symbol},         {0xA2, 0xA5, currency},
    {0xA6, 0xA9, symbol},         {0xAA, 0xAA, letter},         {0xAB, 0xAB, quote},
    {0xAC, 0xAC, symbol},         {0xAD, 0xAD, ignorable},      {0xAE, 0xB3, symbol},
    {0xB4, 0xB4, apostrophe},     {0xB5, 0xB5, letter},         {0xB6, 0xB9, symbol},
    {0xBA, 0xBA, letter},         {0xBB, 0xBB, quote},          {0xBC, 0xBF, symbol},
    {0xD7, 0xD7, symbol},         {0xF7, 0xF7, symbol},         {0x2C2, 0x2DF, symbol},
    {0x61C, 0x61C, ignorable},    {0x1680, 0x1680, space},      {0x2000, 0x200A, space},
    {0x200B, 0x200F, ignorable},  {0x2010, 0x2011, hyphen},     {0x2012, 0x2015, dash},
    {0x2016, 0x2017, symbol},     {0x2018, 0x2019, apostrophe}, {0x201A, 0x201A, symbol},
    {0x201B, 0x201B, apostrophe}, {0x201C, 0x201F, quote},      {0x2020, 0x2025, symbol},
    {0x2026, 0x2026, ellipsis},   {0x2027, 0x2027, symbol},     {0x2028, 0x2029, space},
    {0x202A, 0x202E, ignorable},  {0x202F, 0x202F, space},      {0x2030, 0x2031, symbol},
    {0x2032, 0x2032, symbol},     {0x2033, 0x205E, symbol},     {0x205F, 0x205F, space},
    {0x2060, 0x206F, ignorable},  {0x20A0, 0x20CF, currency},   {0x2100, 0x2BFF, symbol},
    {0x3000, 0x3000, space},      {0x3001, 0x3004, symbol},     {0x3008, 0x3020, symbol},
    {0xE000, 0xF8FF, symbol},     {0xFE00, 0xFE0F, ignorable},  {0xFE30, 0xFE6B, symbol},
    {0xFEFF, 0xFEFF, ignorable},  {0xFF01, 0xFF0F, symbol},     {0xFFF9, 0xFFFB, ignorable},
    {0xFFFC, 0xFFFF, symbol},     {0x1F000, 0x1FAFF, symbol},   {0xE0000, 0xE0FFF, ignorable},
};

// Capital letters [first, last]: every `step`-th letter is a capital, its small letter `shift` on.
struct Capitals {
  char32_t first, last;
  char32_t step;
  std::int32_t shift;
};

constexpr Capitals kCapitals[] = {
    {0xC0, 0xD6, 1, 32},        {0xD8, 0xDE, 1, 32},        {0x100, 0x12E, 2, 1},
    {0x130, 0x130, 1, -199},    {0x132, 0x136, 2, 1},       {0x139, 0x147, 2, 1},
    {0x14A, 0x176, 2, 1},       {0x178, 0x178, 1, -121},    {0x179, 0x17D, 2, 1},
    {0x18F, 0x18F, 1, 202},     {0x1A0, 0x1A4, 2, 1},       {0x1AF, 0x1AF, 1, 1},
    {0x1CD, 0x1DB, 2, 1},       {0x1DE, 0x1EE, 2, 1},       {0x1F4, 0x1F4, 1, 1},
    {0x1F8, 0x21E, 2, 1},       {0x222, 0x232, 2, 1},       {0x386, 0x386, 1, 38},
    {0x388, 0x38A, 1, 37},      {0x38C, 0x38C, 1, 64},      {0x38E, 0x38F, 1, 63},
    {0x391, 0x3A1, 1, 32},      {0x3A3, 0x3AB, 1, 32},      {0x400, 0x40F, 1, 80},
    {0x410, 0x42F, 1, 32},      {0x460, 0x480, 2, 1},       {0x48A, 0x4BE, 2, 1},
    {0x4C0, 0x4C0, 1, 15},      {0x4C1, 0x4CD, 2, 1},       {0x4D0, 0x52E, 2, 1},
    {0x531, 0x556, 1, 48},      {0x1C90, 0x1CBA, 1, -3008}, {0x1E00, 0x1E94, 2, 1},
    {0x1E9E, 0x1E9E, 1, -7615}, {0x1EA0, 0x1EFE, 2, 1},     {0xFF21, 0xFF3A, 1, 32},
};

template <typename Row, std::size_t N>
const Row* row_of(const Row (&rows)[N], char32_t c) {
  const Row* row = std::lower_bound(std::begin(rows), std::end(rows), c,
                                    [](const Row& r, char32_t at) { return r.last < at; });
  return row != std::end(rows) && row->first <= c ? row : nullptr;
}
}  // namespace

CharClass class_of(char32_t c) {
  if (c < 128) return kAsciiClasses[c];
  if (const Range* range = row_of(kRanges, c)) return range->cls;
  if (to_lower(c) != c) return upper;
  return c < 0x250 || (c >= 0x370 && c < 0x530) || (c >= 0x1E00 && c < 0x2000) ? lower : letter;
}

char32_t to_lower(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  const Capitals* row = row_of(kCapitals, c);
  if (row == nullptr || (c - row->first) % row->step != 0) return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + row->shift);
}

}  // namespace sayso
