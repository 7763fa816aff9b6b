#include <algorithm>
#include <cmath>

#include "normalise/quantity/quantity_rules.h"

namespace sayso {
namespace {
// How far a rounded number may be from what it stands for: half a unit of its last digit that is
// not 0 (Krifka 2007, "Approximate interpretation of number words"), but at least a twentieth and
// at most a tenth of it: about 17,000 is 16,150 to 17,850, about 100 is 90 to 110.
double margin(double number) {
  double unit = 1;
  while (number >= 10 && unit < number && std::fmod(number, unit * 10) == 0) unit *= 10;
  return std::clamp(unit / 2, number * 0.05, number * 0.1);
}
bool is_count(const Amount& amount) {
  return amount.unit.empty() && (!amount.min || *amount.min == std::floor(*amount.min));
}
double low_of(const Amount& a) { return a.min.value_or(a.max.value_or(0)); }
double high_of(const Amount& a) { return a.max.value_or(a.min.value_or(0)); }

// Counts are whole: the bounds of a blurred count are rounded outward.
double below(const Amount& a) {
  const double low = low_of(a) - margin(low_of(a));
  return is_count(a) ? std::floor(low) : low;
}
double above(const Amount& a) {
  const double high = high_of(a) + margin(high_of(a));
  return is_count(a) ? std::ceil(high) : high;
}

Amount at_least(const Amount& a) { return {.min = low_of(a), .unit = a.unit}; }
Amount at_most(const Amount& a) { return {.max = high_of(a), .unit = a.unit}; }
// "More than 12" people are 13 or more; of what is measured the bound itself is kept.
Amount more_than(const Amount& a) {
  return {.min = low_of(a) + (is_count(a) && !a.approximate ? 1 : 0), .unit = a.unit};
}
Amount less_than(const Amount& a) {
  return {.max = high_of(a) - (is_count(a) ? 1 : 0), .unit = a.unit};
}
// An open end ("dozens") stays open, and a range says itself how far it may be off.
Amount about(const Amount& a) {
  if (!a.max) return a;
  if (a.min && *a.min < *a.max) return {a.min, a.max, true, a.unit};
  return {.min = below(a), .max = above(a), .approximate = true, .unit = a.unit};
}
Amount nearly(const Amount& a) {
  if (!a.max) return a;
  return {.min = below(a), .max = high_of(a), .approximate = true, .unit = a.unit};
}

constexpr BoundRule kRules[] = {
    {"count.at_least", "AT_LEAST", at_least, false,
     "[ at least 12 ] people = 12.. people ; no fewer than 30 = 30.."},
    {"count.more_than", "MORE_THAN", more_than, false,
     "[ more than 300 ] people = 301.. people ; over 20 percent = 20..[percent]"},
    {"count.up_to", "(UP_TO | AT_MOST)", at_most, false,
     "up to 300 = ..300 ; [ as many as 40 ] people = ..40 people ; no more than 5 = ..5"},
    {"count.less_than", "LESS_THAN", less_than, false, "fewer than 10 = ..9"},
    {"count.about", "ABOUT", about, false,
     "[ about 12,000 ] = ~11400..12600 ; [ some 50 ] people = ~45..55 people ; "
     "around 100 = ~90..110 ; about 12 = ~11..13 ; [ some 30 to 40 ] men/NNS = ~30..40 men"},
    {"count.nearly", "NEARLY", nearly, false,
     "[ nearly 17,000 ] Iranians/NNPS = ~16150..17000 Iranians ; almost $ 5 million = "
     "~4500000..5000000[USD]"},
    {"count.or_more", "(or more | - plus | +)", at_least, true, "12 or more = 12.. ; 50 + = 50.."},
    {"count.or_fewer", "or (fewer | less)", at_most, true, "12 or fewer = ..12"},
    {"count.or_so", "(or so | - odd)", about, true, "100 or so = ~90..110 ; 60 - odd = ~55..65"},
};
}  // namespace

std::span<const BoundRule> bound_rules() { return kRules; }

}  // namespace sayso
