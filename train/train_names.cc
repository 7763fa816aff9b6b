// Trains and scores the finder of names.
//
//   train_names train OUT TAGS.BIN WORDS EPOCHS GOLD... [--silver FILE...]
//   train_names score MODEL TAGS.BIN FILE...
// WORDS is what words.py wrote. Names are swapped for others, listed or invented, so that the
// model learns contexts and shapes rather than the people of its training years.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "core/utf8.h"
#include "corpus.h"
#include "perceptron.h"
#include "read/tag/linear_model.h"
#include "read/tag/name_features.h"
#include "read/tag/name_finder.h"
#include "read/tag/participles.h"
#include "read/tag/tagger.h"

namespace sayso::train {
namespace {
constexpr std::size_t kMostWeights = 150'000;
// Per cent of the documents, and of the names in them, that are swapped.
constexpr std::uint64_t kSwapDocument = 50, kSwapWord = 50;
constexpr float kSilverStep = 0.35F;

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

NameKind parse_kind(const std::string& s) {
  if (s == "PER") return NameKind::person;
  if (s == "ORG") return NameKind::organization;
  if (s == "LOC") return NameKind::place;
  if (s == "OTH") return NameKind::other;
  return NameKind::none;
}
// Where names are not marked, a word that is no proper noun by its tag is outside of them; of the
// others nothing is known.
bool is_known(const Word& word) {
  return word.name != "_" ||
         (word.tag != "_" && word.tag[0] != 'J' && !word.tag.starts_with("NNP"));
}
NameLabel gold_label(const Word& word) {
  return word.name.size() < 3 ? NameLabel::outside
                              : label_of(parse_kind(word.name.substr(2)), word.name[0] == 'B');
}

struct WordList {
  std::map<std::string, std::uint32_t> traits = {};
  std::vector<std::string> first_names = {}, last_names = {}, towns = {};
};
WordList read_words(const std::string& path) {
  static constexpr std::pair<char, std::uint32_t> kLetters[] = {
      {'f', kFirstName}, {'l', kLastName},   {'t', kTitle},       {'o', kOrganizationHead},
      {'p', kPlaceHead}, {'c', kCountry},    {'d', kDemonym},     {'u', kTown},
      {'k', kCalendar},  {'w', kCommonWord}, {'g', kOrganization}};
  WordList list;
  std::ifstream in(path);
  std::string word, letters;
  while (in >> word >> letters) {
    std::uint32_t traits = 0;
    for (const auto& [letter, trait] : kLetters) {
      if (letters.find(letter) != std::string::npos) traits |= trait;
    }
    list.traits[word] = traits;
    if (traits == kFirstName) list.first_names.push_back(word);
    if (traits == kLastName) list.last_names.push_back(word);
    if (traits == kTown) list.towns.push_back(word);
  }
  return list;
}
std::string table_of(const WordList& list) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  for (const auto& [word, traits] : list.traits) entries.emplace_back(word_key(word), traits);
  return KeyTable::build(entries);
}

std::string capitalized(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
  return word;
}

// A word no list holds, made of syllables as many languages have them.
std::string invented(Random& random) {
  static constexpr const char* kOnsets[] = {"b",  "d",  "k", "m", "n",  "t", "s",
                                            "sh", "z",  "r", "l", "v",  "h", "kh",
                                            "gj", "dr", "p", "y", "ch", "w", "j"};
  static constexpr const char* kVowels[] = {"a", "e", "i", "o", "u", "a", "a", "ei", "ou", "ia"};
  static constexpr const char* kEnds[] = {"",   "",   "n",     "r",    "k",   "s",  "l",
                                          "m",  "sh", "ov",    "ani",  "ic",  "ez", "aj",
                                          "di", "wa", "zadeh", "enko", "sson"};
  std::string word;
  const auto pick = [&](const auto& list) { return list[random.below(std::size(list))]; };
  const std::uint64_t syllables = 1 + random.below(3);
  for (std::uint64_t i = 0; i < syllables; ++i) word.append(pick(kOnsets)).append(pick(kVowels));
  return capitalized(word + pick(kEnds));
}
std::string invented_acronym(Random& random) {
  std::string word;
  const std::uint64_t size = 2 + random.below(4);
  for (std::uint64_t i = 0; i < size; ++i) word += static_cast<char>('A' + random.below(26));
  return word;
}

// Swaps names of a document, the same way wherever they stand.
class Swapper {
 public:
  Swapper(const WordList& list, Random& random) : list_(list), random_(random) {}

  Document swapped(const Document& document) {
    Document out = document;
    std::map<std::string, std::string> other;
    for (Words& words : out.sentences) {
      for (Word& word : words) {
        if (word.name.size() < 3) continue;
        const auto [it, fresh] = other.try_emplace(word.form);
        if (fresh) it->second = random_.chance(kSwapWord) ? another(word) : word.form;
        word.form = it->second;
      }
    }
    return out;
  }

 private:
  std::string another(const Word& word) {
    const NameKind kind = parse_kind(word.name.substr(2));
    const std::string lower = lowered(word.form);
    const bool capital = word.form[0] >= 'A' && word.form[0] <= 'Z';
    const auto it = list_.traits.find(lower);
    const std::uint32_t traits = it == list_.traits.end() ? 0 : it->second;
    const bool telling = (traits & (kOrganizationHead | kPlaceHead | kTitle | kCommonWord)) != 0;
    if (!capital || word.form.size() < 3 || telling) return word.form;
    const auto pick = [&](const auto& list) { return list[random_.below(list.size())]; };
    if (kind == NameKind::person) {
      if (random_.chance(40)) return invented(random_);
      return capitalized(pick(word.name[0] == 'B' ? list_.first_names : list_.last_names));
    }
    if (kind == NameKind::place)
      return random_.chance(60) ? invented(random_) : capitalized(pick(list_.towns));
    const bool acronym =
        word.form.size() < 6 && std::all_of(word.form.begin(), word.form.end(),
                                            [](char c) { return c >= 'A' && c <= 'Z'; });
    if (acronym) return invented_acronym(random_);
    return kind == NameKind::organization ? invented(random_) : word.form;
  }

  const WordList& list_;
  Random& random_;
};

struct Source {
  std::vector<Document> documents;
  bool gold;
};

Analysis tagged(const Document& document, Casing casing, const Tagger& tagger) {
  std::vector<const Words*> sentences;
  for (const Words& words : document.sentences) sentences.push_back(&words);
  Analysis analysis = analysis_of(sentences, casing);
  tagger.tag(analysis);
  mark_participles(analysis);
  return analysis;
}

class Trainer {
 public:
  Trainer(const WordList& list, const Tagger& tagger)
      : list_(list),
        words_bytes_(table_of(list)),
        words_(*KeyTable::in(words_bytes_)),
        tagger_(tagger) {}

  void train(const std::vector<Source>& sources, int epochs) {
    Random random(2023'06'21);
    std::vector<std::pair<const Document*, bool>> documents;
    for (const Source& source : sources) {
      for (const Document& document : source.documents)
        documents.emplace_back(&document, source.gold);
    }
    for (int epoch = -1; epoch < epochs; ++epoch) {
      for (std::size_t i = documents.size() - 1; i > 0; --i) {
        std::swap(documents[i], documents[random.below(i + 1)]);
      }
      asked_ = wrong_ = 0;
      for (const auto& [document, gold] : documents) learn(*document, gold, epoch < 0, random);
      if (epoch < 0) model_.keep_from(2);
      std::fprintf(stderr, "epoch %d: %.2f %% of %zu wrong\n", epoch + 1,
                   100.0 * static_cast<double>(wrong_) /
                       static_cast<double>(std::max<std::size_t>(asked_, 1)),
                   asked_);
    }
  }

  void save(const std::string& path) {
    auto sections = model_.sections(kMostWeights);
    sections.insert(sections.begin(), words_bytes_);
    std::ofstream(path, std::ios::binary) << model_file(sections);
  }

 private:
  static Casing draw_casing(Random& random) {
    const auto n = random.below(100);
    return n < 10 ? Casing::upper : n < 13 ? Casing::lower : Casing::kept;
  }

  void learn(const Document& as_written, bool gold, bool counting, Random& random) {
    Swapper swapper(list_, random);
    const Document document =
        random.chance(kSwapDocument) ? swapper.swapped(as_written) : as_written;
    const Analysis analysis = tagged(document, draw_casing(random), tagger_);
    const std::vector<NameView> views = view_names(analysis, words_);
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
      const TokenRange tokens = analysis.sentences[s].tokens;
      learn_sentence(document.sentences[s], {views.data() + tokens.first, tokens.size()}, gold,
                     counting);
    }
  }

  void learn_sentence(const Words& words, std::span<const NameView> views, bool gold,
                      bool counting) {
    NameLabel before = NameLabel::outside, before_that = NameLabel::outside;
    for (std::size_t i = 0; i < views.size(); ++i) {
      NameLabel label = NameLabel::outside;
      if (may_name(views, i, before)) {
        const NameFeatures features = name_features(views, i, before, before_that);
        const bool known = is_known(words[i]);
        label = counting ? count(features, gold_label(words[i]))
                : known  ? step(features, gold_label(words[i]), before, gold)
                         : best_label(model_.scores(features.all()), before);
      }
      before_that = before;
      before = label;
    }
  }
  NameLabel count(const NameFeatures& features, NameLabel right) {
    model_.count(features.all());
    return right;
  }
  NameLabel step(const NameFeatures& features, NameLabel right, NameLabel before, bool gold) {
    // After a mistake the right label may be one that cannot follow; begin the name here then.
    if (right != NameLabel::outside && !begins(right) &&
        (before == NameLabel::outside || kind_of(before) != kind_of(right))) {
      right = label_of(kind_of(right), true);
    }
    const NameLabel label = best_label(model_.scores(features.all()), before);
    ++asked_;
    if (label != right) {
      ++wrong_;
      model_.update(static_cast<std::size_t>(right), static_cast<std::size_t>(label),
                    gold ? 1.0F : kSilverStep);
    }
    model_.step();
    return label;
  }

  const WordList& list_;
  std::string words_bytes_;
  KeyTable words_;
  const Tagger& tagger_;
  Perceptron model_{kNameLabels};
  std::size_t asked_ = 0, wrong_ = 0;
};

struct Spot {
  std::size_t begin, end;
  NameKind kind;
  friend bool operator==(const Spot&, const Spot&) = default;
};
std::vector<Spot> spots(const std::vector<NameLabel>& labels) {
  std::vector<Spot> out;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == NameLabel::outside) continue;
    if (begins(labels[i]) || out.empty() || out.back().end != i ||
        out.back().kind != kind_of(labels[i])) {
      out.push_back({i, i + 1, kind_of(labels[i])});
    } else {
      out.back().end = i + 1;
    }
  }
  return out;
}

void score(const NameFinder& finder, const Tagger& tagger, const std::string& path, Casing casing) {
  std::array<std::size_t, 5> right = {}, found = {}, gold = {};
  const bool show = std::getenv("ERRORS") != nullptr;
  for (const Document& document : read_corpus(path)) {
    Analysis analysis = tagged(document, casing, tagger);
    finder.find(analysis);
    for (std::size_t s = 0; s < document.sentences.size(); ++s) {
      const Words& words = document.sentences[s];
      std::vector<NameLabel> ours, theirs;
      for (std::size_t i = 0; i < words.size(); ++i) {
        const Token& token = analysis.tokens[analysis.sentences[s].tokens.first + i];
        ours.push_back(label_of(token.name, token.name_begins));
        theirs.push_back(gold_label(words[i]));
      }
      const auto a = spots(ours), b = spots(theirs);
      const auto has = [](const std::vector<Spot>& list, const Spot& spot) {
        return std::find(list.begin(), list.end(), spot) != list.end();
      };
      for (const Spot& spot : a) ++found[static_cast<std::size_t>(spot.kind)];
      for (const Spot& spot : b) ++gold[static_cast<std::size_t>(spot.kind)];
      for (const Spot& spot : a)
        right[static_cast<std::size_t>(spot.kind)] += has(b, spot) ? 1U : 0U;
      if (!show || a == b) continue;
      std::string line;
      const auto tell = [&](const char* mark, const Spot& spot) {
        line += mark;
        for (std::size_t i = spot.begin; i < spot.end; ++i) line += words[i].form + " ";
        line += "(" + std::to_string(static_cast<int>(spot.kind)) + ") ";
      };
      for (const Spot& spot : a)
        if (!has(b, spot)) tell("+ ", spot);
      for (const Spot& spot : b)
        if (!has(a, spot)) tell("- ", spot);
      std::printf("%s\n", line.c_str());
    }
  }
  std::printf("%-16s %-6s", path.substr(path.rfind('/') + 1).c_str(),
              casing == Casing::upper ? "UPPER" : "");
  std::size_t r = 0, f = 0, g = 0;
  const auto f1 = [](std::size_t x, std::size_t y, std::size_t z) {
    return y + z == 0 ? 0 : 2.0 * static_cast<double>(x) / static_cast<double>(y + z);
  };
  static constexpr const char* kKinds[] = {"", "PER", "ORG", "LOC", "OTH"};
  for (std::size_t k = 1; k < 5; ++k) {
    if (k < 4) r += right[k], f += found[k], g += gold[k];
    std::printf(" %s %.3f", kKinds[k], f1(right[k], found[k], gold[k]));
  }
  std::printf(" | PER+ORG+LOC P %.3f R %.3f F1 %.3f\n",
              static_cast<double>(r) / static_cast<double>(std::max<std::size_t>(f, 1)),
              static_cast<double>(r) / static_cast<double>(g), f1(r, f, g));
}

int main_train(const std::vector<std::string>& args) {
  const std::string tags = file_text(args[1]);
  const auto tagger = Tagger::in(tags);
  const WordList list = read_words(args[2]);
  std::vector<Source> sources;
  bool gold = true;
  for (std::size_t i = 4; i < args.size(); ++i) {
    if (args[i] == "--silver")
      gold = false;
    else
      sources.push_back({read_corpus(args[i]), gold});
  }
  Trainer trainer(list, *tagger);
  trainer.train(sources, std::atoi(args[3].c_str()));
  trainer.save(args[0]);
  return 0;
}

int main_score(const std::vector<std::string>& args) {
  const std::string model = file_text(args[0]), tags = file_text(args[1]);
  const auto finder = NameFinder::in(model);
  const auto tagger = Tagger::in(tags);
  if (!finder || !tagger || !finder->model().is_sound(kNameLabels)) {
    std::fprintf(stderr, "%s or %s is no model\n", args[0].c_str(), args[1].c_str());
    return 1;
  }
  for (std::size_t i = 2; i < args.size(); ++i) {
    score(*finder, *tagger, args[i], Casing::kept);
    if (std::getenv("ERRORS") == nullptr) score(*finder, *tagger, args[i], Casing::upper);
  }
  return 0;
}
}  // namespace
}  // namespace sayso::train

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  const std::vector<std::string> rest(args.begin() + (args.empty() ? 0 : 1), args.end());
  if (rest.size() >= 5 && args[0] == "train") return sayso::train::main_train(rest);
  if (rest.size() >= 3 && args[0] == "score") return sayso::train::main_score(rest);
  std::fprintf(
      stderr,
      "usage: train_names train OUT TAGS WORDS EPOCHS FILE... | score MODEL TAGS FILE...\n");
  return 2;
}
