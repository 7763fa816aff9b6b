// Prints the words whose lemma the rules miss, as a lexicon; or scores lemmas.
//
//   train_lemmas list GOLD... [--silver FILE...] [--inflected FILE] > rows
//   train_lemmas score LEXICON FILE...
// An inflected file has lines of form, lemma and tag, tab-separated, each taken as true.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/tag.h"
#include "corpus.h"
#include "read/tag/lemma.h"

namespace sayso::train {
namespace {
// Seen less often, a lemma that breaks the rules may be a slip or the lemma of a misspelling.
constexpr int kLeastGold = 2;
constexpr int kSureGold = 5;  // from here on the treebank outdoes WordNet
constexpr int kLeastClosed = 8;
constexpr int kLeastSilver = 4;

using Form = std::pair<std::string, Tag>;
using Votes = std::map<Form, std::map<std::string, int>>;

// Words whose lemma differs from their spelling: inflected ones and those of closed classes.
bool may_differ(Tag tag) {
  switch (tag) {
    case Tag::NNP:
    case Tag::CD:
    case Tag::POS:
    case Tag::NN:
    case Tag::JJ:
    case Tag::IN:
    case Tag::GW:
    case Tag::XX:
    case Tag::ADD:
    case Tag::FW:
    case Tag::UH:
    case Tag::PRPS: return false;
    default: return !is_punctuation(tag);
  }
}
// In closed classes a rare lemma is the lemma of a misspelling.
int least_for(Tag tag, int least) {
  const bool inflected = is_verb(tag) || tag == Tag::NNS || tag == Tag::NNPS || is_adjective(tag);
  return inflected ? least : kLeastClosed;
}

bool is_word(const std::string& s) {
  return !s.empty() && s != "_" && std::none_of(s.begin(), s.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ' ' || c == '\t';
  });
}

void count(const std::string& path, Votes& votes) {
  for (const Document& document : read_corpus(path)) {
    for (const Words& words : document.sentences) {
      const Analysis analysis = analysis_of({&words}, Casing::kept);
      for (std::size_t i = 0; i < words.size(); ++i) {
        const auto tag = parse_tag(words[i].tag);
        const std::string form(analysis.lower(analysis.tokens[i]));
        const std::string lemma = lowered(words[i].lemma);
        if (!tag || !may_differ(*tag) || form == "people" || !is_word(form) || !is_word(lemma))
          continue;
        ++votes[{form, *tag}][lemma];
      }
    }
  }
}

void settle(const Votes& votes, int least, std::map<Form, std::string>& lemmas) {
  for (const auto& [form, counts] : votes) {
    const auto best =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best->second >= least_for(form.second, least)) lemmas.emplace(form, best->first);
  }
}

void read_inflected(const std::string& path, std::map<Form, std::string>& lemmas) {
  std::ifstream in(path);
  std::string form, lemma, tag;
  while (in >> form >> lemma >> tag) lemmas.emplace(Form{form, *parse_tag(tag)}, lemma);
}

int list(const std::vector<std::string>& args) {
  Votes gold, silver;
  std::map<Form, std::string> lemmas;
  bool is_gold = true;
  std::string inflected;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--silver")
      is_gold = false;
    else if (args[i] == "--inflected")
      inflected = args[++i];
    else
      count(args[i], is_gold ? gold : silver);
  }
  settle(gold, kSureGold, lemmas);
  if (!inflected.empty()) read_inflected(inflected, lemmas);
  settle(gold, kLeastGold, lemmas);
  settle(silver, kLeastSilver, lemmas);
  std::map<std::pair<std::string, std::string>, std::set<std::string>> rows;
  for (const auto& [form, lemma] : lemmas) {
    if (lemma_by_rule(form.first, form.second) == lemma) continue;
    rows[{form.first, lemma}].insert(std::string(to_text(form.second)));
  }
  for (const auto& [words, tags] : rows) {
    std::printf("%s\t%s\t", words.first.c_str(), words.second.c_str());
    const char* separator = "";
    for (const auto& tag : tags) {
      std::printf("%s%s", separator, tag.c_str());
      separator = " ";
    }
    std::printf("\n");
  }
  return 0;
}

int score(const std::vector<std::string>& args) {
  std::ifstream in(args[0], std::ios::binary);
  const std::string file(std::istreambuf_iterator<char>(in), {});
  const Lemmas lemmas(file);
  for (std::size_t i = 1; i < args.size(); ++i) {
    int right = 0, all = 0;
    std::map<std::string, int> errors;
    for (const Document& document : read_corpus(args[i])) {
      for (const Words& words : document.sentences) {
        const Analysis analysis = analysis_of({&words}, Casing::kept);
        for (std::size_t k = 0; k < words.size(); ++k) {
          const auto tag = parse_tag(words[k].tag);
          if (!tag || words[k].lemma == "_") continue;
          const std::string form(analysis.lower(analysis.tokens[k]));
          const std::string found = lemmas.lemma(form, *tag), gold = lowered(words[k].lemma);
          ++all;
          if (found == gold) {
            ++right;
            continue;
          }
          std::string what = form;
          what.append("/").append(words[k].tag).append(" ").append(found);
          ++errors[what.append(", not ").append(gold)];
        }
      }
    }
    std::printf("%-28s lemma %.4f of %d\n", args[i].substr(args[i].rfind('/') + 1).c_str(),
                1.0 * right / all, all);
    if (std::getenv("ERRORS") == nullptr) continue;
    for (const auto& [what, n] : errors) std::printf("%5d %s\n", n, what.c_str());
  }
  return 0;
}
}  // namespace
}  // namespace sayso::train

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() >= 2 && args[0] == "list")
    return sayso::train::list({args.begin() + 1, args.end()});
  if (args.size() >= 3 && args[0] == "score")
    return sayso::train::score({args.begin() + 1, args.end()});
  std::fprintf(stderr, "usage: train_lemmas list FILE... | score LEXICON FILE...\n");
  return 2;
}
