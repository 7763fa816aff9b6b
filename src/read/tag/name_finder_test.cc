#include "read/tag/name_finder.h"

#include <gtest/gtest.h>

#include <string>

#include "core/resource.h"
#include "core/span.h"
#include "core/testing/analysis_builder.h"
#include "read/tag/name_features.h"

namespace sayso {
namespace {
// "Amal Haddad=person, Lurania=place": the names of tagged words.
std::string names_in(std::string_view words) {
  static const auto finder = NameFinder::in(resource("models/names.bin"));
  EXPECT_TRUE(finder);
  BuiltAnalysis built = build_analysis(words);
  Analysis& analysis = built.analysis;
  finder->find(analysis);
  static constexpr const char* kKinds[] = {"", "person", "organization", "place", "other"};
  std::string out;
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.name == NameKind::none) continue;
    if (token.name_begins && !out.empty()) out += ", ";
    out += (token.name_begins ? "" : " ") + std::string(slice(built.report.text, token.span));
    const bool ends = i + 1 == analysis.tokens.size() || analysis.tokens[i + 1].name_begins ||
                      analysis.tokens[i + 1].name == NameKind::none;
    if (ends) out += std::string("=") + kKinds[static_cast<int>(token.name)];
  }
  return out;
}

TEST(NameFinder, FindsNamesItHasNeverSeen) {
  struct Row {
    const char *words, *names;
  };
  for (const Row& row : {
           Row{"President/NNP Zorvan/NNP Kelidi/NNP said/VBD on/IN Monday/NNP that/IN talks/NNS "
               "failed/VBD ./.",
               "Zorvan Kelidi=person"},
           Row{"Two/CD people/NNS died/VBD in/IN Telvara/NNP ,/, officials/NNS said/VBD ./.",
               "Telvara=place"},
           Row{"He/PRP works/VBZ for/IN the/DT Ministry/NNP of/IN Health/NNP ./.",
               "Ministry of Health=organization"},
           Row{"The/DT men/NNS left/VBD early/RB ./.", ""},
       }) {
    EXPECT_EQ(names_in(row.words), row.names) << row.words;
  }
}

TEST(NameFinder, TakesNoTokensAndStrangeOnes) {
  EXPECT_EQ(names_in(""), "");
  names_in("\x01 \xCC\x81/SYM -/HYPH -/HYPH A/NNP");
}

TEST(NameFinder, RefusesAnotherFile) { EXPECT_FALSE(NameFinder::in("no model")); }

TEST(NameModel, IsSound) {
  EXPECT_TRUE(NameFinder::in(resource("models/names.bin"))->model().is_sound(kNameLabels));
}

TEST(NameLabel, IsAKindAndWhetherItBegins) {
  EXPECT_EQ(label_of(NameKind::place, true), NameLabel::begin_place);
  EXPECT_EQ(label_of(NameKind::person, false), NameLabel::in_person);
  EXPECT_EQ(kind_of(NameLabel::in_other), NameKind::other);
  EXPECT_EQ(kind_of(NameLabel::outside), NameKind::none);
}
}  // namespace
}  // namespace sayso
