#include "ingest/text_fault.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
std::string fault(std::string_view bytes) {
  const auto error = find_text_fault(bytes);
  if (!error) return "none";
  EXPECT_EQ(error->kind, ErrorKind::not_text);
  return error->message;
}

TEST(TextFault, KeepsTextWithAFewControlCharacters) {
  using namespace std::literals;
  for (const std::string_view text : {""sv, "plain"sv, "caf\xC3\xA9"sv, "a\0b\x01"sv, "\0"sv,
                                      "\xEF\xBB\xBF"
                                      "a"sv,
                                      "tab\tand\r\nend\f"sv}) {
    EXPECT_EQ(fault(text), "none") << text;
  }
}

TEST(TextFault, TellsBinaryData) {
  EXPECT_EQ(fault(std::string(100, '\0')), "binary data, no text");
  EXPECT_EQ(fault(std::string(100, '\x01') + "\xFF\xD8\xC0"), "binary data, no text");
}

TEST(TextFault, SaysWhichEncodingItLooksLike) {
  using namespace std::literals;
  EXPECT_EQ(fault("\xFF\xFEH\0e\0"sv),
            "looks like UTF-16; convert it with iconv -f UTF-16 -t UTF-8");
  EXPECT_EQ(fault("H\0e\0l\0l\0o\0!\0"sv),
            "looks like UTF-16LE; convert it with iconv -f UTF-16LE -t UTF-8");
  EXPECT_EQ(
      fault("The caf\xE9 is closed."),
      "not UTF-8 at byte 7: looks like ISO-8859-1; convert it with iconv -f ISO-8859-1 -t UTF-8");
  EXPECT_EQ(
      fault("The \x93"
            "caf\xE9\x94 is closed."),
      "not UTF-8 at byte 4: looks like WINDOWS-1252; convert it with iconv -f WINDOWS-1252 -t "
      "UTF-8");
  EXPECT_EQ(fault("The caf\xC3\xA9 is clos\xC3"),
            "not UTF-8 at byte 17: it ends in the middle of a character");
  EXPECT_EQ(fault("\xC4\xCF\xD2\xCF\xC7\xC1 \xDA\xC1\xCB\xD2\xD9\xD4\xC1"),
            "not UTF-8 at byte 0: convert it from its encoding with iconv -f ENCODING -t UTF-8");
}

TEST(TextFault, MakesFileNamesPrintable) {
  EXPECT_EQ(as_utf8("a\xFF"
                    "b\xE9"),
            "a\xEF\xBF\xBD"
            "b\xEF\xBF\xBD");
  EXPECT_EQ(as_utf8("caf\xC3\xA9"), "caf\xC3\xA9");
}
}  // namespace
}  // namespace sayso
