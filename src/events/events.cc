#include "events/events.h"

#include <utility>

#include "events/arguments.h"
#include "events/casualties.h"
#include "events/contexts.h"
#include "events/incidents.h"
#include "events/labels.h"
#include "events/reality.h"
#include "events/scene.h"
#include "events/setting.h"
#include "events/trigger.h"
#include "events/violence.h"

namespace sayso {
namespace {
std::vector<Draft> draft_events(const Scene& scene) {
  std::vector<Draft> drafts;
  Violence violence(scene);
  for (const Trigger& trigger : find_triggers(scene)) {
    auto draft = draft_event(scene, trigger);
    if (!draft || is_habitual(scene, *draft) || !violence.is_literal(*draft)) continue;
    draft->event.voice = scene.voices.of(draft->event.trigger);
    find_setting(scene, *draft);
    judge_reality(scene, *draft);
    drafts.push_back(std::move(*draft));
  }
  return drafts;
}
}  // namespace

Events find_events(const Report& report, const Analysis& analysis,
                   const std::vector<Attribution>& attributions, const Values& values,
                   const EventLexicon& lexicon) {
  const Scene scene(report, analysis, attributions, values, lexicon.parts());
  std::vector<Draft> drafts = draft_events(scene);
  find_casualties(scene, drafts);
  find_contexts(scene, drafts);
  Events found;
  found.incidents = find_incidents(scene, drafts);
  found.labels = find_labels(scene);
  found.events.reserve(drafts.size());
  for (Draft& draft : drafts) {
    const std::uint32_t sentence = scene.token(draft.trigger.tokens.first).sentence;
    draft.event.evidence = analysis.sentences[sentence].span;
    found.events.push_back(std::move(draft.event));
  }
  return found;
}

}  // namespace sayso
