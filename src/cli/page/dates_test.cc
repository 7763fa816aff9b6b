#include "cli/page/dates.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
Timex date(std::string value, std::string mod = "") {
  return {.value = std::move(value), .mod = std::move(mod)};
}

TEST(DatesInWords, TellEveryGranularity) {
  struct Row {
    const char *value, *mod, *date, *clock;
  };
  for (const Row& row : {Row{"2023-06-20", "", "Tue 20 June 2023", ""},
                         {"2023-06-20", "START", "Tue 20 June 2023", ""},
                         {"2023-06-20", "APPROX", "about Tue 20 June 2023", ""},
                         {"2024-02-29", "", "Thu 29 February 2024", ""},
                         {"2023-06-20TEV", "", "Tue 20 June 2023", "evening"},
                         {"2023-06-20T14:30", "APPROX", "Tue 20 June 2023", "14:30"},
                         {"2023-06-20TXX:XX", "", "Tue 20 June 2023", ""},
                         {"2023-06", "START", "early June 2023", ""},
                         {"2023-11", "MID", "mid-November 2023", ""},
                         {"2023-W25", "", "the week of 19 June 2023", ""},
                         {"2021-W01", "", "the week of 4 January 2021", ""},
                         {"2020-W01", "", "the week of 30 December 2019", ""},
                         {"2023-W24", "END", "late in the week of 12 June 2023", ""},
                         {"2023-W24-WE", "", "the weekend of 17 June 2023", ""},
                         {"2016-SU", "", "summer 2016", ""},
                         {"2022-WI", "", "winter 2022", ""},
                         {"2023-Q1", "", "the first quarter of 2023", ""},
                         {"2023", "END", "late 2023", ""},
                         {"198", "START", "the early 1980s", ""},
                         {"19", "", "the 20th century", ""},
                         {"20", "", "the 21st century", ""},
                         {"10", "", "the 11th century", ""}}) {
    const auto found = date_in_words(date(row.value, row.mod));
    ASSERT_TRUE(found) << row.value;
    EXPECT_EQ(found->date, row.date) << row.value << row.mod;
    EXPECT_EQ(found->clock, row.clock) << row.value;
  }
}

TEST(DatesInWords, AreInTheOrderOfTime) {
  std::optional<DateInWords> last;
  for (const char* value : {"19", "198", "2022-WI", "2023", "2023-Q1", "2023-06", "2023-06-19",
                            "2023-06-20", "2023-W25-WE", "2023-W26", "2024"}) {
    const auto found = date_in_words(date(value));
    ASSERT_TRUE(found) << value;
    EXPECT_TRUE(!last || last->order < found->order) << value;
    last = found;
  }
}

TEST(DatesInWords, SayNothingOfWhatHasNoPlaceInTime) {
  for (const char* value :
       {"", "PAST_REF", "XXXX-06-20", "XXXX-WXX-2", "2023-13", "2023-02-30", "2023-06-", "2023-W",
        "2023-W99", "2023-6", "2023-06-20x", "20230", "T10:00", "-", "2023-SU-1"}) {
    EXPECT_FALSE(date_in_words(date(value))) << value;
  }
  EXPECT_FALSE(date_in_words({.type = TimexType::duration, .value = "2023"}));
}

TEST(DatesInWords, KeepValuesThatAreReadable) {
  for (const auto& [value, words] :
       std::vector<std::pair<const char*, const char*>>{{"2023-06-20", "2023-06-20"},
                                                        {"2023", "2023"},
                                                        {"2023-06-20TEV", "2023-06-20"},
                                                        {"2023-06-20T14:30", "2023-06-20 14:30"},
                                                        {"2023-W26", "the week of 26 June 2023"},
                                                        {"PAST_REF", "PAST_REF"}}) {
    EXPECT_EQ(value_in_words(date(value)), words);
  }
  EXPECT_EQ(day_in_words("2023-06-21T10:00:00Z")->date, "Wed 21 June 2023");
}

}  // namespace
}  // namespace sayso
