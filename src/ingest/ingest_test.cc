#include "ingest/ingest.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "ingest/testing/read_all.h"

namespace sayso {
namespace {
namespace fs = std::filesystem;

// A directory of its own for each test, removed behind it.
class InputsTest : public testing::Test {
 protected:
  InputsTest() {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::temp_directory_path() /
            ("sayso_" + std::string(info->name()) + "_" + std::to_string(::getpid()));
    fs::create_directories(root_);
  }
  ~InputsTest() override {
    std::error_code ignored;
    fs::permissions(root_, fs::perms::owner_all, ignored);
    fs::remove_all(root_, ignored);
  }
  InputsTest(const InputsTest&) = delete;
  InputsTest& operator=(const InputsTest&) = delete;
  InputsTest(InputsTest&&) = delete;
  InputsTest& operator=(InputsTest&&) = delete;

  std::string path(const std::string& name) const { return (root_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    return path(name);
  }
  // Items in words, with the directory's name taken out.
  std::vector<std::string> read(const std::vector<std::string>& paths,
                                const IngestOptions& options = {}) {
    std::vector<std::string> lines;
    Inputs inputs(paths, options);
    while (auto item = inputs.next()) {
      std::string line;
      if (auto* report = std::get_if<Report>(&*item)) line = report->id + ": " + report->text;
      if (auto* refusal = std::get_if<Refusal>(&*item)) line = to_line(*refusal);
      if (auto* missing = std::get_if<MissingInput>(&*item)) line = missing->error.message;
      if (const auto at = line.find(root_.string()); at != std::string::npos) {
        line.erase(at, root_.string().size() + 1);
      }
      lines.push_back(line);
    }
    return lines;
  }

  fs::path root_;
};
using Lines = std::vector<std::string>;

TEST_F(InputsTest, KeepTheOrderOfThePathsAndOfTheNames) {
  write("d/b.txt", "two");
  write("d/a/z.txt", "one");
  write("d/c.jsonl", "{\"id\": \"x\", \"text\": \"three\"}\n{\"id\": \"y\", \"text\": \"four\"}\n");
  write("d/.hidden", "no");
  const std::string first = write("z.txt", "zero");
  EXPECT_EQ(read({first, path("d")}),
            (Lines{"z.txt: zero", "z.txt: one", "b.txt: two", "x: three", "y: four"}));
}

TEST_F(InputsTest, GoOnAfterWhatIsMissing) {
  fs::create_directories(root_ / "empty/within");
  const std::string last = write("a.txt", "one");
  EXPECT_EQ(read({path("none.txt"), path("empty"), last}),
            (Lines{"cannot read none.txt: No such file or directory",
                   "cannot read empty: the directory holds no reports", "a.txt: one"}));
}

TEST_F(InputsTest, SayWhyAPathCannotBeRead) {
  EXPECT_EQ(read({write("a.txt", "one") + "/b"}), Lines{"cannot read a.txt/b: Not a directory"});
}

TEST_F(InputsTest, NameWhatIsUnreadable) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  fs::permissions(write("d/a.txt", "one"), fs::perms::none);
  write("d/b.txt", "two");
  EXPECT_EQ(read({path("d")}), (Lines{"cannot read d/a.txt: Permission denied", "b.txt: two"}));
}

TEST_F(InputsTest, PassOverLinksThatWouldNeverEnd) {
  write("d/a.txt", "one");
  fs::create_directory_symlink(root_ / "d", root_ / "d/loop");
  fs::create_symlink(root_ / "d/a.txt", root_ / "d/b.txt");
  fs::create_symlink(root_ / "nowhere", root_ / "d/c.txt");
  EXPECT_EQ(read({path("d")}),
            (Lines{"a.txt: one", "b.txt: one", "cannot read d/c.txt: No such file or directory"}));
}

TEST_F(InputsTest, RefuseInPlaceWhatIsNoText) {
  EXPECT_EQ(
      read({write("a.bin", std::string(1000, '\0')), write("b.png", "\x89PNG\r\n"),
            write("c.txt", "caf\xE9"), write("d.html", "%PDF-1.7"),
            write("e.txt", std::string(100, 'x')), write("f.txt", "")},
           {.max_report_bytes = 99}),
      (Lines{"a.bin refused: cannot read a.bin: over the limit of 99 bytes a report",
             "b.png refused: cannot read b.png: it is a PNG image, which holds no text",
             "c.txt refused: cannot read c.txt: not UTF-8 at byte 3: looks like ISO-8859-1; "
             "convert it with iconv -f ISO-8859-1 -t UTF-8",
             "d.html refused: cannot read d.html: it is a PDF; sayso does not read PDF: convert it "
             "to text or HTML first",
             "e.txt refused: cannot read e.txt: over the limit of 99 bytes a report", "f.txt: "}));
}

TEST_F(InputsTest, KeepThePlainTextCharacterForCharacter) {
  using namespace std::literals;
  const std::string text = "\xEF\xBB\xBF  a\0b\r\n\tc\x01 "s;
  Inputs inputs({write("a.txt", text)});
  const auto item = inputs.next();
  const Report& report = std::get<Report>(*item);
  EXPECT_EQ(report.text, text);
  EXPECT_EQ(report.media_type, "text/plain");
  EXPECT_EQ(report.uri, std::nullopt);
  EXPECT_EQ(report.source.file, path("a.txt"));
}

TEST_F(InputsTest, LeaveOutReportsWithOtherAddresses) {
  const std::string file =
      write("a.jsonl",
            "{\"id\": \"x\", \"text\": \"one\", \"uri\": \"http://a.example/world/1\"}\n"
            "{\"id\": \"y\", \"text\": \"two\", \"uri\": \"http://a.example/sport/2\"}\n"
            "{\"id\": \"z\", \"text\": \"three\"}\n"
            "damaged\n");
  const Lines found = read({file}, {.uris = *UriFilter::compile("/world/")});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0], "x: one");
  EXPECT_TRUE(found[1].starts_with("a.jsonl:4 refused")) << found[1];
}

TEST_F(InputsTest, ReadALineOfAMegabyte) {
  const std::string text(1'000'000, 'x');
  EXPECT_EQ(read({write("a.txt", text)}), Lines{"a.txt: " + text});
  EXPECT_EQ(read({write("b.jsonl", "{\"id\": \"b\", \"text\": \"" + text + "\"}")}),
            Lines{"b: " + text});
}

TEST_F(InputsTest, CountBytesForAProgressBar) {
  write("d/a.txt", "12345");
  write("d/b.txt", "123");
  Inputs inputs({path("d")});
  EXPECT_EQ(inputs.bytes_total(), 8U);
  EXPECT_EQ(inputs.bytes_done(), 0U);
  while (inputs.next()) {
  }
  EXPECT_EQ(inputs.bytes_done(), 8U);
}

TEST(ReportFromText, TakesWhatTheUserKnowsWhereTheReportDoesNotSay) {
  const IngestOptions options{.known = {.outlet = "Dunmore Herald", .published = "2023-06-21"}};
  const auto copy = report_from_text("KORVA, Jun 20 (EFE) -- The council met.", {}, options);
  EXPECT_EQ(copy->outlet, "Dunmore Herald");
  EXPECT_EQ(copy->published, "2023-06-21");
  EXPECT_EQ(copy->dateline->date, "2023-06-20");
  const auto own = report_from_text("date 2023-06-01 Korva Times - The council met.", {}, options);
  EXPECT_EQ(own->outlet, "Korva Times");
  EXPECT_EQ(own->published, "2023-06-01");
  EXPECT_EQ(report_from_text("x", {.outlet = "Radio Altura"}, options)->outlet, "Radio Altura");
}

TEST(ReportFromText, HashesTheText) {
  const auto report = report_from_text("abc");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ReportFromText, NamesTheReportInItsError) {
  const auto report = report_from_text("caf\xE9", {.id = "a"});
  ASSERT_FALSE(report);
  EXPECT_TRUE(report.error().message.starts_with("cannot read a: not UTF-8 at byte 3"));
  EXPECT_EQ(report_from_text("xx", {}, {.max_report_bytes = 1}).error().message,
            "cannot read the text: over the limit of 1 bytes a report");
}
}  // namespace
}  // namespace sayso
