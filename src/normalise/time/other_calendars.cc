#include "normalise/time/other_calendars.h"

#include <unicode/ucal.h>

#include <memory>

namespace sayso {
namespace {
constexpr double kMillisecondsADay = 86'400'000;

struct Close {
  void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};
using Opened = std::unique_ptr<UCalendar, Close>;

// Null when ICU cannot.
Opened open(OtherCalendar which) {
  static constexpr char16_t kZone[] = u"UTC";
  const char* locale =
      which == OtherCalendar::hijri ? "en@calendar=islamic-umalqura" : "en@calendar=persian";
  UErrorCode status = U_ZERO_ERROR;
  Opened calendar(ucal_open(kZone, -1, locale, UCAL_TRADITIONAL, &status));
  if (U_FAILURE(status)) return nullptr;
  ucal_setAttribute(calendar.get(), UCAL_LENIENT, 0);
  ucal_clear(calendar.get());
  return calendar;
}
}  // namespace

std::optional<Point> day_in(OtherCalendar calendar, int year, int month, int day) {
  const Opened opened = open(calendar);
  if (opened == nullptr) return std::nullopt;
  ucal_set(opened.get(), UCAL_YEAR, year);
  ucal_set(opened.get(), UCAL_MONTH, month - 1);
  ucal_set(opened.get(), UCAL_DATE, day);
  UErrorCode status = U_ZERO_ERROR;
  const double since_1970 = ucal_getMillis(opened.get(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  return Point{.grain = Grain::day,
               .first = std::chrono::sys_days(
                   std::chrono::days(static_cast<int>(since_1970 / kMillisecondsADay)))};
}

int year_in(OtherCalendar calendar, const Point& point) {
  const Opened opened = open(calendar);
  if (opened == nullptr) return 0;
  UErrorCode status = U_ZERO_ERROR;
  ucal_setMillis(opened.get(),
                 static_cast<double>(point.first.time_since_epoch().count()) * kMillisecondsADay,
                 &status);
  const int year = ucal_get(opened.get(), UCAL_YEAR, &status);
  return U_FAILURE(status) ? 0 : year;
}

}  // namespace sayso
