#include "normalise/time/time_rules.h"

namespace sayso {
namespace {
constexpr TimeModifier kModifiers[] = {
    {"mod.early", "the? early -?", "START", Modifies::points,
     "early May = 2023-05 START ; the early 1980s = 198 START ; early Tuesday = 2023-06-20 START",
     "early two years"},
    {"mod.late", "the? late -?", "END", Modifies::points,
     "late last week = 2023-W24 END ; the late 1970s = 197 END", ""},
    {"mod.early_in", "(early | late) in", "", Modifies::points, "early in 2014 = 2014", ""},
    {"mod.mid", "the? (mid | middle) -?", "MID", Modifies::points,
     "mid - 1996 = 1996 MID ; the mid - 1990s = 199 MID ; mid - November = 2023-11 MID", ""},
    {"mod.beginning", "the? BEGIN of", "START", Modifies::points,
     "the beginning of October 2022 = 2022-10 START", ""},
    {"mod.middle", "the? MIDDLE of", "MID", Modifies::points, "the middle of 2014 = 2014 MID", ""},
    {"mod.end", "the? END of", "END", Modifies::points,
     "the end of 1990 = 1990 END ; the end of the year = 2023 END", ""},
    {"mod.earlier", "EARLIER (on | in)?", "START", Modifies::points,
     "earlier this month = 2023-06 START ; Earlier on Tuesday = 2023-06-20 START", ""},
    {"mod.later", "LATER (on | in)?", "END", Modifies::points,
     "later on Tuesday = 2023-06-20 END ; later this year = 2023 END", ""},
    {"mod.about", "ABOUT", "APPROX", Modifies::counts,
     "about a decade = P1DE APPROX ; about two years ago = 2021 APPROX", "about Tuesday"},
    {"mod.about_clock", "(ABOUT | just (before | after))", "APPROX", Modifies::clocks,
     "about 8 p.m. = 2023-06-21T20:00 APPROX", ""},
    {"mod.around", "around", "APPROX", Modifies::dates, "around June 20 = 2023-06-20 APPROX", ""},
    {"mod.nearly", "NEARLY", "LESS_THAN", Modifies::counts,
     "nearly forty years = P40Y LESS_THAN ; almost/RB an hour = PT1H LESS_THAN", ""},
    {"mod.more_than", "MORE_THAN", "MORE_THAN", Modifies::counts,
     "more than four hours = PT4H MORE_THAN ; over a week = P1W MORE_THAN", ""},
    {"mod.less_than", "LESS_THAN", "LESS_THAN", Modifies::counts,
     "less than one hour = PT1H LESS_THAN", ""},
    {"mod.at_least", "AT_LEAST", "EQUAL_OR_MORE", Modifies::counts,
     "at least 30 days = P30D EQUAL_OR_MORE", ""},
    {"mod.at_most", "(AT_MOST | UP_TO)", "EQUAL_OR_LESS", Modifies::counts,
     "no more than sixty days = P60D EQUAL_OR_LESS ; up to 180 days = P180D EQUAL_OR_LESS", ""},
};
}  // namespace

std::span<const TimeModifier> time_modifiers() { return kModifiers; }

}  // namespace sayso
