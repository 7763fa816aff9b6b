#include "normalise/actor/actors.h"

#include <gtest/gtest.h>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
// A report of tagged words, to which entities of one mention are added.
class Story {
 public:
  explicit Story(std::string_view tagged) : built_(build_analysis(tagged)) {}

  EntityIndex add(EntityType type, MentionKind kind, TokenRange tokens, TokenIndex head) {
    Analysis& a = built_.analysis;
    const auto index = static_cast<EntityIndex>(a.entities.size());
    a.entities.push_back(
        {.type = type, .mentions = {static_cast<MentionIndex>(a.mentions.size())}});
    a.mentions.push_back({a.span_of(tokens), tokens, head, kind, index});
    a.noun_phrases.push_back({tokens, head});
    return index;
  }
  void belongs(EntityIndex part, EntityIndex whole) {
    built_.analysis.entities[part].belongs_to = whole;
  }
  void published(const char* day) { built_.report.published = day; }

  // "id of code" of the entity, or "nobody".
  std::string actor(EntityIndex e, std::vector<Place> places = {}) const {
    static const auto resources = ActorResources::load();
    for (const Actor& a : find_actors(built_.report, built_.analysis, places, *resources)) {
      if (a.entity == e) return a.id + " < " + a.of + " " + a.code;
    }
    return "nobody";
  }

 private:
  BuiltAnalysis built_;
};

Place in(const char* country) {
  Place place;
  place.country = country;
  return place;
}

constexpr auto kName = MentionKind::name;
constexpr auto kNominal = MentionKind::nominal;
constexpr auto kOrganization = EntityType::organization;

TEST(Actors, AreCountries) {
  Story story("Albania/NNP said/VBD so/RB ./.");
  const auto e = story.add(EntityType::place, kName, {0, 1}, 0);
  EXPECT_EQ(story.actor(e), "AL <  ALB");
}

TEST(Actors, ArePartsOfCountries) {
  Story story("Scotland/NNP said/VBD so/RB ./.");
  const auto e = story.add(EntityType::place, kName, {0, 1}, 0);
  EXPECT_EQ(story.actor(e), "GB-SCT < GB GBR");
}

TEST(Actors, AreOfficesOfACountryThatTheWordsName) {
  Story one("The/DT Albanian/JJ interior/JJ ministry/NN said/VBD so/RB ./.");
  EXPECT_EQ(one.actor(one.add(kOrganization, kNominal, {0, 4}, 3)),
            "AL/interior-ministry < AL ALBGOV");
  Story two("The/DT ministry/NN of/IN interior/NN of/IN Albania/NNP said/VBD so/RB ./.");
  EXPECT_EQ(two.actor(two.add(kOrganization, kNominal, {0, 2}, 1)),
            "AL/interior-ministry < AL ALBGOV");
  Story three("Albania/NNP 's/POS police/NN said/VBD so/RB ./.");
  EXPECT_EQ(three.actor(three.add(kOrganization, kNominal, {2, 3}, 2)), "AL/police < AL ALBCOP");
  Story four("The/DT Albanian/JJ prime/JJ minister/NN said/VBD so/RB ./.");
  EXPECT_EQ(four.actor(four.add(EntityType::person, kNominal, {0, 4}, 3)),
            "AL/prime-minister < AL/government ALBGOV");
}

TEST(Actors, OfNoCountryHaveTheirSectorAlone) {
  Story story("The/DT police/NN said/VBD so/RB ./.");
  const auto e = story.add(kOrganization, kNominal, {0, 2}, 1);
  EXPECT_EQ(story.actor(e), " <  COP");
  // One that all places are in is theirs, too.
  EXPECT_EQ(story.actor(e, {in("AL"), in("AL"), in("AL")}), "AL/police < AL ALBCOP");
  EXPECT_EQ(story.actor(e, {in("AL"), in("IR"), in("AL")}), " <  COP");
}

TEST(Actors, OfTwoCountriesAreOfNeither) {
  Story story("The/DT French/JJ and/CC Greek/JJ armies/NNS met/VBD ./.");
  EXPECT_EQ(story.actor(story.add(kOrganization, kNominal, {0, 5}, 4)), "nobody");
  Story forces("French/JJ and/CC Greek/JJ forces/NNS met/VBD ./.");
  EXPECT_EQ(forces.actor(forces.add(kOrganization, kNominal, {0, 4}, 3)), " <  MIL");
}

TEST(Actors, AreFoundByTheirNames) {
  Story story("Hezbollah/NNP fired/VBD ./.");
  EXPECT_EQ(story.actor(story.add(kOrganization, kName, {0, 1}, 0)).substr(0, 9), "hezbollah");
}

TEST(Actors, OfManyBearersAreThoseOfThePlaces) {
  Story story("The/DT NLA/NNP attacked/VBD ./.");
  const auto e = story.add(kOrganization, kName, {1, 2}, 1);
  EXPECT_EQ(story.actor(e), "nobody");
  EXPECT_EQ(story.actor(e, {in("MK")}).substr(0, 33), "national-liberation-army-macedoni");
}

TEST(Actors, ArePartOfWhatTheyBelongTo) {
  Story story("Hezbollah/NNP fighters/NNS fired/VBD ./.");
  const auto whole = story.add(kOrganization, kName, {0, 1}, 0);
  const auto part = story.add(EntityType::group, kNominal, {1, 2}, 1);
  story.belongs(part, whole);
  const std::string of_whole = story.actor(whole);
  EXPECT_EQ(story.actor(part), " < hezbollah " + of_whole.substr(of_whole.rfind(' ') + 1));
  // Its forces are no state's.
  Story forces("Hezbollah/NNP forces/NNS fired/VBD ./.");
  const auto owner = forces.add(kOrganization, kName, {0, 1}, 0);
  const auto troops = forces.add(kOrganization, kNominal, {1, 2}, 1);
  forces.belongs(troops, owner);
  EXPECT_EQ(forces.actor(troops).substr(0, 12), " < hezbollah");
}

TEST(Actors, AreNotThoseFoundedLater) {
  Story story("Boko/NNP Haram/NNP fired/VBD ./.");
  const auto e = story.add(kOrganization, kName, {0, 2}, 1);
  EXPECT_EQ(story.actor(e).substr(0, 10), "boko-haram");
  story.published("1988-01-01");
  EXPECT_EQ(story.actor(e), "nobody");
}

TEST(Actors, AreNoPersonsWhoBearTheNameOfAGroup) {
  Story story("Amal/NNP spoke/VBD ./.");
  EXPECT_EQ(story.actor(story.add(EntityType::person, kName, {0, 1}, 0)), "nobody");
}
}  // namespace
}  // namespace sayso
