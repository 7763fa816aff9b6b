#include "attribute/source.h"

#include <gtest/gtest.h>

#include <string>

#include "attribute/testing/scene.h"

namespace sayso {
namespace {
// A cue at `word`, with the verb group or phrase it stands in.
Cue cue_at(const TaggedScene& s, const Context& context, std::string_view word,
           CueKind kind = CueKind::verb) {
  Cue cue;
  cue.row.kind = kind;
  cue.head = s.at(word);
  cue.tokens = {cue.head, cue.head + 1};
  if (kind != CueKind::verb) return cue;
  cue.group = context.verb_group(cue.head);
  if (cue.group != nullptr) cue.tokens = cue.group->tokens;
  return cue;
}

TEST(Source, OptionsAreNoneThenPhrasesFromTheCueOutwards) {
  const TaggedScene s = scene(
      "[ Rhea/NNP Soto/NNP ] ,/, [ a/DT doctor/NN ] in/IN [ Vel/NNP ] ,/, { said/VBD/say } "
      "[ it/PRP ] { rained/VBD/rain } ./.");
  const Context context = s.context();
  std::string options;
  const auto found = find_source_options(context, cue_at(s, context, "said"));
  for (const SourceOption& option : found.all()) {
    options += s.words(option.phrase) + "; ";
  }
  EXPECT_EQ(options, "-; Vel; a doctor; Rhea Soto; it; ");
}

TEST(Source, OptionsStepOverWhatSomebodyElseIsQuotedAsSaying) {
  const TaggedScene s =
      scene("“/`` [ We/PRP ] { left/VBD/leave } ,/, ”/'' [ Soto/NNP ] { said/VBD/say } ./.");
  const Context context = s.context();
  const SourceOptions options = find_source_options(context, cue_at(s, context, "said"));
  ASSERT_EQ(options.all().size(), 2U);
  EXPECT_EQ(s.words(options.all()[1].phrase), "Soto");
}

TEST(Source, OptionsOfANounAreItsOwnersToo) {
  const TaggedScene s =
      scene("[ the/DT union/NN 's/POS claim/NN ] that/IN [ it/PRP ] { won/VBD/win }");
  const Context context = s.context();
  const Cue cue = cue_at(s, context, "claim", CueKind::noun);
  const SourceOption owner = find_source_options(context, cue).all()[1];
  EXPECT_EQ(owner.place, SourceOption::Place::possessive);
  EXPECT_EQ(s.words(owner.phrase), "the union");
}

TEST(Source, IsWholeWithWhatModifiesIt) {
  struct Row {
    const char *words, *begins, *source;
  };
  for (const Row& row : {
           Row{"[ Soto/NNP ] { said/VBD/say } so/RB", "Soto", "Soto"},
           Row{"[ Rhea/NNP ] ,/, [ a/DT doctor/NN ] in/IN [ Vel/NNP ] ,/, { said/VBD/say } so/RB",
               "Rhea", "Rhea, a doctor in Vel,"},
           Row{"[ The/DT head/NN ] of/IN [ the/DT union/NN ] { said/VBD/say } so/RB", "head",
               "The head of the union"},
           Row{"[ Rhea/NNP ] and/CC [ Ivo/NNP ] { said/VBD/say } so/RB", "Rhea", "Rhea and Ivo"},
           Row{"[ Rhea/NNP ] ,/, who/WP { leads/VBZ/lead } [ it/PRP ] ,/, { said/VBD/say } so/RB",
               "Rhea", "Rhea, who leads it,"},
           Row{"[ Rhea/NNP ] { left/VBD/leave } and/CC { said/VBD/say } so/RB", "Rhea", "Rhea"},
       }) {
    const TaggedScene s = scene(row.words);
    const Context context = s.context();
    const Cue cue = cue_at(s, context, "said");
    const auto found = find_source_options(context, cue);
    for (const SourceOption& option : found.all()) {
      if (!option.phrase.contains(s.at(row.begins)) || option.phrase.empty()) continue;
      EXPECT_EQ(s.words(whole_source(context, cue, option)), row.source) << row.words;
    }
  }
}
TEST(Source, AfterItsCueLeavesTheContentOut) {
  struct Row {
    const char *words, *begins, *source;
  };
  for (const Row& row : {
           Row{"according/VBG to/TO [ the/DT army/NN ] ,/, [ a/DT bus/NN ] { left/VBD/leave } "
               "[ Vel/NNP ] ,/, [ a/DT town/NN ] ./.",
               "army", "the army"},
           Row{"according/VBG to/TO [ Soto/NNP ] ,/, [ a/DT doctor/NN ] ,/, [ it/PRP ] "
               "{ rained/VBD/rain } ./.",
               "Soto", "Soto, a doctor,"},
           Row{"according/VBG to/TO [ a/DT text/NN ] ,/, [ Soto/NNP ] ,/, [ a/DT doctor/NN ] ,/, "
               "{ left/VBD/leave } ./.",
               "text", "a text"},
           Row{"according/VBG to/TO [ a/DT text/NN ] < issued/VBN/issue > [ Friday/NNP ] ,/, "
               "[ it/PRP ] { rained/VBD/rain } ./.",
               "text", "a text issued Friday"},
       }) {
    const TaggedScene s = scene(row.words);
    const Context context = s.context();
    Cue cue;
    cue.row.kind = CueKind::preposition;
    cue.tokens = {0, 2};
    const SourceOption option = find_source_options(context, cue).all()[1];
    EXPECT_TRUE(option.phrase.contains(s.at(row.begins))) << row.words;
    EXPECT_EQ(s.words(whole_source(context, cue, option)), row.source) << row.words;
  }
}
}  // namespace
}  // namespace sayso
