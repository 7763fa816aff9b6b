#include "events/contexts.h"

#include <algorithm>
#include <bit>

namespace sayso {
namespace {
constexpr TokenIndex kReach = 40;  // tokens on either side of the trigger
constexpr int kMost = 4;

struct Named {
  TokenIndex token = 0;
  std::uint64_t contexts = 0;
};

std::vector<Named> contexts_named(const Scene& scene, TokenRange tokens) {
  std::vector<Named> named;
  for (TokenIndex i = tokens.first; i < tokens.last; ++i) {
    const auto match = scene.find(kContexts, i, tokens.last);
    if (!match) continue;
    named.push_back({i, scene.lexicon.context_sets[match->value]});
    i = match->last - 1;
  }
  return named;
}

// The contexts named nearest to `trigger`, until there are enough.
std::uint64_t nearest(const std::vector<Named>& named, TokenIndex trigger) {
  auto right = std::partition_point(named.begin(), named.end(),
                                    [&](const Named& n) { return n.token < trigger; });
  auto left = right;
  std::uint64_t set = 0;
  while (std::popcount(set) < kMost) {
    const bool has_left = left != named.begin() && trigger - (left - 1)->token <= kReach;
    const bool has_right = right != named.end() && right->token - trigger <= kReach;
    if (!has_left && !has_right) break;
    const bool take_left =
        has_left && (!has_right || trigger - (left - 1)->token < right->token - trigger);
    set |= take_left ? (--left)->contexts : (right++)->contexts;
  }
  return set;
}
}  // namespace

void find_contexts(const Scene& scene, std::vector<Draft>& drafts) {
  std::uint32_t sentence = 0xFFFFFFFFU;
  std::vector<Named> named;
  for (Draft& draft : drafts) {
    const TokenIndex trigger = draft.trigger.tokens.first;
    if (scene.token(trigger).sentence != sentence) {
      sentence = scene.token(trigger).sentence;
      named = contexts_named(scene, scene.analysis.sentences[sentence].tokens);
    }
    const std::uint64_t set = nearest(named, trigger);
    for (std::size_t i = 0; i < scene.lexicon.context_names.size(); ++i) {
      if ((set >> i & 1U) != 0 && draft.event.context.size() < kMost) {
        draft.event.context.emplace_back(scene.lexicon.context_names[i]);
      }
    }
  }
}

}  // namespace sayso
