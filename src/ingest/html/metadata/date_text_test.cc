#include "ingest/html/metadata/date_text.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
std::string found(std::string_view text, DayOrder order = DayOrder::day_first) {
  const auto date = find_date(text, order);
  return date ? date->iso() : "none";
}

TEST(DateText, ReadsDatesInManyLanguages) {
  struct Row {
    const char *text, *iso;
  };
  for (const Row& row : {
           Row{"Wednesday, October 16, 2019", "2019-10-16"},
           Row{"16th of October, 2019", "2019-10-16"},
           Row{"Mittwoch, 16. Oktober 2019", "2019-10-16"},
           Row{"5. März 2021", "2021-03-05"},
           Row{"1er août 2020", "2020-08-01"},
           Row{"16 de octubre de 2019", "2019-10-16"},
           Row{"16 de Março de 2019", "2019-03-16"},
           Row{"3 maggio 2018", "2018-05-03"},
           Row{"7 mei 2018", "2018-05-07"},
           Row{"16 października 2019", "2019-10-16"},
           Row{"16 ОКТЯБРЯ 2019 г.", "2019-10-16"},
           Row{"16 Ağustos 2019 Cuma", "2019-08-16"},
           Row{"16 ŞUBAT 2019", "2019-02-16"},
           Row{"2019. október 16.", "2019-10-16"},
           Row{"2019年10月16日", "2019-10-16"},
           Row{"2019년 10월 16일", "2019-10-16"},
           Row{"١٦ أكتوبر ٢٠١٩", "2019-10-16"},
           Row{"۲ تیر ۱۳۹۹", "2020-06-22"},
           Row{"16 ต.ค. 2562 was a day", "none"},
           Row{"16 ตุลาคม 2562", "2019-10-16"},
       }) {
    EXPECT_EQ(found(row.text), row.iso) << row.text;
  }
}

TEST(DateText, ReadsNumbersInTheGivenOrder) {
  EXPECT_EQ(found("on 05/06/2010", DayOrder::day_first), "2010-06-05");
  EXPECT_EQ(found("on 05/06/2010", DayOrder::month_first), "2010-05-06");
  EXPECT_EQ(found("on 25/06/2010", DayOrder::month_first), "2010-06-25");
  EXPECT_EQ(found("on 06/25/2010", DayOrder::day_first), "2010-06-25");
  EXPECT_EQ(found("25.06.10"), "2010-06-25");
}

TEST(DateText, KeepsTheTimeAndItsZone) {
  struct Row {
    const char *text, *iso;
  };
  for (const Row& row : {
           Row{"16. Oktober 2019, 9:30 Uhr", "2019-10-16T09:30:00"},
           Row{"16.10.2019 um 09.30 Uhr", "2019-10-16T09:30:00"},
           Row{"16 octobre 2019 à 17h05", "2019-10-16T17:05:00"},
           Row{"October 16, 2019 at 3:20 p.m.", "2019-10-16T15:20:00"},
           Row{"2019-10-16T09:30:15.123Z", "2019-10-16T09:30:15Z"},
           Row{"2019-10-16 09:30:15 +0200", "2019-10-16T09:30:15+02:00"},
           Row{"2019-10-16T09:30-05:00", "2019-10-16T09:30:00-05:00"},
           Row{"Wed, 16 Oct 2019 09:30:15 GMT", "2019-10-16T09:30:15Z"},
       }) {
    EXPECT_EQ(found(row.text), row.iso) << row.text;
  }
}

TEST(DateText, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "2019", "October 2019", "16 October", "31.02.2019", "1.234.567", "Version 2.10.2019.4",
        "call 555-2019", "99/99/2019", "16 2019", "May 20 people", "12:30:2019"}) {
    EXPECT_EQ(found(text), "none") << text;
  }
}

TEST(DateText, ReadsValuesOfMetadata) {
  struct Row {
    const char *value, *iso;
  };
  for (const Row& row : {
           Row{"20191016", "2019-10-16"},
           Row{"20191016T0930", "2019-10-16T09:30:00"},
           Row{"1571218215", "2019-10-16T09:30:15Z"},
           Row{"1571218215000", "2019-10-16T09:30:15Z"},
           Row{" 2019-10-16 ", "2019-10-16"},
           Row{"Wed Oct 16 09:30:15 +0000 2019", "2019-10-16"},
           Row{"Wed Oct 16 2019 09:30:15 GMT+0200 (CEST)", "2019-10-16T09:30:15+02:00"},
       }) {
    const auto date = parse_date_value(row.value, DayOrder::day_first);
    ASSERT_TRUE(date) << row.value;
    EXPECT_EQ(date->iso(), row.iso) << row.value;
  }
  EXPECT_FALSE(parse_date_value("1234", DayOrder::day_first));
}

TEST(DateText, FindsDatesInAddresses) {
  struct Row {
    const char *uri, *day;
  };
  for (const Row& row : {
           Row{"https://www.herald.example/2019/10/16/storm/", "2019-10-16"},
           Row{"https://www.herald.example/news/2019-10-16-storm.html", "2019-10-16"},
           Row{"https://www.herald.example/20191016/storm", "2019-10-16"},
           Row{"https://www.herald.example/2019/oct/16/storm", "2019-10-16"},
           Row{"https://www.herald.example/2019/1/6/storm", "2019-01-06"},
           Row{"https://www.herald.example/storm-16-10-2019", "2019-10-16"},
           Row{"https://www.herald.example/2019/10/storm/", "none"},
           Row{"https://www.herald.example/2019/10/3-questions/", "none"},
           Row{"https://www.herald.example/a?day=2019/10/16", "none"},
           Row{"https://2019-10-16.example", "none"},
           Row{"", "none"},
       }) {
    const auto date = find_date_in_uri(row.uri);
    EXPECT_EQ(date ? date->iso_day() : "none", row.day) << row.uri;
  }
}
}  // namespace
}  // namespace sayso
