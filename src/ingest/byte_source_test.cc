#include "ingest/byte_source.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ingest/input_bytes.h"
#include "ingest/testing/pack.h"

namespace sayso {
namespace {
using testing::gzip;
using testing::zstd;

// All bytes, or "!" and why not.
std::string read(std::string_view raw) {
  const auto source = memory_bytes(raw);
  InputBytes input;
  input.open(*source);
  ReadBuffer& buffer = input.decoded();
  while (buffer.fill()) {
  }
  return buffer.error() ? "!" + buffer.error()->message : std::string(buffer.window());
}

TEST(ByteSource, DecompressesWhatIsCompressed) {
  const std::string big(3'000'000, 'x');
  for (const std::string& bytes : {std::string(), std::string("a"), std::string("report\n"), big}) {
    EXPECT_TRUE(read(bytes) == bytes);
    EXPECT_TRUE(read(gzip(bytes)) == bytes);
    EXPECT_TRUE(read(zstd(bytes)) == bytes);
  }
}

TEST(ByteSource, ReadsMembersAndFramesInARow) {
  EXPECT_EQ(read(gzip("one ") + gzip("two")), "one two");
  EXPECT_EQ(read(zstd("one ") + zstd("two")), "one two");
  EXPECT_EQ(read(gzip("one") + std::string(512, '\0')), "one");
}

TEST(ByteSource, SaysWhatIsDamaged) {
  const std::string text(1000, 'x');
  EXPECT_EQ(read(std::string_view(gzip(text)).substr(0, 20)), "!the gzip data end too early");
  EXPECT_EQ(read(std::string_view(zstd(text)).substr(0, 12)), "!the zstd data end too early");
  std::string damaged = gzip(text);
  damaged[12] = static_cast<char>(damaged[12] ^ 0x55);
  EXPECT_TRUE(read(damaged).starts_with("!the gzip data"));
}

TEST(ByteSource, TellsWhyAFileCannotBeOpened) {
  const auto missing = open_bytes("/no/such/file");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::not_found);
}

TEST(ReadBuffer, TakesLinesOfAnyEnd) {
  const auto source = memory_bytes("one\r\ntwo\n\nfour");
  ReadBuffer buffer;
  buffer.open(*source);
  for (const char* expected : {"one", "two", "", "four"}) {
    const auto line = take_line(buffer, 100);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->text, expected);
  }
  EXPECT_FALSE(take_line(buffer, 100));
}

TEST(ReadBuffer, PassesOverLinesThatAreTooLong) {
  const std::string text = "short\n" + std::string(2'000'000, 'x') + "\nend";
  const auto source = memory_bytes(text);
  ReadBuffer buffer;
  buffer.open(*source);
  EXPECT_EQ(take_line(buffer, 1000)->text, "short");
  EXPECT_TRUE(take_line(buffer, 1000)->too_long);
  EXPECT_EQ(take_line(buffer, 1000)->text, "end");
}
}  // namespace
}  // namespace sayso
