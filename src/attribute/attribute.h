// attribute: Report, Analysis -> Attributions: who said what.
#pragma once

#include <memory>
#include <vector>

#include "core/analysis.h"
#include "core/attribution.h"
#include "core/report.h"
#include "core/result.h"

namespace sayso {

// The cue lexicon and the weights that judge candidates.
class Cues {
 public:
  static Result<Cues> load();
  ~Cues();
  Cues(const Cues&) = delete;
  Cues& operator=(const Cues&) = delete;
  Cues(Cues&&) noexcept;
  Cues& operator=(Cues&&) noexcept;

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  explicit Cues(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

// In the order of their first span; `within` points at an enclosing attribution.
std::vector<Attribution> find_attributions(const Report& report, const Analysis& analysis,
                                           const Cues& cues);

}  // namespace sayso
