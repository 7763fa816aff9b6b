#include "read/parse/parse.h"

#include <gtest/gtest.h>

#include <string>

#include "core/span.h"
#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
BuiltAnalysis parsed(std::string_view words) {
  BuiltAnalysis built = build_analysis(words);
  parse(built.analysis);
  return built;
}

// "the country 's interior *ministry* | they": phrases, the head starred when not the last word.
std::string phrases(std::string_view words) {
  const BuiltAnalysis built = parsed(words);
  std::string out;
  for (const NounPhrase& phrase : built.analysis.noun_phrases) {
    if (!out.empty()) out += " | ";
    for (TokenIndex i = phrase.tokens.first; i < phrase.tokens.last; ++i) {
      const bool star = i == phrase.head && i + 1 != phrase.tokens.last;
      const std::string word(slice(built.report.text, built.analysis.tokens[i].span));
      out += (i == phrase.tokens.first ? "" : " ") + (star ? "*" + word + "*" : word);
    }
  }
  return out;
}

struct Row {
  const char *words, *found;
};

TEST(NounPhrases, AreANounWithWhatBelongsToItBeforeIt) {
  for (const Row& row : {
           Row{"The/DT old/JJ harbour/NN town/NN fell/VBD ./.", "The old harbour town"},
           Row{"police/NNS and/CC rebels/NNS", "police | rebels"},
           Row{"former/JJ interior/JJ minister/NN Arben/NNP Doda/NNP said/VBD",
               "former interior minister Arben Doda"},
           Row{"a/DT large/JJ ,/, heavily/RB armed/VBN group/NN", "a large , heavily armed group"},
           Row{"political/JJ and/CC cyber/NN activities/NNS", "political and cyber activities"},
           Row{"the/DT anti/AFX -/HYPH corruption/NN court/NN", "the anti - corruption court"},
           Row{"a/DT 6/CD -/HYPH year/NN -/HYPH old/JJ boy/NN", "a 6 - year - old boy"},
           Row{"the/DT ORA/NNP rebel/JJ group/NN", "the ORA rebel group"},
           Row{"gave/VBD Lurania/NNP new/JJ ships/NNS", "Lurania | new ships"},
           Row{"the/DT ``/`` martyrs/NNS ''/''", "the `` martyrs"},
       }) {
    EXPECT_EQ(phrases(row.words), row.found) << row.words;
  }
}

TEST(NounPhrases, ChainPossessors) {
  for (const Row& row : {
           Row{"the/DT country/NN 's/POS interior/JJ ministry/NN said/VBD",
               "the country 's interior ministry"},
           Row{"Lurania/NNP 's/POS army/NN 's/POS new/JJ chief/NN", "Lurania 's army 's new chief"},
           Row{"at/IN the/DT dentist/NN 's/POS ./.", "the dentist"},
       }) {
    EXPECT_EQ(phrases(row.words), row.found) << row.words;
  }
}

TEST(NounPhrases, HoldNumbersAndWhatBoundsThem) {
  for (const Row& row : {
           Row{"at/IN least/JJS 12/CD people/NNS", "at least 12 people"},
           Row{"more/JJR than/IN 30/CD were/VBD hurt/VBN", "more than 30"},
           Row{"nearly/RB 17,000/CD soldiers/NNS killed/VBN", "nearly 17,000 soldiers"},
           Row{"10/CD to/IN 12/CD men/NNS", "10 to 12 men"},
           Row{"on/IN June/NNP 21/CD ,/, 2023/CD", "*June* 21 | 2023"},
           Row{"6/CD of/IN the/DT injured/VBN are/VBP", "6 | the injured"},
           Row{"three/CD left/VBD", "three"},
       }) {
    EXPECT_EQ(phrases(row.words), row.found) << row.words;
  }
}

TEST(NounPhrases, MayLackANoun) {
  for (const Row& row : {
           Row{"the/DT badly/RB injured/VBN were/VBD", "the badly injured"},
           Row{"those/DT killed/VBN in/IN it/PRP", "those | it"},
           Row{"they/PRP saw/VBD several/JJ", "they"},
           Row{"all/DT left/VBD", "all"},
           Row{"who/WP said/VBD there/EX was/VBD", ""},
           Row{"the/DT", ""},
       }) {
    EXPECT_EQ(phrases(row.words), row.found) << row.words;
  }
}

TEST(NounPhrases, EndBeforeADayOfItsOwn) {
  EXPECT_EQ(phrases("the/DT attack/NN Tuesday/NNP ./."), "the attack | Tuesday");
  EXPECT_EQ(phrases("the/DT Tuesday/NNP attack/NN ./."), "the Tuesday attack");
}

TEST(NounPhrases, LeaveParticiplesAfterTheNounAlone) {
  EXPECT_EQ(phrases("a/DT statement/NN saying/VBG"), "a statement");
  EXPECT_EQ(phrases("an/DT order/NN issued/VBN by/IN the/DT ruling/VBG party/NN"),
            "an order | the ruling party");
  EXPECT_EQ(phrases("men/NNS carrying/VBG weapons/NNS"), "men | weapons");
  EXPECT_EQ(phrases("by/IN armed/VBN men/NNS"), "armed men");
}

// "has not been confirmed: past passive ...": the groups with their features.
std::string groups(std::string_view words) {
  const BuiltAnalysis built = parsed(words);
  std::string out;
  for (const VerbGroup& group : built.analysis.verb_groups) {
    if (!out.empty()) out += " | ";
    out += slice(built.report.text, built.analysis.span_of(group.tokens));
    out += ':';
    static constexpr const char* kTenses[] = {"", " past", " present", " future"};
    static constexpr const char* kModalities[] = {"", " possible", " necessary", " conditional"};
    out += kTenses[static_cast<int>(group.tense)];
    out += kModalities[static_cast<int>(group.modality)];
    if (group.finite) out += " finite";
    if (group.infinitive) out += " infinitive";
    if (group.perfect) out += " perfect";
    if (group.progressive) out += " progressive";
    if (group.passive) out += " passive";
    if (group.negated) out += " negated";
  }
  return out;
}

TEST(VerbGroups, HoldAuxiliariesAndTheAdverbsBetween) {
  for (const Row& row : {
           Row{"They/PRP fled/VBD", "fled: past finite"},
           Row{"He/PRP says/VBZ", "says: present finite"},
           Row{"it/PRP has/VBZ not/RB yet/RB been/VBN confirmed/VBN",
               "has not yet been confirmed: present finite perfect passive negated"},
           Row{"they/PRP were/VBD killed/VBN", "were killed: past finite passive"},
           Row{"he/PRP is/VBZ being/VBG held/VBN", "is being held: present finite passive"},
           Row{"they/PRP had/VBD been/VBN fighting/VBG",
               "had been fighting: past finite perfect progressive"},
           Row{"it/PRP will/MD leave/VB", "will leave: future finite"},
           Row{"it/PRP might/MD have/VB left/VBN", "might have left: past possible finite perfect"},
           Row{"they/PRP should/MD be/VB freed/VBN",
               "should be freed: present necessary finite passive"},
           Row{"he/PRP would/MD go/VB", "would go: past conditional finite"},
           Row{"they/PRP got/VBD caught/VBN", "got caught: past finite passive"},
       }) {
    EXPECT_EQ(groups(row.words), row.found) << row.words;
  }
}

TEST(VerbGroups, AreNegatedAtEitherEnd) {
  EXPECT_EQ(groups("She/PRP never/RB said/VBD so/RB"), "never said: past finite negated");
  EXPECT_EQ(groups("It/PRP is/VBZ not/RB clear/JJ"), "is not: present finite negated");
  EXPECT_EQ(groups("asked/VBN not/RB to/TO leave/VB"),
            "asked: passive | not to leave: infinitive negated");
}

TEST(VerbGroups, BeginAnewAtTo) {
  EXPECT_EQ(
      groups("he/PRP is/VBZ reported/VBN to/TO have/VB been/VBN killed/VBN"),
      "is reported: present finite passive | to have been killed: infinitive perfect passive");
}

TEST(VerbGroups, AreNotFiniteAfterTheNounTheySpeakOf) {
  EXPECT_EQ(groups("a/DT statement/NN saying/VBG"), "saying: progressive");
  EXPECT_EQ(groups("carried/VBN out/RP by/IN him/PRP"), "carried: passive");
}

TEST(VerbGroups, ShareAuxiliaries) {
  EXPECT_EQ(groups("it/PRP was/VBD seized/VBN and/CC destroyed/VBN"),
            "was seized: past finite passive | destroyed: past finite passive");
  EXPECT_EQ(groups("they/PRP may/MD stay/VB or/CC leave/VB"),
            "may stay: present possible finite | leave: present possible finite");
  EXPECT_EQ(groups("he/PRP fell/VBD and/CC died/VBD"), "fell: past finite | died: past finite");
}

TEST(Parse, TakesTimeInProportionToTheText) {
  std::string words;
  for (int i = 0; i < 50000; ++i) words += "very/RB old/JJ ,/, ";
  EXPECT_TRUE(parsed(words).analysis.noun_phrases.empty());
}
}  // namespace
}  // namespace sayso
