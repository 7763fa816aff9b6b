// Which reader reads, and with which model.
#include <gtest/gtest.h>

#include "program.h"

namespace sayso::testing {
namespace {
const std::string kReport =
    "Two people died in Dravica on Tuesday, police said. \"We had no warning,\" said Amal Haddad, "
    "a "
    "doctor, who denied that the road was closed.";
const std::string kModel = std::string(SAYSO_SOURCE_DIR) + "/models/reader.bin";

TEST(Reader, IsFullUnlessTheUserWantsItFast) {
  struct Row {
    std::vector<std::string> options;
    const char* reader;
  };
  for (const Row& row :
       {Row{{}, "full"}, Row{{"--reader", "full"}, "full"}, Row{{"--reader", "fast"}, "fast"}}) {
    std::vector<std::string> arguments = {"read"};
    arguments.insert(arguments.end(), row.options.begin(), row.options.end());
    arguments.emplace_back("-");
    const Outcome ran = run_sayso(arguments, kReport);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, std::string("\"reader\":\"") + row.reader + "\"")) << ran.out;
    EXPECT_FALSE(has(ran.out, "\"attributions\":[]")) << ran.out;
  }
}

TEST(Reader, LeavesTextsThatAreNoReportsToTheFastOne) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Police left. ";
  const Outcome ran = run_sayso({"read", "-"}, text);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "\"reader\":\"fast\""));
  EXPECT_TRUE(has(ran.out, "longer than the full reader takes (50000 words"));
}

TEST(Reader, TakesAModelOnlyWhenFull) {
  const Outcome ran = run_sayso({"read", "--reader", "fast", "--model", kModel, "-"}, kReport);
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_TRUE(has(ran.err, "--model is for --reader full")) << ran.err;
}

TEST(Reader, FindsSyntaxWhenFull) {
  const auto tokens = [](const char* reader) {
    return run_sayso({"read", "--reader", reader, "--format", "conllu", "-"}, "Police left.").out;
  };
  EXPECT_TRUE(has(tokens("full"), "\troot\t")) << tokens("full");
  EXPECT_FALSE(has(tokens("fast"), "\troot\t")) << tokens("fast");
}

TEST(Reader, GivesTheSameBytesWithEveryKernel) {
  const Outcome best = run_sayso({"read", "-"}, kReport);
  EXPECT_EQ(best.status, 0) << best.err;
  std::size_t same = 0;
  for (const char* kernels : {"portable", "sse4", "avx2", "avx512vnni"}) {
    const Outcome ran =
        run_sayso({"read", "-"}, kReport, {std::string("SAYSO_KERNELS=") + kernels});
    if (ran.status == 0) {
      EXPECT_EQ(ran.out, best.out) << kernels;
      ++same;
      continue;
    }
    // Not on this processor.
    EXPECT_EQ(ran.status, 1) << kernels;
    EXPECT_EQ(ran.out, "") << kernels;
    EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
    EXPECT_TRUE(has(ran.err, "'" + std::string(kernels) + "'")) << ran.err;
  }
  EXPECT_GE(same, 1U) << "the portable kernels run everywhere";
}

TEST(Reader, SaysWhichKernelsThereAre) {
  const Outcome ran = run_sayso({"read", "-"}, kReport, {"SAYSO_KERNELS=abacus"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
  EXPECT_TRUE(has(ran.err, "'abacus'") && has(ran.err, "portable")) << ran.err;
}

TEST(Reader, GivesTheSameBytesWithAnyNumberOfThreads) {
  std::string input;
  std::string text;
  for (int i = 0; i < 12; ++i) {
    const std::string number = std::to_string(i);
    text.append(" Gunmen left at ").append(number).append(" p.m., residents said.");
    input.append(R"({"id":")").append(number).append(R"(","text":")").append(text).append("\"}\n");
  }
  const Outcome one = run_sayso({"read", "--threads", "1", "-"}, input);
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(lines(one.out).size(), 12U);
  EXPECT_EQ(run_sayso({"read", "--threads", "2", "-"}, input).out, one.out);
}

TEST(Model, MayBeAFile) {
  EXPECT_EQ(run_sayso({"read", "--model", kModel, "-"}, kReport).out,
            run_sayso({"read", "-"}, kReport).out);
}

// Exit status 1, one line that names the file, and nothing read.
void expect_no_model(const std::string& path, const std::string& why) {
  const Outcome ran = run_sayso({"read", "--model", path, "-"}, kReport);
  EXPECT_EQ(ran.status, 1) << why;
  EXPECT_EQ(ran.out, "") << why;
  EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
  EXPECT_TRUE(has(ran.err, path)) << why << ": " << ran.err;
  EXPECT_TRUE(has(ran.err, why)) << why << ": " << ran.err;
}

TEST(Model, IsRefusedWhenItIsNone) {
  const Folder folder;
  expect_no_model(folder.path("none.bin"), "No such file");
  expect_no_model(folder.file("empty.bin", ""), "not a model");
  expect_no_model(folder.file("text.bin", "Police said two people died.\n"), "not a model");
  expect_no_model(folder.file("magic.bin", "SAYSOENC"), "not a model");
  expect_no_model(folder.file("zeros.bin", std::string(1000, '\0')), "not a model");
}

TEST(Model, IsRefusedWhenItIsCutShort) {
  const Folder folder;
  const std::string model = contents(kModel);
  ASSERT_GT(model.size(), 1000U);
  for (const std::size_t size : {std::size_t{64}, model.size() / 2, model.size() - 1}) {
    expect_no_model(folder.file("cut.bin", model.substr(0, size)), "it should have");
  }
  expect_no_model(folder.file("long.bin", model + '\0'), "it should have");
}

TEST(Model, IsRefusedWhenOneBitIsWrong) {
  const Folder folder;
  std::string model = contents(kModel);
  ASSERT_GT(model.size(), 1000U);
  struct Row {
    std::size_t at;
    const char* why;
  };
  for (const Row& row : {Row{0, "not a model"}, Row{8, "of format"}, Row{17, "it should have"},
                         Row{24, "checksum"}, Row{40, "damaged"}, Row{100, "checksum"},
                         Row{model.size() / 2, "checksum"}, Row{model.size() - 1, "checksum"}}) {
    model[row.at] = static_cast<char>(model[row.at] ^ 16);
    expect_no_model(folder.file("flipped.bin", model), row.why);
    model[row.at] = static_cast<char>(model[row.at] ^ 16);
  }
}

}  // namespace
}  // namespace sayso::testing
