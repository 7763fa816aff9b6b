#include "ingest/warc/warc_records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "ingest/testing/pack.h"
#include "ingest/warc/testing/warc_builder.h"

namespace sayso {
namespace {
using testing::gzip;
using testing::warc_info;
using testing::warc_page;
using testing::warc_record;
using testing::zstd;
using Lines = std::vector<std::string>;

const auto kAll = [](const WarcHead&) { return true; };

// Items in words: "12 response uri block", or "12 !why".
Lines read(std::string_view raw, bool fast = true, const WarcRecords::Wants& wants = kAll,
           std::uint64_t most = 1000) {
  const auto source = memory_bytes(raw);
  ReadBuffer buffer;
  buffer.open(*source);
  WarcRecords records(buffer, wants, most, fast);
  Lines out;
  while (const auto item = records.next()) {
    if (const auto* fault = std::get_if<WarcFault>(&*item)) {
      out.push_back(std::to_string(fault->offset) + " !" + fault->error.message);
      continue;
    }
    const auto& [head, block, whole] = std::get<WarcRecord>(*item);
    std::string line = std::to_string(head.offset);
    line.append(" ").append(head.type).append(" ").append(head.target_uri).append(" ");
    out.push_back(line.append(block).append(whole ? "" : " ..."));
  }
  return out;
}

std::string note(std::string_view name, std::string_view block) {
  return warc_record("resource", name, "text/plain", block);
}

TEST(WarcRecords, AreReadFromEveryKindOfFile) {
  const std::string a = note("a", "one");
  const std::string b = note("b", "two");
  const auto at = [](std::size_t offset, const char* rest) {
    return std::to_string(offset) + rest;
  };
  const Lines plain = {"0 resource a one", at(a.size(), " resource b two")};
  EXPECT_EQ(read(a + b), plain);
  EXPECT_EQ(read(gzip(a) + gzip(b)), (Lines{plain[0], at(gzip(a).size(), " resource b two")}));
  EXPECT_EQ(read(zstd(a) + zstd(b)), (Lines{plain[0], at(zstd(a).size(), " resource b two")}));
  EXPECT_EQ(read(gzip(a + b)), (Lines{plain[0], "0 resource b two"})) << "one member for all";
  EXPECT_EQ(read(gzip(a) + std::string(100, '\0') + gzip(b)).size(), 2U) << "padding";
  EXPECT_EQ(read(gzip(a) + zstd(b)).size(), 2U) << "concatenated files";
  EXPECT_EQ(read(gzip(a.substr(0, 50)) + gzip(a.substr(50) + b)),
            (Lines{plain[0], at(gzip(a.substr(0, 50)).size(), " resource b two")}))
      << "members that end anywhere";
}

TEST(WarcRecords, AreReadWithTheDictionaryOfTheirFile) {
  const std::string dictionary = note("a", "words that all records share");
  std::string frame = "\x5d\x2a\x4d\x18";
  for (std::size_t i = 0; i < 4; ++i)
    frame += static_cast<char>(dictionary.size() >> (8 * i) & 0xFF);
  frame += dictionary;
  ZSTD_CCtx* context = ZSTD_createCCtx();
  std::string packed(1000, '\0');
  const std::string record = note("a", "words that all records share, and others");
  packed.resize(ZSTD_compress_usingDict(context, packed.data(), packed.size(), record.data(),
                                        record.size(), dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  EXPECT_EQ(read(frame + packed), Lines{std::to_string(frame.size()) +
                                        " resource a words that all records share, and others"});
}

TEST(WarcRecords, ForgiveLineEndsAndBrackets) {
  EXPECT_EQ(read("WARC/1.0\nWARC-Type: resource\nWarc-Target-URI: <x>\ncontent-length: 3\n\none\n\n"
                 "WARC/1.0\nWARC-Type: metadata\nContent-Length: 0\n\n"),
            (Lines{"0 resource x one", "74 metadata  "}));
}

TEST(WarcRecords, PassOverWhatIsNotWanted) {
  const auto wants = [](const WarcHead& head) { return head.type == "response"; };
  const std::string file = gzip(warc_info()) + gzip(note("a", std::string(2'000'000, 'x'))) +
                           gzip(warc_page("b", "<p>x"));
  const Lines found = read(file, true, wants);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].ends_with("<p>x")) << found[0];
  EXPECT_EQ(read(file, false, wants), found);
}

TEST(WarcRecords, ShowTheBeginningOfWhatIsTooLarge) {
  const std::string big(300'000, 'x');
  const Lines found = read(note("a", big) + note("b", "two"));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].ends_with("xxx ...")) << found[0].size();
  EXPECT_TRUE(found[1].ends_with("resource b two"));
}

// What stands in front of and behind the damage is read, and the damage named by its place.
TEST(WarcRecords, GoOnBehindDamage) {
  const std::string a = note("a", "one");
  const std::string b = note("b", std::string(500, 'y') + "two" + std::string(400, 'z'));
  const std::string c = note("c", "three");
  for (const bool fast : {true, false}) {
    for (const auto& pack : {gzip(b), zstd(b)}) {
      const bool is_gzip = tell_packing(pack) == Packing::gzip;
      const std::string before = is_gzip ? gzip(a) : zstd(a);
      const std::string after = is_gzip ? gzip(c) : zstd(c);
      for (const std::string& damaged :
           {pack.substr(0, pack.size() / 2), pack.substr(0, pack.size() - 3), pack.substr(10),
            std::string("garbage"), pack.substr(0, 40) + "\x55\x55\x55\x55" + pack.substr(44)}) {
        const Lines found = read(before + damaged + after, fast);
        ASSERT_EQ(found.size(), 3U) << ::testing::PrintToString(found);
        EXPECT_EQ(found[0], "0 resource a one");
        EXPECT_TRUE(found[1].starts_with(std::to_string(before.size()) + " !")) << found[1];
        EXPECT_TRUE(found[2].ends_with(" resource c three")) << found[2];
        EXPECT_TRUE(found[2].starts_with(std::to_string(before.size() + damaged.size())));
      }
    }
  }
}

TEST(WarcRecords, GoOnBehindDamageOfAnUncompressedFile) {
  const std::string a = note("a", "one");
  const std::string b = note("b", std::string(500, 'y'));
  const std::string c = note("c", "three");
  for (const std::string& damaged : {b.substr(0, b.size() - 100), "garbage\n" + b.substr(30),
                                     std::string("WARC/1.1\r\nContent-Length: x\r\n\r\n")}) {
    const Lines found = read(a + damaged + c);
    ASSERT_EQ(found.size(), 3U) << ::testing::PrintToString(found);
    EXPECT_TRUE(found[1].starts_with(std::to_string(a.size()) + " !")) << found[1];
    EXPECT_EQ(found[2], std::to_string(a.size() + damaged.size()) + " resource c three");
  }
}

TEST(WarcRecords, SayWhereAFileBreaksOff) {
  const std::string a = note("a", "one");
  const std::string b = note("b", std::string(500, 'y'));
  EXPECT_EQ(read(a + b.substr(0, 300)).back(),
            std::to_string(a.size()) + " !the file ends inside a record");
  EXPECT_EQ(read(gzip(a) + gzip(b).substr(0, 60)).back(),
            std::to_string(gzip(a).size()) + " !the file ends inside a record");
  EXPECT_EQ(read(a + b.substr(0, 40)).size(), 2U) << "inside the header";
  EXPECT_EQ(read(""), Lines{});
}

TEST(WarcRecords, EndWhereAMemberBeginsTheNext) {
  std::string lying = note("a", "one");
  lying.replace(lying.find("Length: 3"), 9, "Length: 9000");
  const Lines found = read(gzip(lying) + gzip(note("b", "two")), true, kAll, 100'000);
  EXPECT_EQ(found, (Lines{"0 !the record is cut short",
                          std::to_string(gzip(lying).size()) + " resource b two"}));
}

TEST(WarcRecords, AreFoundBehindEmptyMembers) {
  const std::string a = gzip(note("a", "one"));
  const std::string empty = gzip("");
  std::string file = a;
  for (int i = 0; i < 100'000; ++i) file += empty;
  const std::size_t place = file.size();
  for (const bool fast : {true, false}) {
    EXPECT_EQ(read(file + gzip(note("b", "two")), fast),
              (Lines{"0 resource a one", std::to_string(place) + " resource b two"}));
  }
}

TEST(WarcRecords, GiveUpOnBombs) {
  const std::string bomb = gzip(note("a", std::string(200'000'000, 'x')));
  for (const bool fast : {true, false}) {
    const Lines found = read(bomb + gzip(note("b", "two")), fast);
    ASSERT_EQ(found.size(), 3U) << ::testing::PrintToString(found);
    EXPECT_EQ(found[1], "0 !it expands to more than 25 times its size");
    EXPECT_TRUE(found[2].ends_with("resource b two"));
  }
}

TEST(WarcRecords, GiveUpOnManySmallBombs) {
  const std::string bomb = gzip(note("a", std::string(10'000'000, 'x')));
  std::string file;
  for (int i = 0; i < 100; ++i) file += bomb;
  const Lines found = read(file + gzip(note("b", "two")), true, kAll, 20'000'000);
  const auto given_up = std::count_if(found.begin(), found.end(), [](const std::string& line) {
    return line.ends_with("times its size");
  });
  EXPECT_GT(given_up, 80) << "a megabyte may become fifty, and 16 more";
  EXPECT_TRUE(found.back().ends_with("resource b two"));
}

// Many small pages, in several buffers' worth of file.
TEST(WarcRecords, AreTheSameFromTheFastPathAndTheSlowOne) {
  std::string file;
  std::string noise;
  for (unsigned i = 0; i < 3000; ++i) {
    noise.clear();
    for (unsigned k = 0; k < i % 700; ++k) noise += static_cast<char>('a' + (i * 31 + k * k) % 26);
    std::string member = gzip(note(std::to_string(i), noise), 1);
    if (i % 97 == 5)
      member[member.size() / 2] = static_cast<char>(member[member.size() / 2] ^ 0x21);
    file += member;
  }
  file += gzip(note("huge", std::string(3'000'000, 'x'))) + gzip(note("last", "end"));
  const Lines fast = read(file);
  EXPECT_GT(fast.size(), 2900U);
  EXPECT_EQ(fast, read(file, false));
}

}  // namespace
}  // namespace sayso
