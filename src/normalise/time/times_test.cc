#include "normalise/time/times.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "normalise/normalise.h"
#include "normalise/testing/examples.h"

namespace sayso {
namespace {
const ValueResources& resources() {
  static const auto loaded = ValueResources::load();
  return *loaded;
}
std::string values_of(const BuiltAnalysis& built) {
  std::string values;
  for (const Timex& timex : find_values(built.report, built.analysis, resources()).times) {
    values += (values.empty() ? "" : " ") + timex.value;
  }
  return values;
}

TEST(Times, WithoutADayOfPublicationStayUnderspecified) {
  auto built = build_analysis("on/IN Tuesday/NNP ,/, June/NNP 20 ,/, last/JJ week/NN at/IN noon");
  built.report.published.reset();
  EXPECT_EQ(values_of(built), "XXXX-06-20 XXXX-WXX XXXX-XX-XXT12:00");
  auto weekday = build_analysis("on/IN Tuesday/NNP");
  weekday.report.published.reset();
  EXPECT_EQ(values_of(weekday), "XXXX-WXX-2");
}

TEST(Times, TakeTheDatelinesDayWhenThereIsNoOther) {
  auto built = build_analysis("yesterday/NN");
  built.report.published.reset();
  built.report.dateline = Dateline{.place = "LIMA", .date = "1990-01-12"};
  EXPECT_EQ(values_of(built), "1990-01-11");
}

TEST(Times, GoOnFromTheDayLastTold) {
  EXPECT_EQ(values_of(build_analysis("on/IN June/NNP 3\nthe/DT next/JJ day/NN")),
            "2023-06-03 2023-06-04");
}

TEST(Times, AreNoPartOfALongerName) {
  auto built = build_analysis("Friday/NNP Night/NNP Lights/NNPS");
  for (Token& token : built.analysis.tokens) token.name = NameKind::other;
  built.analysis.tokens[0].name_begins = true;
  EXPECT_EQ(values_of(built), "");
}

TEST(Times, AreReadInLinearTime) {
  using Clock = std::chrono::steady_clock;
  for (const char* word : {"a ", "the ", "one ", "12 ", "last ", "about ", "early ", "12-"}) {
    std::string words;
    while (words.size() < 400'000) words += word;
    const auto built = build_analysis(words);
    const auto begin = Clock::now();
    (void)find_values(built.report, built.analysis, resources());
    EXPECT_LT(Clock::now() - begin, std::chrono::seconds(2)) << word;
  }
}
}  // namespace
}  // namespace sayso
