#include "read/read.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
// The kind of the token `word`, in a report of this outlet and place.
NameKind kind_of(const char* word, const char* outlet, const char* place = "Rome") {
  static const Reader reader = std::move(*Reader::load({.kind = ReaderKind::fast}));
  Report report;
  report.text = "\"It was dark,\" Tomas Verel told Maria. Maria left the town.";
  report.outlet = outlet;
  report.dateline = {.place = place};
  const Analysis analysis = analyse(report, reader);
  for (const Token& token : analysis.tokens) {
    if (slice(report.text, token.span) == word) return token.name;
  }
  return NameKind::none;
}

TEST(Analyse, TakesTheDatelinesNameForAPlace) {
  EXPECT_EQ(kind_of("Maria", "Herald", "MARIA"), NameKind::place);
  EXPECT_EQ(kind_of("Maria", "Herald", "MARIA TOWN"), NameKind::person);
}

TEST(Analyse, TakesTheOutletsNameForAnOrganization) {
  EXPECT_EQ(kind_of("Maria", "Herald"), NameKind::person);
  EXPECT_EQ(kind_of("Maria", "Maria"), NameKind::organization);
  EXPECT_EQ(kind_of("Tomas", "Maria"), NameKind::person);
}
}  // namespace
}  // namespace sayso
