#include "normalise/place/place.h"

#include <gtest/gtest.h>

#include <string>

#include "core/testing/analysis_builder.h"
#include "normalise/place/testing/small_gazetteer.h"

namespace sayso {
namespace {
// "Lirana=Lirana OA; Westlandish=Westland WA associative": text, meaning, and the kind that is
// not literal.
std::string places_in(std::string_view tagged) {
  static const SmallGazetteer small;
  static const PlaceCues cues = *PlaceCues::load();
  const BuiltAnalysis built = build_analysis(tagged);
  std::string out;
  for (const Place& p : find_places(built.report, built.analysis, {small.gazetteer(), cues})) {
    if (!out.empty()) out += "; ";
    out += std::string(slice(built.report.text, p.span)) + "=" + p.name;
    if (p.country) out += " " + *p.country;
    if (p.kind == PlaceKind::associative) out += " associative";
  }
  return out;
}

struct Row {
  const char *text, *places;
};

TEST(Places, AreNamesInThePlacesWherePlacesStand) {
  for (const Row& row : {
           Row{"It/PRP happened/VBD in/IN Lirana/NNP ./.", "Lirana=Lirana OA"},
           Row{"a/DT village/NN near/IN Port/NNP Amal/NNP ./.", "Port Amal=Port Amal OA"},
           Row{"They/PRP left/VBD Ostland/NNP ./.", "Ostland=Ostland OA"},
           Row{"the/DT town/NN of/IN Velin/NNP ./.", "Velin=Velin SA"},
           Row{"They/PRP met/VBD in/IN Kurde-i-Madhe/NNP ./.", "Kurde-i-Madhe=Kürdë-i-Madhe OA"},
       }) {
    EXPECT_EQ(places_in(row.text), row.places) << row.text;
  }
}

TEST(Places, AreNotPeopleAndFirms) {
  for (const char* text : {
           "Mr./NNP Velin/NNP left/VBD ./.",
           "James/NNP Velin/NNP left/VBD ./.",
           "Velin/NNP Jr./NNP left/VBD ./.",
           "a/DT velin/NN of/IN wood/NN ./.",
           "Velin/NNP said/VBD so/RB ./.",
       }) {
    EXPECT_EQ(places_in(text), "") << text;
  }
}

TEST(Places, AreAssociativeWhenNothingIsThere) {
  for (const Row& row : {
           Row{"Ostlander/JJ police/NN came/VBD ./.", "Ostlander=Ostland OA associative"},
           Row{"Ostland/NNP said/VBD no/UH ./.", "Ostland=Ostland OA associative"},
           Row{"the/DT Lirana/NNP Police/NNP Department/NNP ./.", "Lirana=Lirana OA associative"},
       }) {
    EXPECT_EQ(places_in(row.text), row.places) << row.text;
  }
}

TEST(Places, MeanWhatTheContainerHolds) {
  EXPECT_EQ(places_in("a/DT fire/NN in/IN Lirana/NNP ,/, Westland/NNP ./."),
            "Lirana=Lirana WA; Westland=Westland WA");
  EXPECT_EQ(places_in("a/DT fire/NN in/IN Lirana/NNP ,/, Hl./NNP ./."),
            "Lirana=Lirana WA; Hl.=Hills WA");
  EXPECT_EQ(places_in("a/DT fire/NN in/IN Velin/NNP ,/, in/IN Norra/NNP ./."),
            "Velin=Velin OA; Norra=Norra Province OA");
}

TEST(Places, MeanWhatTheRestOfTheReportSpeaksOf) {
  EXPECT_EQ(places_in("They/PRP left/VBD Velin/NNP for/IN Lirana/NNP ./.\n"
                      "The/DT Ostlander/JJ police/NN were/VBD in/IN Velin/NNP ./."),
            "Velin=Velin OA; Lirana=Lirana OA; Ostlander=Ostland OA associative; Velin=Velin OA");
}

TEST(Places, TakeTheClassWordIn) {
  EXPECT_EQ(places_in("They/PRP live/VBP in/IN Sudra/NNP Province/NNP ./."),
            "Sudra Province=Sudra OA");
}

TEST(Places, MayBeUnlistedFeatures) {
  for (const Row& row : {
           Row{"the/DT Kanawa/NNP River/NNP rose/VBD ./.", "Kanawa River=Kanawa River"},
           Row{"near/IN Lake/NNP Kanawa/NNP ./.", "Lake Kanawa=Lake Kanawa"},
           Row{"on/IN Velin/NNP Street/NNP in/IN Lirana/NNP ./.",
               "Velin Street=Velin Street OA; Lirana=Lirana OA"},
           Row{"the/DT village/NN of/IN Kurbe/NNP ./.", "Kurbe=Kurbe"},
           Row{"a/DT river/NN bank/NN ./.", ""},
           Row{"the/DT idea/NN of/IN Kurbe/NNP ./.", ""},
       }) {
    EXPECT_EQ(places_in(row.text), row.places) << row.text;
  }
}

TEST(Places, TakeACapitalisedDirectionIn) {
  EXPECT_EQ(places_in("They/PRP live/VBP in/IN North/NNP Lirana/NNP ./."),
            "North Lirana=Lirana OA");
  EXPECT_EQ(places_in("They/PRP live/VBP in/IN northern/JJ Lirana/NNP ./."), "Lirana=Lirana OA");
}

TEST(Places, AreAcceptedInDoubtWhenTheOthersAreNear) {
  EXPECT_EQ(places_in("Velin/NNP celebrates/VBZ ./."), "Velin=Velin SA");
  EXPECT_EQ(places_in("Jack/NNP Velin/NNP celebrates/VBZ ./."), "");
  EXPECT_EQ(places_in("They/PRP came/VBD from/IN Lirana/NNP ./.\nKurde-i-Madhe/NNP Rovers/NNPS "
                      "lost/VBD ./."),
            "Lirana=Lirana OA; Kurde-i-Madhe=Kürdë-i-Madhe OA associative");
}

TEST(Places, NeedTheCaseOfAnAbbreviation) {
  EXPECT_EQ(places_in("They/PRP left/VBD OST/NNP ./."), "OST=Ostland OA");
  EXPECT_EQ(places_in("They/PRP left/VBD Ost/NNP ./."), "");
}

TEST(Places, HaveAConfidenceAndAReason) {
  static const SmallGazetteer small;
  static const PlaceCues cues = *PlaceCues::load();
  const BuiltAnalysis built = build_analysis("It/PRP happened/VBD in/IN Lirana/NNP ./.");
  const auto places = find_places(built.report, built.analysis, {small.gazetteer(), cues});
  ASSERT_EQ(places.size(), 1U);
  EXPECT_GT(places[0].origin.confidence, 0.5F);
  EXPECT_LE(places[0].origin.confidence, 1.0F);
  EXPECT_STREQ(places[0].origin.made_by, "place.inside");
  EXPECT_EQ(places[0].geonames_id, 15);
  EXPECT_EQ(places[0].admin1, "Norra Province");
}

TEST(Places, StandInADateline) {
  static const SmallGazetteer small;
  static const PlaceCues cues = *PlaceCues::load();
  Report report;
  report.text = "LIRANA, Jun 20 (XYZ) -- ";
  report.furniture = {{0, 23}};
  report.dateline = Dateline{.place = "LIRANA"};
  const auto places = find_places(report, {}, {small.gazetteer(), cues});
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].span, (Span{0, 6}));
  EXPECT_EQ(places[0].country, "OA");
}

TEST(Places, AreReadInLinearTimeFromManyNames) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Lirana/NNP ,/, Velin/NNP ,/, ";
  EXPECT_NE(places_in(text), "");
}
TEST(Places, AreNotTheEndsOfLongerNames) {
  static const SmallGazetteer small;
  static const PlaceCues cues = *PlaceCues::load();
  BuiltAnalysis built = build_analysis("Amelie/NNP Lirana/NNP was/VBD late/JJ ./.");
  built.analysis.tokens[1].name = NameKind::place;
  built.analysis.tokens[1].name_begins = true;
  const PlaceResources resources{small.gazetteer(), cues};
  EXPECT_EQ(find_places(built.report, built.analysis, resources).size(), 1U);
  built.analysis.tokens[0].name = NameKind::place;
  built.analysis.tokens[0].name_begins = true;
  built.analysis.tokens[1].name_begins = false;
  EXPECT_EQ(find_places(built.report, built.analysis, resources).size(), 0U);
}
}  // namespace
}  // namespace sayso
