// events: Report, Analysis, Attributions, Values -> Events: what happened, in which voice.
#pragma once

#include <memory>
#include <vector>

#include "core/analysis.h"
#include "core/attribution.h"
#include "core/event.h"
#include "core/report.h"
#include "core/result.h"
#include "core/values.h"

namespace sayso {

// The trigger, casualty, instrument and label lexicons.
class EventLexicon {
 public:
  static Result<EventLexicon> load();
  ~EventLexicon();
  EventLexicon(const EventLexicon&) = delete;
  EventLexicon& operator=(const EventLexicon&) = delete;
  EventLexicon(EventLexicon&&) noexcept;
  EventLexicon& operator=(EventLexicon&&) noexcept;

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  explicit EventLexicon(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

Events find_events(const Report& report, const Analysis& analysis,
                   const std::vector<Attribution>& attributions, const Values& values,
                   const EventLexicon& lexicon);

}  // namespace sayso
