#include "attribute/attribute.h"

#include <algorithm>
#include <utility>

#include "attribute/context.h"
#include "attribute/cue_lexicon.h"
#include "attribute/hypothesis.h"
#include "attribute/join_sayings.h"
#include "attribute/make_attribution.h"
#include "attribute/select.h"
#include "attribute/weights.h"
#include "core/resource.h"

namespace sayso {

struct Cues::Parts {
  CueLexicon lexicon;
  Weights weights;
};

Cues::Cues(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Cues::~Cues() = default;
Cues::Cues(Cues&&) noexcept = default;
Cues& Cues::operator=(Cues&&) noexcept = default;

Result<Cues> Cues::load() {
  const auto weights = Weights::load(resource("models/attribution.bin"));
  if (!weights) return weights.error();
  return Cues(std::make_unique<const Parts>(
      Parts{.lexicon = CueLexicon(resource("lexicons/cues.tsv")), .weights = *weights}));
}

std::vector<Attribution> find_attributions(const Report& report, const Analysis& analysis,
                                           const Cues& cues) {
  const Context context(report, analysis);
  const auto hypotheses = find_hypotheses(context, cues.parts().lexicon, cues.parts().weights);
  if (!analysis.dependencies.empty()) {
    return join_sayings(context, cues.parts().lexicon, hypotheses);
  }
  std::vector<Attribution> attributions;
  for (const Selection& selection : select(context, hypotheses)) {
    Attribution& a =
        attributions.emplace_back(make_attribution(context, hypotheses[selection.hypothesis]));
    a.within = selection.within;
  }
  return attributions;
}

}  // namespace sayso
