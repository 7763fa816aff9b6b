#include "ingest/language.h"

#include <gtest/gtest.h>

#include <vector>

namespace sayso {
namespace {
std::string language(std::string_view text, std::vector<Span> furniture = {}) {
  return identify_language(text, furniture).value_or("none");
}

TEST(Language, IsIdentifiedFromTheText) {
  EXPECT_EQ(language("The council closed the bridge over the river on Monday, the mayor said."),
            "en");
  EXPECT_EQ(language("Der Stadtrat hat die Br\xC3\xBC"
                     "cke am Montag gesperrt, sagte die "
                     "B\xC3\xBCrgermeisterin."),
            "de");
  EXPECT_EQ(
      language("El ayuntamiento cerr\xC3\xB3 el puente el lunes, dijo la alcaldesa de la ciudad."),
      "es");
}

TEST(Language, IsFoundInCapitalsToo) {
  EXPECT_EQ(language("THE COUNCIL HAS CLOSED THE BRIDGE OVER THE RIVER, THE MAYOR SAID ON MONDAY."),
            "en");
}

TEST(Language, IsLeftOpenWhereThereIsTooLittle) {
  for (const char* text : {"", "12", "Korva", "...", "\xE2\x80\xA6"})
    EXPECT_EQ(language(text), "none");
}

TEST(Language, TakesNoNoticeOfFurniture) {
  const std::string head =
      "Ver\xC3\xB6"
      "ffentlicht am Montag von der Redaktion der Zeitung ";
  const auto size = static_cast<std::uint32_t>(head.size());
  EXPECT_EQ(
      language(head + "The council closed the bridge on Monday, the mayor said.", {{0, size}}),
      "en");
}

TEST(Language, IsWrittenAsATag) {
  struct Row {
    const char *given, *tag;
  };
  for (const Row& row : {Row{"EN", "en"},
                         {"eng", "en"},
                         {"English", "en"},
                         {"en_GB", "en-GB"},
                         {"iw", "he"},
                         {"zh-Hant", "zh-Hant"},
                         {"tlh", "tlh"}}) {
    EXPECT_EQ(language_tag(row.given), row.tag) << row.given;
  }
}
}  // namespace
}  // namespace sayso
