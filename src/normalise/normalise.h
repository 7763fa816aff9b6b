// normalise: Report, Analysis -> Values: times, places and quantities as comparable values.
#pragma once

#include <memory>

#include "core/analysis.h"
#include "core/report.h"
#include "core/result.h"
#include "core/values.h"

namespace sayso {

// The time and quantity lexicons and the gazetteer.
class ValueResources {
 public:
  static Result<ValueResources> load();
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
