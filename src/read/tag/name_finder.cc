#include "read/tag/name_finder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <span>
#include <vector>

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
std::int32_t margin(const LabelScores<kNameLabels>& scores, NameLabel label) {
  std::int32_t next = std::numeric_limits<std::int32_t>::min();
  for (std::size_t l = 1; l <= 4; ++l) {
    if (static_cast<NameLabel>(l) != label) next = std::max<std::int32_t>(next, scores[l]);
  }
  return scores[static_cast<std::size_t>(label)] - next;
}

// "Board of" before a word in lower case: a name does not end in a small word.
void trim(const std::vector<NameView>& views, TokenRange& tokens) {
  const auto ends_well = [&](TokenIndex i) {
    return views[i].candidate || views[i].sign == CaseSign::number || !is_joint(views[i].key);
  };
  while (tokens.size() > 1 && !ends_well(tokens.last - 1)) --tokens.last;
}

void find_in(const LinearModel& model, std::span<const NameView> sentence, TokenIndex first,
             std::vector<Name>& names) {
  NameLabel before = NameLabel::outside, before_that = NameLabel::outside;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    NameLabel label = NameLabel::outside;
    if (may_name(sentence, i, before)) {
      LabelScores<kNameLabels> scores = {};
      model.add_all(name_features(sentence, i, before, before_that).all(), scores);
      label = best_label(scores, before);
      const auto token = first + static_cast<TokenIndex>(i);
      if (begins(label)) {
        names.push_back({{token, token + 1}, kind_of(label), margin(scores, label)});
      } else if (label != NameLabel::outside) {
        names.back().tokens.last = token + 1;
      }
    }
    before_that = before;
    before = label;
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
  std::vector<Name> names;
  for (const Sentence& sentence : analysis.sentences) {
    find_in(model_, {views.data() + sentence.tokens.first, sentence.tokens.size()},
            sentence.tokens.first, names);
  }
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
