// Other calendars: days of the Solar Hijri and the Hijri calendar as days of the Gregorian one.
//
// The arithmetic is ICU's: the calendar of Iran, and Umm al-Qura, which Saudi Arabia publishes.
// Where the sighting of the moon begins a month, its days may be one off.
#pragma once

#include <optional>

#include "normalise/time/calendar.h"

namespace sayso {

enum class OtherCalendar : std::uint8_t { solar_hijri, hijri };

// Nothing when the calendar has no such day. Months count from 1.
std::optional<Point> day_in(OtherCalendar calendar, int year, int month, int day);
// The year of the calendar that the first day of `point` lies in; 0 when ICU has no such calendar.
int year_in(OtherCalendar calendar, const Point& point);

}  // namespace sayso
