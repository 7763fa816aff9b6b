// normalise: Report, Analysis -> Values: times, places, quantities and actors as comparable values.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/analysis.h"
#include "core/report.h"
#include "core/result.h"
#include "core/values.h"

namespace sayso {

// The time and quantity lexicons, the gazetteer and the registry of actors.
class ValueResources {
 public:
  // `actor_files`: more rows for the registry, see normalise/actor/registry.h.
  static Result<ValueResources> load(std::span<const std::string> actor_files = {});
  ~ValueResources();
  ValueResources(const ValueResources&) = delete;
  ValueResources& operator=(const ValueResources&) = delete;
  ValueResources(ValueResources&&) noexcept;
  ValueResources& operator=(ValueResources&&) noexcept;

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  explicit ValueResources(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

Values find_values(const Report& report, const Analysis& analysis, const ValueResources& resources);

}  // namespace sayso
