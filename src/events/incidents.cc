#include "events/incidents.h"

#include <algorithm>
#include <string>

namespace sayso {
namespace {
constexpr std::size_t kLookBack = 12;        // incidents an event is compared with
constexpr std::uint32_t kFarSentences = 12;  // a story returns to an incident within these
constexpr float kBorrowed = 0.8F;            // factor on confidence when time or place is borrowed

struct Cluster {
  Incident incident = {};
  std::uint32_t last_sentence = 0;
  std::vector<EntityIndex> actors = {}, targets = {};
  std::vector<WordKey> lemmas = {};
  std::string mode = {};
  bool single = true;  // false for "numerous attacks": nothing joins it
  std::optional<TimexIndex> report_time = {};
};

bool shares(const std::vector<EntityIndex>& a, const std::vector<EntityIndex>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](EntityIndex e) { return std::find(b.begin(), b.end(), e) != b.end(); });
}

void add_new(std::vector<EntityIndex>& to, const std::vector<EntityIndex>& from) {
  for (const EntityIndex entity : from) {
    if (to.size() < 16 && std::find(to.begin(), to.end(), entity) == to.end()) to.push_back(entity);
  }
}

// Types that tell of one happening in different words.
int family(EventType type) {
  switch (type) {
    case EventType::agree:
    case EventType::consult:
    case EventType::cooperate: return 1;
    default: return 10 + static_cast<int>(type);
  }
}

class Incidents {
 public:
  Incidents(const Scene& scene, std::vector<Draft>& drafts) : scene_(scene), drafts_(drafts) {}

  std::vector<Incident> find() {
    for (EventIndex i = 0; i < drafts_.size(); ++i) place(i);
    for (Cluster& cluster : clusters_) share(cluster);
    std::vector<Incident> incidents;
    incidents.reserve(clusters_.size());
    for (Cluster& cluster : clusters_) incidents.push_back(std::move(cluster.incident));
    return incidents;
  }

 private:
  std::uint32_t sentence_of(const Draft& draft) const {
    return scene_.token(draft.trigger.tokens.first).sentence;
  }
  WordKey lemma_of(const Draft& draft) const {
    return scene_.token(draft.trigger.tokens.last - 1).lemma_key;
  }

  // Days agree when one value begins with the other: "2023-06" and "2023-06-20".
  bool times_agree(std::optional<TimexIndex> a, std::optional<TimexIndex> b) const {
    if (!a || !b) return true;
    const std::string& x = scene_.values.times[*a].value;
    const std::string& y = scene_.values.times[*b].value;
    const std::size_t size = std::min({x.size(), y.size(), std::size_t{10}});
    return x.compare(0, size, y, 0, size) == 0;
  }

  bool places_agree(std::optional<PlaceIndex> a, std::optional<PlaceIndex> b) const {
    if (!a || !b) return true;
    const Place& x = scene_.values.places[*a];
    const Place& y = scene_.values.places[*b];
    if (x.name == y.name) return true;
    if (!x.country || !y.country || *x.country != *y.country) return !x.country && !y.country;
    // A country or a division agrees with what lies in it.
    return x.admin1 == y.admin1 || !x.admin1 || !y.admin1;
  }

  bool same_time_and_place(const Cluster& cluster, const Event& event) const {
    const bool known = cluster.incident.time && event.time && cluster.incident.place && event.place;
    return known && times_agree(cluster.incident.time, event.time) &&
           places_agree(cluster.incident.place, event.place);
  }

  bool joins(const Cluster& cluster, const Draft& draft) const {
    const Event& event = draft.event;
    if (!cluster.single || family(cluster.incident.type) != family(event.type)) return false;
    if (!times_agree(cluster.incident.time, event.time)) return false;
    if (!places_agree(cluster.incident.place, event.place)) return false;
    const std::uint32_t away = sentence_of(draft) - cluster.last_sentence;
    if (away > kFarSentences) return false;
    const bool same_word = std::find(cluster.lemmas.begin(), cluster.lemmas.end(),
                                     lemma_of(draft)) != cluster.lemmas.end();
    const bool same_actor = shares(cluster.actors, event.actor);
    const bool same_target = shares(cluster.targets, event.target);
    const bool crossed =
        shares(cluster.actors, event.target) && shares(cluster.targets, event.actor);
    if (draft.casualty_only) return away <= 2 || same_target;
    if (draft.definite && (same_word || away <= 2)) return true;
    if ((same_actor && same_target) || crossed) return true;
    const bool nobody = event.actor.empty() || cluster.actors.empty();
    if (same_word && nobody && away <= 3) return true;
    if ((same_actor || same_target) && (same_word || same_time_and_place(cluster, event)))
      return true;
    // One side goes on with what it does: "took control of the base", "seized the devices".
    const bool one_target = cluster.targets.empty() || event.target.empty();
    const bool same_mode = !event.mode.empty() && cluster.mode == event.mode;
    if (same_actor && same_mode && one_target && away <= 5) return true;
    return same_target && nobody && event.type == EventType::assault;
  }

  void place(EventIndex i) {
    Draft& draft = drafts_[i];
    if (!draft.many) {
      const std::size_t first = clusters_.size() > kLookBack ? clusters_.size() - kLookBack : 0;
      for (std::size_t c = clusters_.size(); c-- > first;) {
        if (joins(clusters_[c], draft)) return add(clusters_[c], i);
      }
    }
    Cluster& cluster = clusters_.emplace_back();
    cluster.incident.type = draft.event.type;
    cluster.single = !draft.many;
    cluster.mode = draft.event.mode;
    add(cluster, i);
  }

  void add(Cluster& cluster, EventIndex i) {
    const Draft& draft = drafts_[i];
    cluster.incident.events.push_back(i);
    if (!cluster.incident.time) cluster.incident.time = draft.event.time;
    if (!cluster.incident.place) cluster.incident.place = draft.event.place;
    if (!cluster.report_time) cluster.report_time = draft.report_time;
    cluster.last_sentence = sentence_of(draft);
    add_new(cluster.actors, draft.event.actor);
    add_new(cluster.targets, draft.event.target);
    if (cluster.lemmas.size() < 16) cluster.lemmas.push_back(lemma_of(draft));
  }

  // What one sentence tells of time and place holds for the others.
  void share(Cluster& cluster) {
    Incident& incident = cluster.incident;
    if (!incident.time && cluster.single) incident.time = cluster.report_time;
    for (const EventIndex i : incident.events) {
      Event& event = drafts_[i].event;
      const bool borrows = (!event.time && incident.time) || (!event.place && incident.place);
      if (!event.time) event.time = incident.time;
      if (!event.place) event.place = incident.place;
      if (borrows) event.origin.confidence *= kBorrowed;
    }
  }

  const Scene& scene_;
  std::vector<Draft>& drafts_;
  std::vector<Cluster> clusters_;
};
}  // namespace

std::vector<Incident> find_incidents(const Scene& scene, std::vector<Draft>& drafts) {
  return Incidents(scene, drafts).find();
}

}  // namespace sayso
