#include "read/tag/name_finder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <span>
#include <vector>

#include "read/tag/feature_batch.h"
#include "read/tag/name_features.h"

namespace sayso {
namespace {
// What the places of one word in the report say of its kind, weighed by how sure each is.
class Votes {
 public:
  explicit Votes(std::size_t words)
      : slots_(std::bit_ceil(words * 2 + 2)), mask_(slots_.size() - 1) {}

  void add(WordKey word, NameKind kind, std::int64_t weight) {
    Slot& slot = slots_[find(word)];
    slot.word = word;
    slot.used = true;
    slot.of[static_cast<std::size_t>(kind)] += weight;
  }
  // The kind with the most votes; of equal ones, `kind` stays.
  NameKind winner(WordKey word, NameKind kind) const {
    const Slot& slot = slots_[find(word)];
    auto best = static_cast<std::size_t>(kind);
    for (std::size_t k = 1; k < slot.of.size(); ++k) {
      if (slot.of[k] > slot.of[best]) best = k;
    }
    return static_cast<NameKind>(best);
  }

 private:
  struct Slot {
    WordKey word = 0;
    bool used = false;
    std::array<std::int64_t, 5> of = {};
  };
  std::size_t find(WordKey word) const {
    std::size_t i = word & mask_;
    while (slots_[i].used && slots_[i].word != word) i = (i + 1) & mask_;
    return i;
  }

  std::vector<Slot> slots_;
  std::size_t mask_;
};

struct Name {
  TokenRange tokens = {};
  NameKind kind = NameKind::none;
  std::int32_t sureness = 0;  // of the kind, by the score of its first word
};

// How far the best beginning is ahead of the beginning of any other kind.
std::int32_t margin(const std::array<Score, kNameLabels>& scores, NameLabel label) {
  std::int32_t next = std::numeric_limits<std::int32_t>::min();
  for (std::size_t l = 1; l <= 4; ++l) {
    if (static_cast<NameLabel>(l) != label) next = std::max<std::int32_t>(next, scores[l]);
  }
  return scores[static_cast<std::size_t>(label)] - next;
}

// "Board of" before a word in lower case: a name does not end in a small word.
void trim(const std::vector<NameView>& views, TokenRange& tokens) {
  const auto ends_well = [&](TokenIndex i) {
    return views[i].candidate || views[i].sign == CaseSign::number || !views[i].joint;
  };
  while (tokens.size() > 1 && !ends_well(tokens.last - 1)) --tokens.last;
}

// The labels given so far, and the names they make.
struct NamesSoFar {
  NameLabel before = NameLabel::outside, before_that = NameLabel::outside;
  std::vector<Name> names = {};
};

void give_label(NamesSoFar& so_far, NameLabel label, TokenIndex token, std::int32_t sureness) {
  if (begins(label)) {
    so_far.names.push_back({{token, token + 1}, kind_of(label), sureness});
  } else if (label != NameLabel::outside) {
    so_far.names.back().tokens.last = token + 1;
  }
  so_far.before_that = so_far.before;
  so_far.before = label;
}

// Labels tokens [first, last) of a sentence that begins at token `base`.
void label_stretch(const LinearModel& model, std::span<const NameView> sentence, std::size_t first,
                   std::size_t last, TokenIndex base, FeatureBatch& batch, NamesSoFar& so_far) {
  batch.clear();
  for (std::size_t i = first; i < last; ++i) {
    batch.add(sentence[i].candidate ? fixed_name_features(sentence, i).all()
                                    : std::span<const std::uint64_t>());
  }
  batch.look_up();
  for (std::size_t i = first; i < last; ++i) {
    const TokenIndex token = base + static_cast<TokenIndex>(i);
    if (!may_name(sentence, i, so_far.before)) {
      give_label(so_far, NameLabel::outside, token, 0);
      continue;
    }
    std::array<Score, kNameLabels> scores = {};
    batch.add_weights(i - first, scores.data());
    if (!sentence[i].candidate)
      model.add_all(fixed_name_features(sentence, i).all(), scores.data());
    model.add_all(linked_name_features(sentence, i, so_far.before, so_far.before_that).all(),
                  scores.data());
    const NameLabel label = best_label(scores, so_far.before);
    give_label(so_far, label, token, margin(scores, label));
  }
}

void find_in(const LinearModel& model, std::span<const NameView> sentence, TokenIndex base,
             FeatureBatch& batch, NamesSoFar& so_far) {
  so_far.before = so_far.before_that = NameLabel::outside;
  for (std::size_t first = 0; first < sentence.size(); first += FeatureBatch::kTokens) {
    const std::size_t last = std::min(first + FeatureBatch::kTokens, sentence.size());
    label_stretch(model, sentence, first, last, base, batch, so_far);
  }
}

// One word is one thing throughout a report: "Kelidi" is a person where context does not say so,
// since "Zorvan Kelidi" is. Names of one word follow the vote of all their places.
void make_consistent(const Analysis& analysis, std::vector<Name>& names) {
  Votes votes(names.size());
  const auto last_word = [&](const Name& name) {
    return analysis.tokens[name.tokens.last - 1].key;
  };
  for (const Name& name : names) {
    const bool counts = name.tokens.size() == 1 || name.kind == NameKind::person;
    if (counts) votes.add(last_word(name), name.kind, std::int64_t{1} + name.sureness);
  }
  for (Name& name : names) {
    if (name.tokens.size() == 1) name.kind = votes.winner(last_word(name), name.kind);
  }
}
// "Ansar-e" + "Vatan": capitals in a row are one name, of the kind of its last word; but a person
// may follow another name: "Radio Telvara" + "Amal Haddad".
void merge_neighbours(const std::vector<NameView>& views, std::vector<Name>& names) {
  std::vector<Name> merged;
  for (const Name& name : names) {
    const bool touches = !merged.empty() && merged.back().tokens.last == name.tokens.first &&
                         views[name.tokens.first].sign == CaseSign::capital;
    const bool joins =
        touches && (name.kind != NameKind::person || merged.back().kind == NameKind::person);
    if (joins) {
      merged.back().tokens.last = name.tokens.last;
      merged.back().kind = name.kind;
    } else {
      merged.push_back(name);
    }
  }
  names.swap(merged);
}
}  // namespace

std::optional<NameFinder> NameFinder::in(std::string_view file) {
  const auto sections = model_sections(file);
  if (!sections || sections->size() != 4) return std::nullopt;
  const auto words = KeyTable::in((*sections)[0]);
  const auto model = LinearModel::in((*sections)[1], (*sections)[2], (*sections)[3]);
  if (!words || !model) return std::nullopt;
  NameFinder finder;
  finder.words_ = *words;
  finder.model_ = *model;
  return finder;
}

void NameFinder::find(Analysis& analysis) const {
  const std::vector<NameView> views = view_names(analysis, words_);
  NamesSoFar so_far;
  FeatureBatch batch(model_);
  for (const Sentence& sentence : analysis.sentences) {
    find_in(model_, {views.data() + sentence.tokens.first, sentence.tokens.size()},
            sentence.tokens.first, batch, so_far);
  }
  std::vector<Name>& names = so_far.names;
  for (Name& name : names) trim(views, name.tokens);
  merge_neighbours(views, names);
  make_consistent(analysis, names);
  for (const Name& name : names) {
    for (TokenIndex i = name.tokens.first; i < name.tokens.last; ++i) {
      analysis.tokens[i].name = name.kind;
      analysis.tokens[i].name_begins = i == name.tokens.first;
    }
  }
}

}  // namespace sayso
