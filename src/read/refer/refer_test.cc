#include "read/refer/refer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/testing/analysis_builder.h"
#include "read/parse/parse.h"

namespace sayso {
namespace {
struct NamedWords {
  std::string_view words;
  NameKind kind = NameKind::person;
};

constexpr NameKind kOrg = NameKind::organization, kPerson = NameKind::person,
                   kPlace = NameKind::place;

// Tags every run of tokens that spells `name`.
void tag_name(BuiltAnalysis& built, const NamedWords& name) {
  auto& tokens = built.analysis.tokens;
  const auto spells = [&](TokenIndex first, TokenIndex last) {
    const Span span = built.analysis.span_of({first, last});
    return slice(built.report.text, span) == name.words;
  };
  for (TokenIndex first = 0; first < tokens.size(); ++first) {
    for (TokenIndex last = first + 1; last <= std::min<std::size_t>(tokens.size(), first + 6);
         ++last) {
      if (!spells(first, last) || tokens[first].name != NameKind::none) continue;
      for (TokenIndex i = first; i < last; ++i) tokens[i].name = name.kind;
      tokens[first].name_begins = true;
    }
  }
}

const ReferLexicon& lexicon() {
  static const ReferLexicon loaded = ReferLexicon::load();
  return loaded;
}

// A full stop ends a sentence. Longer names come first among `names`.
BuiltAnalysis read(std::string words, const std::vector<NamedWords>& names) {
  for (auto at = words.find("./. "); at != std::string::npos; at = words.find("./. ", at)) {
    words[at + 3] = '\n';
  }
  BuiltAnalysis built = build_analysis(words);
  for (const NamedWords& name : names) tag_name(built, name);
  parse(built.analysis);
  find_entities(built.report, lexicon(), built.analysis);
  return built;
}

// "organization Front for Example: the Front for Example; FFE" for the entity called `name`.
std::string entity(const BuiltAnalysis& built, std::string_view name) {
  for (const Entity& e : built.analysis.entities) {
    if (e.name != name) continue;
    std::string out = std::string(to_text(e.type)) + ":";
    for (const MentionIndex m : e.mentions) {
      const Mention& mention = built.analysis.mentions[m];
      out += (out.back() == ':' ? " " : "; ");
      out += slice(built.report.text, mention.span);
    }
    return out;
  }
  std::string known = "none of:";
  for (const Entity& e : built.analysis.entities) known += " [" + e.name + "]";
  return known;
}

const Entity* find(const BuiltAnalysis& built, std::string_view name) {
  for (const Entity& e : built.analysis.entities) {
    if (e.name == name) return &e;
  }
  return nullptr;
}

std::string name_of(const BuiltAnalysis& built, std::optional<EntityIndex> e) {
  return e ? built.analysis.entities[*e].name : "nobody";
}

std::string spoken_for_by(const BuiltAnalysis& built, std::string_view name) {
  const Entity* e = find(built, name);
  return e == nullptr ? "no such entity" : name_of(built, e->speaks_for);
}

struct Row {
  const char* words;
  std::vector<NamedWords> names;
  const char *name, *mentions;
};

void expect(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(entity(read(row.words, row.names), row.name), row.mentions) << row.words;
  }
}

TEST(Refer, TeachesItselfAliases) {
  expect({
      {"the/DT Front/NNP for/IN Example/NNP (/-LRB- FFE/NNP )/-RRB- met/VBD ./. The/DT FFE/NNP "
       "left/VBD ./.",
       {{"Front for Example", kOrg}, {"FFE", kOrg}},
       "Front for Example",
       "organization: Front for Example; FFE; FFE"},
      {"the/DT Sons/NNPS of/IN Dravica/NNP ,/, or/CC SOD/NNP ,/, fled/VBD",
       {{"Sons of Dravica", kOrg}, {"SOD", kOrg}},
       "Sons of Dravica",
       "organization: Sons of Dravica; SOD"},
      {"the/DT Red/NNP Dawn/NNP ,/, also/RB known/VBN as/IN Zora/NNP and/CC Dawn/NNP ,/, fled/VBD",
       {{"Red Dawn", kOrg}, {"Zora", kOrg}, {"Dawn", kOrg}},
       "Red Dawn",
       "organization: Red Dawn; Zora; Dawn"},
      {"a/DT base/NN of/IN the/DT Red/NNP Dawn/NNP (/-LRB- KZ/NNP )/-RRB- burned/VBD",
       {{"Red Dawn", kOrg}, {"KZ", kOrg}},
       "Red Dawn",
       "organization: Red Dawn; KZ"},
  });
}

TEST(Refer, DoesNotTakeEveryBracketForAnAlias) {
  expect({
      {"DRAVICA/NNP (/-LRB- LNA/NNP )/-RRB- -/: Police/NNS fled/VBD",
       {{"DRAVICA", kOrg}, {"LNA", kOrg}},
       "LNA",
       "organization: LNA"},
      {"Senator/NNP Amal/NNP Haddad/NNP (/-LRB- DP/NNP )/-RRB- spoke/VBD",
       {{"Amal Haddad", kPerson}, {"DP", kOrg}},
       "DP",
       "organization: DP"},
      {"in/IN Dravica/NNP (/-LRB- Lurania/NNP )/-RRB-",
       {{"Dravica", kPlace}, {"Lurania", kPlace}},
       "Dravica",
       "place: Dravica"},
  });
}

TEST(Refer, LinksAcronymsThatNobodyExplained) {
  expect({{"The/DT Lurania/NNP Football/NNP Union/NNP met/VBD ./. LFU/NNP officials/NNS left/VBD",
           {{"Lurania Football Union", kOrg}, {"LFU", kOrg}},
           "Lurania Football Union",
           "organization: Lurania Football Union; LFU"}});
}

TEST(Refer, FindsPeopleBySurname) {
  expect({
      {"Kaltrina/NNP Doda/NNP spoke/VBD ./. Ms./NNP Doda/NNP left/VBD ./. She/PRP smiled/VBD",
       {{"Kaltrina Doda", kPerson}, {"Doda", kPerson}},
       "Kaltrina Doda",
       "person: Kaltrina Doda; Doda; She"},
      {"Doda/NNP resigns/VBZ ./. Kaltrina/NNP Doda/NNP said/VBD so/RB",
       {{"Kaltrina Doda", kPerson}, {"Doda", kOrg}},
       "Kaltrina Doda",
       "person: Doda; Kaltrina Doda"},
      {"Arben/NNP Doda/NNP met/VBD Kaltrina/NNP Doda/NNP ./.",
       {{"Arben Doda", kPerson}, {"Kaltrina Doda", kPerson}},
       "Kaltrina Doda",
       "person: Kaltrina Doda"},
  });
}

TEST(Refer, LeavesTitlesAndLabelsOutOfNames) {
  expect({
      {"Interior/NNP Minister/NNP Kaltrina/NNP Doda/NNP said/VBD",
       {{"Interior Minister Kaltrina Doda", kPerson}},
       "Kaltrina Doda",
       "person: Kaltrina Doda"},
      {"the/DT FFE/NNP terrorist/JJ group/NN fled/VBD",
       {{"FFE", kOrg}},
       "FFE",
       "organization: the FFE terrorist group; FFE"},
      {"the/DT Free/NNP Front/NNP (/-LRB- FFE/NNP )/-RRB- terrorist/JJ organization/NN fled/VBD",
       {{"Free Front", kOrg}, {"FFE", kOrg}},
       "Free Front",
       "organization: Free Front; FFE; terrorist organization"},
      {"the/DT terrorists/NNS/terrorist fled/VBD", {}, "unnamed people", "group: the terrorists"},
  });
}

TEST(Refer, KeepsMembersApartFromTheirGroup) {
  const BuiltAnalysis built =
      read("The/DT FFE/NNP left/VBD ./. an/DT FFE/NNP terrorist/NN died/VBD", {{"FFE", kOrg}});
  EXPECT_EQ(entity(built, "FFE member"), "person: an FFE terrorist");
  EXPECT_EQ(name_of(built, find(built, "FFE member")->belongs_to), "FFE");
}

TEST(Refer, GivesTheTerroristsToWhomTheReportCalledSo) {
  const BuiltAnalysis built = read(
      "The/DT FFE/NNP terrorist/JJ group/NN left/VBD ./. The/DT terrorists/NNS/terrorist "
      "died/VBD",
      {{"FFE", kOrg}});
  EXPECT_EQ(entity(built, "FFE members"), "group: The terrorists");
}

TEST(Refer, KnowsAMinistryByWhatDescribesIt) {
  const BuiltAnalysis built = read(
      "Albania/NNP 's/POS interior/JJ ministry/NN met/VBD ./. "
      "the/DT interior/JJ ministry/NN of/IN Albania/NNP met/VBD ./. "
      "The/DT Albanian/JJ interior/JJ ministry/NN met/VBD ./. "
      "The/DT Albanian/JJ ministry/NN met/VBD ./. the/DT ministry/NN met/VBD ./. "
      "the/DT health/NN ministry/NN met/VBD ./. The/DT Greek/JJ ministry/NN met/VBD ./.",
      {{"Albania", kPlace}});
  EXPECT_EQ(entity(built, "Albania's interior ministry"),
            "organization: Albania 's interior ministry; the interior ministry of Albania; "
            "The Albanian interior ministry; The Albanian ministry; the ministry");
  EXPECT_EQ(entity(built, "health ministry"), "organization: the health ministry");
  EXPECT_EQ(entity(built, "Greek ministry"), "organization: The Greek ministry");
}

TEST(Refer, KnowsCapitalisedDescriptionsToo) {
  expect({{"The/DT interior/JJ ministry/NN met/VBD ./. The/DT Interior/NNP Ministry/NNP met/VBD",
           {{"Interior Ministry", kOrg}},
           "Interior Ministry",
           "organization: The interior ministry; Interior Ministry"}});
}

TEST(Refer, FindsTheCountryInPlay) {
  expect({
      {"Albania/NNP 's/POS army/NN met/VBD ./. the/DT country/NN 's/POS police/NNS left/VBD ./.",
       {{"Albania", kPlace}},
       "Albania",
       "place: Albania; the country"},
      {"The/DT Greek/JJ army/NN left/VBD the/DT country/NN ./.",
       {},
       "Greece",
       "place: the country"},
      {"the/DT US/NNP met/VBD ./. the/DT United/NNP States/NNPS left/VBD ./.",
       {{"US", kPlace}, {"United States", kPlace}},
       "United States",
       "place: US; United States"},
  });
}

TEST(Refer, TakesAppositionsForTheSame) {
  expect({
      {"Kaltrina/NNP Doda/NNP ,/, the/DT minister/NN of/IN interior/NN ,/, left/VBD ./. "
       "The/DT minister/NN smiled/VBD",
       {{"Kaltrina Doda", kPerson}},
       "Kaltrina Doda",
       "person: Kaltrina Doda; the minister of interior; The minister"},
      {"The/DT mayor/NN ,/, Amal/NNP Haddad/NNP ,/, left/VBD",
       {{"Amal Haddad", kPerson}},
       "Amal Haddad",
       "person: The mayor; Amal Haddad"},
      {"interior/JJ minister/NN Kaltrina/NNP Doda/NNP left/VBD ./. The/DT minister/NN smiled/VBD",
       {{"Kaltrina Doda", kPerson}},
       "Kaltrina Doda",
       "person: Kaltrina Doda; The minister"},
      {"the/DT Secretary/NNP of/IN State/NNP Amal/NNP Haddad/NNP left/VBD",
       {{"Amal Haddad", kPerson}},
       "Amal Haddad",
       "person: the Secretary of State; Amal Haddad"},
  });
}

TEST(Refer, RefusesListsAsAppositions) {
  expect({
      {"Kaltrina/NNP Doda/NNP ,/, the/DT mayor/NN and/CC the/DT judge/NN left/VBD",
       {{"Kaltrina Doda", kPerson}},
       "Kaltrina Doda",
       "person: Kaltrina Doda"},
      {"After/IN meeting/VBG Doda/NNP ,/, the/DT mayor/NN left/VBD",
       {{"Doda", kPerson}},
       "Doda",
       "person: Doda"},
  });
}

TEST(Refer, DoesNotLinkWhatIsNew) {
  expect({
      {"a/DT man/NN left/VBD ./. another/DT man/NN came/VBD ./. a/DT man/NN fell/VBD",
       {},
       "man",
       "person: a man"},
      {"Protesters/NNS/protester left/VBD ./. Protesters/NNS/protester came/VBD",
       {},
       "Protesters",
       "group: Protesters"},
      {"the/DT man/NN left/VBD ./. the/DT man/NN who/WP came/VBD ./. ",
       {},
       "man",
       "person: the man"},
      {"every/DT team/NN left/VBD ./. The/DT team/NN came/VBD",
       {},
       "every team",
       "none of:"
       " [team] [team]"},
  });
}

TEST(Refer, ResolvesPronounsThatAgree) {
  expect({
      {"Amal/NNP Haddad/NNP met/VBD the/DT protesters/NNS/protester ./. They/PRP cheered/VBD",
       {{"Amal Haddad", kPerson}},
       "protesters",
       "group: the protesters; They"},
      {"The/DT FFE/NNP left/VBD ./. Its/PRP$ members/NNS/member fled/VBD",
       {{"FFE", kOrg}},
       "FFE",
       "organization: FFE; Its"},
      {"Mr./NNP Haddad/NNP met/VBD Ms./NNP Doda/NNP ./. She/PRP left/VBD",
       {{"Haddad", kPerson}, {"Doda", kPerson}},
       "Doda",
       "person: Doda; She"},
  });
}

TEST(Refer, LeavesEmptyPronounsOut) {
  const BuiltAnalysis built =
      read("The/DT FFE/NNP left/VBD ./. It/PRP is/VBZ/be clear/JJ that/IN he/PRP left/VBD",
           {{"FFE", kOrg}});
  EXPECT_EQ(built.analysis.mentions.size(), 1U);
}

TEST(Refer, TiesDocumentsToTheirMakers) {
  struct Document {
    const char *words, *name, *maker;
  };
  for (const Document& row : {
           Document{"The/DT ministry/NN issued/VBD/issue a/DT statement/NN ./. The/DT "
                    "statement/NN added/VBD/add",
                    "statement", "ministry"},
           Document{"In/IN a/DT statement/NN ,/, the/DT ministry/NN said/VBD/say so/RB ./.",
                    "statement", "ministry"},
           Document{"a/DT statement/NN issued/VBN/issue by/IN the/DT ministry/NN ./.", "statement",
                    "ministry"},
           Document{"the/DT ministry/NN 's/POS statement/NN ./.", "statement", "ministry"},
           Document{"Local/JJ media/NNS reported/VBD/report it/PRP ./. the/DT reports/NNS/report "
                    "added/VBD/add",
                    "reports", "Local media"},
           Document{"the/DT ministry/NN left/VBD/leave a/DT statement/NN ./.", "statement",
                    "nobody"},
           Document{"a/DT spokesman/NN for/IN the/DT ministry/NN left/VBD ./.",
                    "spokesman for the ministry", "ministry"},
           Document{"The/DT ministry/NN met/VBD ./. a/DT ministry/NN spokesman/NN left/VBD ./.",
                    "ministry spokesman", "ministry"},
       }) {
    EXPECT_EQ(spoken_for_by(read(row.words, {}), row.name), row.maker) << row.words;
  }
}

TEST(Refer, SurvivesOddInput) {
  EXPECT_TRUE(read("", {}).analysis.entities.empty());
  EXPECT_TRUE(read("'s/POS 's/POS of/IN of/IN ,/, ,/,", {}).analysis.mentions.empty());
  std::string names;
  for (int i = 0; i < 2000; ++i) names += "Doda/NNP ,/, the/DT minister/NN of/IN 's/POS ";
  EXPECT_FALSE(read(names, {}).analysis.mentions.empty());
}
}  // namespace
}  // namespace sayso
