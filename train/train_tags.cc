// Trains and scores the tagger.
//
//   train_tags train OUT EPOCHS GOLD... [--silver FILE...]
//   train_tags score MODEL FILE...
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "core/tag.h"
#include "corpus.h"
#include "perceptron.h"
#include "read/tag/linear_model.h"
#include "read/tag/participles.h"
#include "read/tag/tag_features.h"
#include "read/tag/tagger.h"

namespace sayso::train {
namespace {
// A word is in the lexicon when it was seen this often; rarer ones teach how to treat unknown ones.
constexpr std::uint32_t kLeastCount = 3;
constexpr std::uint32_t kFrequent = 12;
// Settled: no model is asked. Seen so often, and this seldom (per mille) with another tag.
constexpr std::uint32_t kSettledCount = 4;
constexpr std::uint32_t kSettledPerMille = 975;
// Weights kept in the file.
constexpr std::size_t kMostWeights = 100'000;

// Automatic tags count less: as votes in the lexicon, and as lessons to the model.
constexpr std::uint32_t kGoldVotes = 4;
constexpr float kSilverStep = 0.5F;

struct Counts {
  std::map<Tag, std::uint32_t> votes = {};
  std::uint32_t all_votes = 0;
  std::uint32_t total = 0;
};

struct Example {
  const Words* words;
  bool gold;
};

std::vector<Example> sentences_of(const std::vector<Document>& documents, bool gold) {
  std::vector<Example> out;
  for (const Document& document : documents) {
    for (const Words& words : document.sentences) out.push_back({&words, gold});
  }
  return out;
}

// The signs of a sentence's tokens: those of view_sentence.
void count_words(const Example& example, std::map<WordKey, Counts>& lexicon) {
  const Analysis analysis = analysis_of({example.words}, Casing::kept);
  std::vector<TagView> views;
  view_sentence(analysis, analysis.sentences[0].tokens, KeyTable(), views);
  for (std::size_t i = 0; i < views.size(); ++i) {
    const auto tag = parse_tag((*example.words)[i].tag);
    if (!tag) continue;
    const std::uint32_t votes = example.gold ? kGoldVotes : 1;
    std::vector<WordKey> keys = {lexicon_key(views[i].key)};
    if (has_case_entry(views[i].sign)) keys.push_back(lexicon_key(views[i].key, views[i].sign));
    for (const WordKey key : keys) {
      Counts& counts = lexicon[key];
      counts.votes[*tag] += votes;
      counts.all_votes += votes;
      ++counts.total;
    }
  }
}

std::string build_lexicon(const std::map<WordKey, Counts>& words) {
  std::map<std::vector<Tag>, std::uint32_t> classes;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  for (const auto& [key, counts] : words) {
    if (counts.total < kLeastCount) continue;
    std::vector<std::pair<std::uint32_t, Tag>> ranked;
    for (const auto& [tag, n] : counts.votes) ranked.emplace_back(n, tag);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Tag> tags;
    for (const auto& [n, tag] : ranked) {
      if (tags.size() < 4 && n * 25 >= counts.all_votes) tags.push_back(tag);
    }
    const auto id = classes.try_emplace(tags, static_cast<std::uint32_t>(classes.size())).first;
    const bool settled =
        counts.total >= kSettledCount &&
        ranked[0].first * std::uint64_t{1000} >= std::uint64_t{counts.all_votes} * kSettledPerMille;
    entries.emplace_back(
        key,
        LexiconEntry::of(id->second, ranked[0].second, settled, counts.total >= kFrequent).value);
  }
  std::fprintf(stderr, "lexicon: %zu entries, %zu classes\n", entries.size(), classes.size());
  return KeyTable::build(entries);
}

// What damage and style do to a sentence: case, and breaks that were lost.
Casing draw_casing(Random& random) {
  const auto n = random.below(100);
  return n < 10 ? Casing::upper : n < 14 ? Casing::lower : n < 18 ? Casing::title : Casing::kept;
}

class Trainer {
 public:
  explicit Trainer(std::string lexicon)
      : lexicon_bytes_(std::move(lexicon)), lexicon_(*KeyTable::in(lexicon_bytes_)) {}

  template <typename Each>
  void visit(const std::vector<Example>& examples, std::size_t i, Random& random, Each&& each) {
    const Example& example = examples[i];
    Words joined = *example.words;
    // A lost sentence break: the next sentence follows in the same breath.
    if (random.chance(4) && i + 1 < examples.size() && joined.size() < 60) {
      joined.insert(joined.end(), examples[i + 1].words->begin(), examples[i + 1].words->end());
    }
    if (random.chance(3) && joined.back().tag == "." && joined.size() > 3) joined.pop_back();
    const Analysis analysis = analysis_of({&joined}, draw_casing(random));
    view_sentence(analysis, analysis.sentences[0].tokens, lexicon_, views_);
    Tag before = kNoTag, before_that = kNoTag;
    for (std::size_t k = 0; k < views_.size(); ++k) {
      const auto gold = parse_tag(joined[k].tag);
      Tag tag = views_[k].tag;
      if (!views_[k].settled) {
        tag = each(tag_features(views_, k, analysis.lower(analysis.tokens[k]), before, before_that),
                   gold);
      }
      before_that = before;
      before = tag;
    }
  }

  void train(std::vector<Example> examples, int epochs) {
    Random random(2023'06'21);
    for (std::size_t i = 0; i < examples.size(); ++i) {
      visit(examples, i, random, [&](const TagFeatures& f, std::optional<Tag> gold) {
        if (gold) model_.count(f.all());
        return gold.value_or(Tag::NN);
      });
    }
    model_.keep_from(2);
    for (int epoch = 0; epoch < epochs; ++epoch) {
      std::vector<std::size_t> order(examples.size());
      std::iota(order.begin(), order.end(), 0);
      for (std::size_t i = order.size() - 1; i > 0; --i) {
        std::swap(order[i], order[random.below(i + 1)]);
      }
      std::size_t asked = 0, wrong = 0;
      for (const std::size_t i : order) {
        visit(examples, i, random, [&](const TagFeatures& f, std::optional<Tag> gold) {
          const auto& s = model_.scores(f.all());
          const auto best =
              static_cast<std::size_t>(std::max_element(s.begin(), s.end()) - s.begin());
          if (gold) {
            ++asked;
            if (static_cast<std::size_t>(*gold) != best) {
              ++wrong;
              model_.update(static_cast<std::size_t>(*gold), best,
                            examples[i].gold ? 1.0F : kSilverStep);
            }
            model_.step();
          }
          return static_cast<Tag>(best);
        });
      }
      std::fprintf(stderr, "epoch %d: %.2f %% of %zu wrong\n", epoch + 1,
                   100.0 * static_cast<double>(wrong) / static_cast<double>(asked), asked);
    }
  }

  void save(const std::string& path) {
    auto sections = model_.sections(kMostWeights);
    sections.insert(sections.begin(), lexicon_bytes_);
    std::ofstream(path, std::ios::binary) << model_file(sections);
  }

 private:
  std::string lexicon_bytes_;
  KeyTable lexicon_;
  Perceptron model_{kTagCount};
  std::vector<TagView> views_ = {};
};

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void score(const Tagger& tagger, const std::string& path, Casing casing, const char* name) {
  const auto documents = read_corpus(path);
  std::size_t right = 0, all = 0;
  double best_ns = 1e18;
  std::map<std::string, int> confusions;
  for (int round = 0; round < 3; ++round) {
    right = all = 0;
    double ns = 0;
    for (const Document& document : documents) {
      std::vector<const Words*> sentences;
      for (const Words& words : document.sentences) sentences.push_back(&words);
      Analysis analysis = analysis_of(sentences, casing);
      const auto start = std::chrono::steady_clock::now();
      tagger.tag(analysis);
      mark_participles(analysis);
      ns += std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start)
                .count();
      std::size_t k = 0;
      for (const Words* words : sentences) {
        for (const Word& word : *words) {
          const Tag tag = analysis.tokens[k++].tag;
          if (word.tag == "_") continue;
          ++all;
          if (to_text(tag) == word.tag)
            ++right;
          else if (round == 0)
            ++confusions[word.tag + " read as " + std::string(to_text(tag))];
        }
      }
    }
    best_ns = std::min(best_ns, ns / static_cast<double>(std::max<std::size_t>(all, 1)));
  }
  std::printf("%-28s %-6s %.4f of %zu, %.0f ns a token\n", path.substr(path.rfind('/') + 1).c_str(),
              name, static_cast<double>(right) / static_cast<double>(all), all, best_ns);
  if (std::getenv("CONFUSIONS") == nullptr) return;
  std::vector<std::pair<int, std::string>> ranked;
  ranked.reserve(confusions.size());
  for (const auto& [what, n] : confusions) ranked.emplace_back(-n, what);
  std::sort(ranked.begin(), ranked.end());
  for (std::size_t i = 0; i < ranked.size() && i < 25; ++i) {
    std::printf("    %5d %s\n", -ranked[i].first, ranked[i].second.c_str());
  }
}

int main_train(const std::vector<std::string>& args) {
  std::vector<std::vector<Document>> corpora;
  std::vector<Example> examples;
  bool gold = true;
  corpora.reserve(args.size());
  for (std::size_t i = 2; i < args.size(); ++i) {
    if (args[i] == "--silver") {
      gold = false;
      continue;
    }
    corpora.push_back(read_corpus(args[i]));
    const auto more = sentences_of(corpora.back(), gold);
    examples.insert(examples.end(), more.begin(), more.end());
  }
  std::map<WordKey, Counts> words;
  for (const Example& example : examples) count_words(example, words);
  Trainer trainer(build_lexicon(words));
  trainer.train(examples, std::atoi(args[1].c_str()));
  trainer.save(args[0]);
  return 0;
}

int main_score(const std::vector<std::string>& args) {
  const std::string file = file_text(args[0]);
  const auto tagger = Tagger::in(file);
  if (!tagger || !tagger->model().is_sound(kTagCount)) {
    std::fprintf(stderr, "%s is no tag model\n", args[0].c_str());
    return 1;
  }
  for (std::size_t i = 1; i < args.size(); ++i) {
    score(*tagger, args[i], Casing::kept, "");
    score(*tagger, args[i], Casing::upper, "UPPER");
    score(*tagger, args[i], Casing::lower, "lower");
  }
  return 0;
}
}  // namespace
}  // namespace sayso::train

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() >= 4 && args[0] == "train")
    return sayso::train::main_train({args.begin() + 1, args.end()});
  if (args.size() >= 3 && args[0] == "score")
    return sayso::train::main_score({args.begin() + 1, args.end()});
  std::fprintf(stderr, "usage: train_tags train OUT EPOCHS FILE... | score MODEL FILE...\n");
  return 2;
}
