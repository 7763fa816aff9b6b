#include "normalise/normalise.h"

#include <utility>

#include "core/resource.h"
#include "normalise/actor/actors.h"
#include "normalise/match/items.h"
#include "normalise/place/place.h"
#include "normalise/place/relative.h"
#include "normalise/quantity/quantities.h"
#include "normalise/time/times.h"

namespace sayso {

struct ValueResources::Parts {
  Words words;
  TimeGrammar times;
  QuantityGrammar quantities;
  PlaceResources places;
  ActorResources actors;
};

ValueResources::ValueResources(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
ValueResources::~ValueResources() = default;
ValueResources::ValueResources(ValueResources&&) noexcept = default;
ValueResources& ValueResources::operator=(ValueResources&&) noexcept = default;

Result<ValueResources> ValueResources::load(std::span<const std::string> actor_files) {
  Words words;
  for (const char* name :
       {"lexicons/time_words.tsv", "lexicons/numbers.tsv", "lexicons/units.tsv"}) {
    words.add_lexicon(resource(name));
  }
  TimeGrammar times(words);
  QuantityGrammar quantities(words);
  auto places = PlaceResources::load();
  if (!places) return places.error();
  auto actors = ActorResources::load(actor_files);
  if (!actors) return actors.error();
  return ValueResources(
      std::make_unique<const Parts>(Parts{std::move(words), std::move(times), std::move(quantities),
                                          std::move(*places), std::move(*actors)}));
}

Values find_values(const Report& report, const Analysis& analysis,
                   const ValueResources& resources) {
  const ValueResources::Parts& parts = resources.parts();
  Values values;
  TimeReader times(report, analysis, parts.times);
  std::vector<Item> items;
  for (const Sentence& sentence : analysis.sentences) {
    read_items(analysis, sentence.tokens, parts.words, items);
    const std::size_t times_before = values.times.size();
    times.read(items, values.times);
    read_quantities(analysis, items, std::span(values.times).subspan(times_before),
                    parts.quantities, values.quantities);
  }
  values.places = find_places(report, analysis, parts.places);
  find_relative(analysis, values.quantities, values.places);
  values.actors = find_actors(report, analysis, values.places, parts.actors);
  return values;
}

}  // namespace sayso
