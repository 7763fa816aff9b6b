#include "events/events.h"

#include <gtest/gtest.h>

#include "events/testing/told.h"

namespace sayso {
namespace {
struct Row {
  const char* sentence;
  const char* told;
};

TEST(Events, TellWhoDidWhatToWhom) {
  for (const Row& row : {
           Row{"Gunmen/NNS/gunman opened/VBD/open fire/NN on/IN a/DT police/NN patrol/NN in/IN "
               "Vel/NNP on/IN Tuesday/NNP ,/, killing/VBG/kill three/CD officers/NNS/officer "
               "and/CC wounding/VBG/wound seven/CD ./.",
               "ASSAULT/firearms \"opened fire\" actor=Gunmen target=three officers on 2023-06-20 "
               "in Vel killed=3 injured=7"},
           Row{"Rebels/NNS/rebel kidnapped/VBD/kidnap the/DT mayor/NN of/IN Oste/NNP on/IN "
               "Monday/NNP ./.",
               "ASSAULT/abduct \"kidnapped\" actor=Rebels target=mayor on 2023-06-19 detained"},
           Row{"The/DT mayor/NN was/VBD/be kidnapped/VBN/kidnap by/IN rebels/NNS/rebel ./.",
               "ASSAULT/abduct \"kidnapped\" actor=rebels target=mayor detained"},
           Row{"Police/NNS arrested/VBD/arrest 30/CD protesters/NNS/protester in/IN Vel/NNP ./.",
               "COERCE/arrest \"arrested\" actor=Police target=30 protesters in Vel detained=30"},
           Row{"Thirty/CD protesters/NNS/protester were/VBD/be arrested/VBN/arrest by/IN police/NN "
               "./.",
               "COERCE/arrest \"arrested\" actor=police target=Thirty protesters detained"},
           Row{"Workers/NNS/worker went/VBD/go on/IN strike/NN over/IN wages/NNS in/IN Kavor/NNP "
               "./.",
               "PROTEST/strike \"went on strike\" actor=Workers"},
           Row{"Thousands/NNS/thousand of/IN students/NNS/student marched/VBD/march through/IN "
               "Vel/NNP to/TO protest/VB against/IN the/DT law/NN ./.",
               "PROTEST/demo \"marched through\" actor=students"},
           Row{"The/DT government/NN imposed/VBD/impose a/DT curfew/NN in/IN Oste/NNP ./.",
               "COERCE/curfew \"imposed a curfew\" actor=government in Oste"},
           Row{"The/DT court/NN sentenced/VBD/sentence Pavel/NNP Orlo/NNP to/IN ten/CD "
               "years/NNS/year in/IN prison/NN ./.",
               "SANCTION/convict \"sentenced\" actor=court target=Pavel Orlo"},
           Row{"President/NNP Mira/NNP Dane/NNP met/VBD/meet with/IN her/PRP$ counterpart/NN in/IN "
               "Vel/NNP ./.",
               "CONSULT \"met with\" actor=President Mira Dane in Vel"},
           Row{"The/DT army/NN clashed/VBD/clash with/IN rebels/NNS/rebel ./.",
               "ASSAULT \"clashed\" actor=army target=rebels"},
           Row{"The/DT guerrillas/NNS/guerrilla released/VBD/release the/DT hostages/NNS/hostage "
               "./.",
               "RETREAT/release \"released\" actor=guerrillas target=hostages"},
           Row{"The/DT government/NN and/CC the/DT rebels/NNS/rebel signed/VBD/sign a/DT peace/NN "
               "agreement/NN ./.",
               "COOPERATE \"signed a peace agreement\" actor=government+rebels"},
           Row{"Demonstrators/NNS/demonstrator threw/VBD/throw stones/NNS/stone at/IN the/DT "
               "police/NN ./.",
               "ASSAULT/primitive \"threw stones\" actor=Demonstrators target=police with=stones"},
           Row{"The/DT police/NN fired/VBD/fire tear/NN gas/NN at/IN "
               "demonstrators/NNS/demonstrator ./.",
               "ASSAULT/crowd-control \"fired tear gas at\" actor=police target=demonstrators "
               "with=tear gas"},
           Row{"The/DT ministry/NN deployed/VBD/deploy troops/NNS along/IN the/DT border/NN ./.",
               "MOBILIZE/troops \"deployed\" actor=ministry target=border"},
           Row{"Prime/NNP Minister/NNP Lena/NNP Marsh/NNP resigned/VBD/resign ./.",
               "RETREAT/resign \"resigned\" actor=Prime Minister Lena Marsh"},
           Row{"Brisa/NNP expelled/VBD/expel two/CD diplomats/NNS/diplomat ./.",
               "SANCTION/expel \"expelled\" actor=Brisa target=two diplomats"},
           Row{"Volunteers/NNS/volunteer rescued/VBD/rescue 20/CD miners/NNS/miner ./.",
               "AID \"rescued\" actor=Volunteers target=20 miners"},
           Row{"Drones/NNS/drone were/VBD/be seized/VBN/seize by/IN the/DT police/NN ./.",
               "COERCE/seize \"seized\" actor=police objects=Drones"},
           Row{"The/DT army/NN and/CC the/DT rebels/NNS/rebel held/VBD/hold talks/NNS/talk in/IN "
               "Vel/NNP ./.",
               "CONSULT \"held talks\" actor=army+rebels in Vel"},
           Row{"The/DT rebels/NNS/rebel have/VBP released/VBN/release 12/CD hostages/NNS/hostage "
               "./.",
               "RETREAT/release \"released\" actor=rebels target=12 hostages"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Events, TakeTheArgumentsOfNouns) {
  for (const Row& row : {
           Row{"The/DT army/NN 's/POS raid/NN on/IN the/DT camp/NN left/VBD/leave 14/CD "
               "fighters/NNS/fighter dead/JJ and/CC 20/CD wounded/VBN/wound ./.",
               "ASSAULT \"raid\" actor=army target=camp killed=14 injured=20"},
           Row{"The/DT militia/NN carried/VBD/carry out/RP an/DT/a attack/NN on/IN the/DT "
               "village/NN ./.",
               "ASSAULT \"attack\" actor=militia target=village"},
           Row{"The/DT attack/NN on/IN the/DT village/NN was/VBD/be carried/VBN/carry out/RP by/IN "
               "the/DT militia/NN ./.",
               "ASSAULT \"attack\" actor=militia target=village"},
           Row{"Clashes/NNS/clash broke/VBD/break out/RP between/IN the/DT rebels/NNS/rebel and/CC "
               "the/DT army/NN in/IN Oste/NNP ./.",
               "ASSAULT \"Clashes\" actor=rebels target=army in Oste"},
           Row{"The/DT militia/NN 's/POS murder/NN of/IN the/DT judge/NN shocked/VBD/shock Vel/NNP "
               "./.",
               "ASSAULT/targeted \"murder\" actor=militia target=judge killed"},
           Row{"The/DT judge/NN 's/POS murder/NN shocked/VBD/shock Vel/NNP ./.",
               "ASSAULT/targeted \"murder\" target=judge"},
           Row{"The/DT minister/NN condemned/VBD/condemn the/DT killing/NN of/IN the/DT "
               "journalist/NN ./.",
               "ACCUSE/disapprove \"condemned\" actor=minister\nASSAULT/targeted \"killing\" "
               "target=journalist killed"},
           Row{"A/DT blast/NN in/IN a/DT market/NN killed/VBD/kill 12/CD people/NNS ./.",
               "ASSAULT/explosives \"blast\" target=market+12 people killed=12"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Events, ReadPhrasesWithTheirObjects) {
  for (const Row& row : {
           Row{"Police/NNS seized/VBD/seize weapons/NNS/weapon ,/, including/VBG/include a/DT "
               "number/NN of/IN rifles/NNS/rifle ,/, from/IN the/DT house/NN ./.",
               "COERCE/seize \"seized\" actor=Police target=house objects=weapons+a number of "
               "rifles"},
           Row{"Soldiers/NNS/soldier took/VBD/take five/CD farmers/NNS/farmer hostage/NN ./.",
               "ASSAULT/abduct \"took five farmers hostage\" actor=Soldiers target=five farmers "
               "hostage detained=5"},
           Row{"The/DT group/NN claimed/VBD/claim responsibility/NN for/IN the/DT attack/NN ./.",
               "CONCEDE \"claimed responsibility\" actor=group\nASSAULT \"attack\" alleged "
               "actor=group"},
           Row{"The/DT group/NN threatened/VBD/threaten to/TO blow/VB up/RP the/DT bridge/NN ./.",
               "THREATEN/violence \"threatened to blow up\" actor=group "
               "target=bridge\nASSAULT/explosives \"blow up\" planned actor=group target=bridge "
               "objects=the bridge"},
           Row{"The/DT opposition/NN demanded/VBD/demand the/DT resignation/NN of/IN the/DT "
               "president/NN ./.",
               "REQUEST/change \"demanded the resignation\" actor=opposition"},
           Row{"The/DT union/NN called/VBD/call for/IN a/DT general/JJ strike/NN ./.",
               "REQUEST \"called for\" actor=union\nPROTEST/strike \"general strike\" demanded"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Events, ShareSubjects) {
  for (const Row& row : {
           Row{"The/DT police/NN arrested/VBD/arrest a/DT man/NN who/WP had/VBD/have "
               "stabbed/VBN/stab two/CD tourists/NNS/tourist ./.",
               "COERCE/arrest \"arrested\" actor=police target=man detained\nASSAULT/primitive "
               "\"stabbed\" actor=man target=two tourists injured=2"},
           Row{"Rebels/NNS/rebel attacked/VBD/attack the/DT village/NN and/CC burned/VBD/burn "
               "houses/NNS/house ./.",
               "ASSAULT \"attacked\" actor=Rebels target=village\nASSAULT/primitive \"burned\" "
               "actor=Rebels target=houses objects=houses"},
           Row{"The/DT soldiers/NNS/soldier entered/VBD/enter the/DT village/NN ,/, "
               "looted/VBD/loot shops/NNS/shop and/CC beat/VBD farmers/NNS/farmer with/IN "
               "sticks/NNS/stick ./.",
               "ASSAULT/destroy \"looted\" actor=soldiers objects=shops\nASSAULT/beat \"beat\" "
               "actor=soldiers target=farmers with=sticks"},
           Row{"The/DT general/NN ordered/VBD/order troops/NNS to/TO storm/VB the/DT camp/NN ./.",
               "ASSAULT \"storm\" demanded actor=troops target=camp objects=the camp"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Events, SayWhatDidNotHappen) {
  for (const Row& row : {
           Row{"No/DT one/NN was/VBD/be killed/VBN/kill in/IN the/DT attack/NN ./.",
               "ASSAULT \"killed\" not killed\nASSAULT \"attack\""},
           Row{"No/DT one/NN died/VBD/die in/IN the/DT attack/NN ./.",
               "ASSAULT \"died\" not killed\nASSAULT \"attack\""},
           Row{"The/DT rebels/NNS/rebel did/VBD/do not/RB attack/VB the/DT village/NN ./.",
               "ASSAULT \"attack\" not actor=rebels target=village"},
           Row{"The/DT militia/NN denied/VBD/deny attacking/VBG/attack the/DT village/NN ./.",
               "ASSAULT \"attacking\" not actor=militia target=village"},
           Row{"The/DT rebels/NNS/rebel failed/VBD/fail to/TO seize/VB the/DT bridge/NN ./.",
               "ASSAULT \"seize\" not actor=rebels target=bridge objects=the bridge"},
           Row{"The/DT alleged/JJ attack/NN on/IN the/DT village/NN killed/VBD/kill nobody/NN ./.",
               "ASSAULT \"attack\" alleged target=village\nASSAULT \"killed\" not killed"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Events, SayWhatIsNotCertain) {
  for (const Row& row : {
           Row{"The/DT rebels/NNS/rebel may/MD attack/VB the/DT village/NN ./.",
               "ASSAULT \"attack\" possible actor=rebels target=village"},
           Row{"The/DT rebels/NNS/rebel will/MD attack/VB the/DT village/NN ./.",
               "ASSAULT \"attack\" planned actor=rebels target=village"},
           Row{"The/DT rebels/NNS/rebel were/VBD/be accused/VBN/accuse of/IN killing/VBG/kill "
               "two/CD priests/NNS/priest ./.",
               "ACCUSE/allege \"accused\" target=rebels\nASSAULT \"killing\" alleged actor=rebels "
               "target=two priests killed=2"},
           Row{"The/DT militia/NN planned/VBD/plan to/TO bomb/VB the/DT bridge/NN ./.",
               "ASSAULT/explosives \"bomb\" planned actor=militia target=bridge objects=the "
               "bridge"},
           Row{"If/IN the/DT rebels/NNS/rebel attacked/VBD/attack the/DT camp/NN ,/, the/DT "
               "army/NN left/VBD/leave ./.",
               "ASSAULT \"attacked\" possible actor=rebels "
               "target=camp objects=the camp"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Casualties, GoToTheEventThatCausedThem) {
  for (const Row& row : {
           Row{"Two/CD villagers/NNS/villager were/VBD/be killed/VBN/kill when/WRB "
               "soldiers/NNS/soldier shelled/VBD/shell a/DT market/NN in/IN Oste/NNP ./.",
               "ASSAULT/heavy-weapons \"shelled\" actor=soldiers target=market+Two villagers "
               "objects=a market in Oste killed=2"},
           Row{"A/DT car/NN bomb/NN exploded/VBD/explode outside/IN the/DT town/NN hall/NN in/IN "
               "Kavor/NNP ,/, injuring/VBG/injure 12/CD people/NNS ./.",
               "ASSAULT/explosives \"exploded\" target=town hall+Kavor+12 people with=A car bomb "
               "injured=12"},
           Row{"Three/CD officers/NNS/officer were/VBD/be killed/VBN/kill in/IN a/DT raid/NN on/IN "
               "the/DT camp/NN on/IN Tuesday/NNP ./.",
               "ASSAULT \"raid\" target=camp+Three officers on 2023-06-20 killed=3"},
           Row{"Rebels/NNS/rebel attacked/VBD/attack the/DT base/NN with/IN mortars/NNS/mortar ,/, "
               "wounding/VBG/wound five/CD soldiers/NNS/soldier ./.",
               "ASSAULT/heavy-weapons "
               "\"attacked\" actor=Rebels target=base+five soldiers objects=the base with=mortars "
               "injured=5"},
           Row{"Soldiers/NNS/soldier seriously/RB wounded/VBD/wound two/CD children/NNS/child "
               "in/IN a/DT raid/NN on/IN the/DT village/NN ./.",
               "ASSAULT \"wounded\" actor=Soldiers target=two children injured(serious)=2\nASSAULT "
               "\"raid\" target=village"},
           Row{"The/DT attack/NN left/VBD/leave three/CD people/NNS missing/JJ and/CC 40/CD "
               "homeless/JJ ./.",
               "ASSAULT \"attack\" missing=3 displaced=40"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Events, AreNotSeenInNamesAndHabits) {
  for (const Row& row : {
           Row{"The/DT War/NNP Office/NNP announced/VBD/announce new/JJ rules/NNS/rule ./.", ""},
           Row{"The/DT attack/NN helicopter/NN landed/VBD/land in/IN Vel/NNP ./.", ""},
           Row{"Terrorist/JJ attacks/NNS/attack are/VBP/be a/DT crime/NN ./.", ""},
           Row{"Rebels/NNS/rebel kidnap/VBP people/NNS for/IN money/NN ./.", ""},
           Row{"People/NNS die/VBP on/IN this/DT road/NN ./.", ""},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Casualties, OfNoViolenceAreHarm) {
  for (const Row& row : {
           Row{"Three/CD people/NNS died/VBD/die in/IN an/DT/a earthquake/NN in/IN Oste/NNP ./.",
               "HARM/accident \"died\" target=Three people in Oste killed=3"},
           Row{"An/DT/a earthquake/NN killed/VBN/kill 40/CD people/NNS in/IN Oste/NNP ./.",
               "HARM/accident \"killed\" target=40 people in Oste killed=40"},
           Row{"The/DT toll/NN rose/VBD/rise to/TO 14/CD ./.", "HARM \"toll\" killed=14"},
           Row{"12/CD people/NNS are/VBP/be missing/JJ ./.",
               "HARM \"are missing\" target=12 people missing=12"},
           Row{"Lightning/NN killed/VBD/kill 45/CD sheep/NNS ./.", ""},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Casualties, HaveTheirPartsToldBehindThem) {
  for (const Row& row : {
           Row{"12/CD people/NNS ,/, including/VBG/include 3/CD children/NNS/child ,/, "
               "died/VBD/die "
               "./.",
               "HARM \"died\" target=12 people+3 children killed=12 killed=3 of 12"},
           Row{"Six/CD men/NNS/man were/VBD/be injured/VBN/injure ,/, two/CD of/IN them/PRP "
               "badly/RB ./.",
               "ASSAULT \"injured\" target=Six men injured=6 injured=2 of 6"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Casualties, CountTowardsTheWholeTheyArePartOf) {
  const ToldScene scene = told_scene(
      "Clashes/NNS/clash broke/VBD/break out/RP between/IN rebels/NNS/rebel and/CC the/DT army/NN "
      "in/IN "
      "Oste/NNP ./. \n"
      "Dozens/NNS/dozen of/IN others/NNS/other were/VBD/be injured/VBN/injure ./. \n"
      "Six/CD of/IN the/DT injured/JJ rebels/NNS/rebel are/VBP/be in/IN critical/JJ condition/NN "
      "./.");
  EXPECT_EQ(scene.told(),
            "ASSAULT \"Clashes\" actor=rebels target=army in Oste\n"
            "ASSAULT \"injured\" target=others in Oste injured=24\n"
            "ASSAULT \"injured\" target=injured rebels in Oste injured(critical)=6 of 24");
}

TEST(Casualties, AreNoneOnlyWhereNobodyWasHarmed) {
  for (const Row& row : {
           Row{"None/NN of/IN the/DT dead/NN had/VBD/have carried/VBN/carry a/DT weapon/NN ./.",
               ""},
           Row{"None/NN of/IN the/DT wounded/JJ soldiers/NNS/soldier slept/VBD/sleep ./.", ""},
           Row{"None/NN of/IN the/DT soldiers/NNS/soldier were/VBD/be killed/VBN/kill ./.",
               "ASSAULT \"killed\" not target=soldiers killed"},
       }) {
    EXPECT_EQ(told(row.sentence), row.told) << row.sentence;
  }
}

TEST(Casualties, OfManyYearsAreCumulative) {
  const ToldScene scene = told_scene(
      "Some/DT 900/CD people/NNS have/VBP been/VBN/be killed/VBN/kill in/IN raids/NNS/raid "
      "since/IN "
      "2015/CD ./.");
  const Events found = scene.events();
  ASSERT_FALSE(found.events.empty());
  ASSERT_FALSE(found.events[0].casualties.empty());
  EXPECT_EQ(found.events[0].casualties[0].scope, TollScope::cumulative);
}

TEST(Events, StandInTheVoiceAroundTheirTrigger) {
  ToldScene scene = told_scene(
      "Police/NNS said/VBD/say rebels/NNS/rebel attacked/VBD/attack a/DT camp/NN in/IN Vel/NNP "
      "./.");
  scene.attribute("Police", Act::say, "rebels attacked a camp in Vel");
  EXPECT_EQ(scene.told(),
            "ASSAULT \"attacked\" actor=rebels target=camp objects=a camp in Vel voices=1");
}

TEST(Events, AreAsRealAsTheActOfTheirVoice) {
  struct ActRow {
    Act act;
    Reality reality;
    Polarity polarity;
  };
  for (const ActRow& row : {ActRow{Act::say, Reality::actual, Polarity::happened},
                            ActRow{Act::allege, Reality::alleged, Polarity::happened},
                            ActRow{Act::accuse, Reality::alleged, Polarity::happened},
                            ActRow{Act::deny, Reality::actual, Polarity::did_not_happen},
                            // What is told as past was not merely demanded.
                            ActRow{Act::demand, Reality::actual, Polarity::happened}}) {
    ToldScene scene =
        told_scene("Police/NNS said/VBD/say rebels/NNS/rebel attacked/VBD/attack a/DT camp/NN ./.");
    scene.attribute("Police", row.act, "rebels attacked a camp");
    const Events found = scene.events();
    ASSERT_EQ(found.events.size(), 1U);
    EXPECT_EQ(found.events[0].reality, row.reality) << to_text(row.act);
    EXPECT_EQ(found.events[0].polarity, row.polarity) << to_text(row.act);
  }
}

TEST(Incidents, GatherWhatIsToldOfOneHappening) {
  const ToldScene scene = told_scene(
      "On/IN Tuesday/NNP ,/, rebels/NNS/rebel clashed/VBD/clash with/IN the/DT army/NN ./. \n"
      "The/DT clash/NN in/IN Oste/NNP left/VBD/leave 12/CD soldiers/NNS/soldier dead/JJ ./. \n"
      "Police/NNS arrested/VBD/arrest the/DT mayor/NN in/IN Vel/NNP ./.");
  const Events found = scene.events();
  ASSERT_EQ(found.incidents.size(), 2U);
  EXPECT_EQ(found.incidents[0].events, (std::vector<EventIndex>{0, 1}));
  // Each takes from the other what it does not tell itself, and is less sure for it.
  EXPECT_EQ(scene.told(),
            "ASSAULT \"clashed\" actor=rebels target=army on 2023-06-20 in Oste\n"
            "ASSAULT \"clash\" on 2023-06-20 in Oste killed=12\n"
            "COERCE/arrest \"arrested\" actor=Police target=mayor in Vel detained");
  EXPECT_LT(found.events[0].origin.confidence, found.events[2].origin.confidence);
}

TEST(Incidents, KeepDifferentPlacesApart) {
  const Events found = told_scene(
                           "Rebels/NNS/rebel attacked/VBD/attack a/DT camp/NN in/IN Vel/NNP ./. \n"
                           "Rebels/NNS/rebel attacked/VBD/attack a/DT camp/NN in/IN Oste/NNP ./.")
                           .events();
  EXPECT_EQ(found.incidents.size(), 2U);
}

TEST(Labels, SayWhoIsCalledWhat) {
  const ToldScene scene = told_scene(
      "The/DT terrorist/JJ group/NN attacked/VBD/attack the/DT terrorists/NNS/terrorist ./.");
  const Events found = scene.events();
  ASSERT_EQ(found.labels.size(), 2U);
  EXPECT_EQ(found.labels[0].term, "terrorist");
  ASSERT_TRUE(found.labels[0].of);
  EXPECT_EQ(scene.analysis.entities[*found.labels[0].of].name, "terrorist group");
  ASSERT_TRUE(found.labels[1].of);
  EXPECT_EQ(scene.analysis.entities[*found.labels[1].of].name, "terrorists");
}

TEST(Labels, AreNotSeenInNamesAndTitles) {
  for (const char* sentence : {"The/DT terrorism/NN court/NN met/VBD/meet ./.",
                               "The/DT anti-terrorism/JJ court/NN met/VBD/meet ./.",
                               "He/PRP leads/VBZ/lead the/DT Terrorism/NNP Directorate/NNP ./."}) {
    EXPECT_TRUE(told_scene(sentence).events().labels.empty()) << sentence;
  }
}

TEST(Events, OfStrangeTextAreNone) {
  for (const char* sentence : {"", "./.", "attack/VB", "killed/VBN/kill", "and/CC ,/, and/CC",
                               "of/IN of/IN of/IN", "'s/POS attack/NN", "to/TO kill/VB ,/,"}) {
    told_scene(sentence).events();
  }
}

}  // namespace
}  // namespace sayso
