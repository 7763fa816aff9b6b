// Trains and scores the judgements of attribute/.
//
//   attribution_train train PREFIX OUT       all reports of PREFIX -> the model file OUT
//   attribution_train show PREFIX            the same, and lists what it got wrong
//   attribution_train check PREFIX           trains on four fifths, scores on the fifth left out
//
// The model judges in steps (attribute/judgement.h), each taught what the marks of the reports say
// was right. The last step, whether to keep a hypothesis, must know how reliable the steps before
// it are on new text; so for it each report is read with steps taught on other reports.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

#include "attribute/content.h"
#include "attribute/context.h"
#include "attribute/cue.h"
#include "attribute/cue_lexicon.h"
#include "attribute/hypothesis.h"
#include "attribute/judgement.h"
#include "attribute/make_attribution.h"
#include "attribute/select.h"
#include "attribute/source.h"
#include "attribute/weights.h"
#include "attribution_data.h"
#include "attribution_learn.h"
#include "core/resource.h"

namespace sayso::train {
namespace {
constexpr std::size_t kFolds = 5;
constexpr int kEpochs = 6;

// --- what the marks say --------------------------------------------------------------------------

// The attribution whose cue holds the word, or null.
const Gold* gold_of(const Marked& m, const Context& context, const Cue& cue) {
  for (const Gold& gold : m.gold) {
    if (overlap(gold.cue, context.token(cue.head).span)) return &gold;
  }
  return nullptr;
}

bool inside_content(const Marked& m, Span span) {
  for (const Gold& gold : m.gold) {
    if (overlap(gold.content, span)) return true;
  }
  return false;
}

// Nobody marked what lies inside another's words, or outside the report proper. Of quoted words
// that nobody is marked as saying, `select` keeps nothing.
bool unmarked(const Marked& m, const Context& context, const Cue& cue) {
  const Span head = context.token(cue.head).span;
  return inside_content(m, head) || overlap(m.discard, head) || context.in_quotation(cue.head);
}

// Which tokens near the cue a list of spans covers.
class Covered {
 public:
  Covered(const Context& context, const std::vector<Span>& spans)
      : context_(context), spans_(spans) {}
  bool at(TokenIndex i) const { return overlap(spans_, context_.token(i).span); }
  std::uint32_t count(TokenRange range) const {
    std::uint32_t n = 0;
    for (TokenIndex i = range.first; i < range.last; ++i) n += at(i) ? 1U : 0U;
    return n;
  }
  std::uint32_t words(TokenRange range) const {
    std::uint32_t n = 0;
    for (TokenIndex i = range.first; i < range.last; ++i) {
      n += at(i) && context_.token(i).shape != WordShape::punctuation ? 1U : 0U;
    }
    return n;
  }

 private:
  const Context& context_;
  const std::vector<Span>& spans_;
};

// The option that the marked source begins in, or the first that shares a word with it.
std::ptrdiff_t right_source(const Context& context, const Gold& gold,
                            const SourceOptions& options) {
  if (gold.source.empty()) return 0;
  const Covered covered(context, gold.source);
  std::ptrdiff_t best = -1;
  for (std::size_t i = 1; i < options.all().size(); ++i) {
    const SourceOption& option = options.all()[i];
    if (covered.count(option.phrase) == 0) continue;
    // The leftmost phrase of "the leader of the union" is its head.
    if (best < 0 ||
        option.phrase.first < options.all()[static_cast<std::size_t>(best)].phrase.first)
      best = static_cast<std::ptrdiff_t>(i);
  }
  return best;
}

std::size_t nearest(std::span<const TokenIndex> positions, TokenIndex to) {
  const auto distance = [&](TokenIndex i) { return i < to ? to - i : i - to; };
  std::size_t best = 0;
  for (std::size_t i = 1; i < positions.size(); ++i) {
    if (distance(positions[i]) < distance(positions[best])) best = i;
  }
  return best;
}

// --- lessons -------------------------------------------------------------------------------------

struct Lessons {
  std::vector<YesNo> cues = {}, carries = {}, keeps = {};
  std::vector<BestOf> sources = {}, layouts = {}, left_begins = {}, right_begins = {},
                      right_ends = {};
};

template <typename Add>
BestOf best_of(std::size_t count, std::size_t best, const Add& add) {
  BestOf lesson{.best = best};
  Features features;
  for (std::size_t i = 0; i < count; ++i) {
    features.clear();
    add(i, features);
    lesson.options.push_back(copy_of(features));
  }
  return lesson;
}

void teach_layout(const Context& context, const Frame& frame, Layout right, Lessons& lessons) {
  BestOf lesson;
  Features features;
  for (std::size_t i = 0; i < kLayoutCount; ++i) {
    const auto layout = static_cast<Layout>(i);
    if (!layout_possible(context, frame, layout)) continue;
    if (layout == right) lesson.best = lesson.options.size();
    features.clear();
    add_layout_features(context, frame, layout, features);
    lesson.options.push_back(copy_of(features));
  }
  lessons.layouts.push_back(std::move(lesson));
}

void teach_content(const Context& context, const Frame& frame, const Gold& gold, Lessons& lessons) {
  const Covered content(context, gold.content);
  const bool left = content.words(frame.left) > 0;
  const bool right = content.words(frame.right) > 0;
  const Layout layout = left && right ? Layout::both
                        : left        ? Layout::left
                        : right       ? Layout::right
                                      : Layout::next;
  if (!layout_possible(context, frame, layout)) return;
  teach_layout(context, frame, layout, lessons);
  Hypothesis h{.frame = frame, .layout = layout};
  if (left) {
    const Positions begins = left_begins(context, frame);
    TokenIndex first = frame.left.first;
    while (!content.at(first)) ++first;
    const std::size_t best = nearest(begins.all(), first);
    lessons.left_begins.push_back(
        best_of(begins.all().size(), best, [&](std::size_t i, Features& f) {
          add_left_begin_features(context, frame, begins.all()[i], f);
        }));
    h.left = {begins.all()[best], frame.left.last};
  }
  if (right) {
    const Positions begins = right_begins(context, frame);
    TokenIndex first = frame.right.first;
    while (!content.at(first)) ++first;
    TokenIndex last = frame.right.last;
    while (!content.at(last - 1)) --last;
    const std::size_t best = nearest(begins.all(), first);
    lessons.right_begins.push_back(
        best_of(begins.all().size(), best, [&](std::size_t i, Features& f) {
          add_right_begin_features(context, frame, begins.all()[i], f);
        }));
    const TokenIndex begin = begins.all()[best];
    if (begin >= last) return;
    const Positions ends = right_ends(context, frame, begin);
    const std::size_t best_end = nearest(ends.all(), last);
    lessons.right_ends.push_back(
        best_of(ends.all().size(), best_end, [&](std::size_t i, Features& f) {
          add_right_end_features(context, frame, begin, ends.all()[i], f);
        }));
    h.right = {begin, ends.all()[best_end]};
  }
  complete_quotations(context, h);
  Carry carry;
  Features features;
  while (h.carried < 16 && find_carry(context, h, carry)) {
    features.clear();
    add_carry_features(context, h, carry, features);
    const bool yes = content.count(carry.tokens) * 2 > carry.tokens.size();
    lessons.carries.push_back({copy_of(features), yes});
    if (!yes) break;
    take_carry(context, h, carry);
  }
}

void teach_steps(const Marked& m, const CueLexicon& lexicon, Lessons& lessons) {
  const Context context(m.report, m.analysis);
  Features features;
  for (const Cue& cue : find_cues(context, lexicon)) {
    if (unmarked(m, context, cue)) continue;
    const Gold* gold = gold_of(m, context, cue);
    features.clear();
    add_cue_features(context, cue, features);
    lessons.cues.push_back({copy_of(features), gold != nullptr});
    if (gold == nullptr) continue;
    const SourceOptions options = find_source_options(context, cue);
    const std::ptrdiff_t source = right_source(context, *gold, options);
    if (source < 0) continue;
    const auto best = static_cast<std::size_t>(source);
    lessons.sources.push_back(best_of(options.all().size(), best, [&](std::size_t i, Features& f) {
      add_source_features(context, cue, options.all()[i], f);
    }));
    teach_content(context, make_frame(context, cue, options.all()[best]), *gold, lessons);
  }
}

// --- scores, as bench/score_attribution.py defines them
// --------------------------------------------

std::uint32_t letters(const std::string& text, Span span) {
  std::uint32_t n = 0;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const char c = text[i];
    n += c == ' ' || c == '\n' || c == '\t' || c == '\r' ? 0U : 1U;
  }
  return n;
}
std::uint32_t letters(const std::string& text, const std::vector<Span>& spans) {
  std::uint32_t n = 0;
  for (const Span span : spans) n += letters(text, span);
  return n;
}
std::uint32_t shared(const std::string& text, const std::vector<Span>& a,
                     const std::vector<Span>& b) {
  std::uint32_t n = 0;
  for (const Span x : a) {
    for (const Span y : b) {
      if (x.overlaps(y)) n += letters(text, {std::max(x.begin, y.begin), std::min(x.end, y.end)});
    }
  }
  return n;
}

struct Spans {
  std::vector<Span> source = {}, cue = {}, content = {};
};
Spans spans_of(const Context& context, const Hypothesis& h) {
  const Analysis& analysis = context.analysis();
  Spans spans;
  if (!h.frame.source.empty()) spans.source = {analysis.span_of(h.frame.source)};
  if (!h.lead.empty()) spans.cue.push_back(analysis.span_of(h.lead));
  spans.cue.push_back(analysis.span_of(h.frame.cue.tokens));
  spans.content = content_spans(context, content_of(h));
  return spans;
}

struct Agreement {
  bool cue = false, source = false, content = false;
  bool all() const { return cue && source && content; }
};
Agreement compare(const std::string& text, const Spans& a, const Gold& gold) {
  Agreement agreement;
  agreement.cue = shared(text, a.cue, gold.cue) > 0;
  if (!agreement.cue) return agreement;
  agreement.source =
      a.source.empty() ? gold.source.empty() : shared(text, a.source, gold.source) > 0;
  const std::uint32_t both = shared(text, a.content, gold.content);
  agreement.content =
      both * 2 >= letters(text, a.content) + letters(text, gold.content) - both && both > 0;
  return agreement;
}

// --- hypotheses
// ------------------------------------------------------------------------------------

void teach_keep(const Marked& m, const CueLexicon& lexicon, const Weights& weights,
                Lessons& lessons) {
  const Context context(m.report, m.analysis);
  Features features;
  for (const Hypothesis& h : find_hypotheses(context, lexicon, weights)) {
    if (unmarked(m, context, h.frame.cue)) continue;
    const Spans spans = spans_of(context, h);
    bool right = false;
    for (const Gold& gold : m.gold) {
      right = right || compare(m.report.text, spans, gold).all();
    }
    features.clear();
    add_cue_features(context, h.frame.cue, features);
    add_keep_features(context, h, features);
    lessons.keeps.push_back({copy_of(features), right});
  }
}

// --- training
// --------------------------------------------------------------------------------------

struct Model {
  std::array<std::vector<std::uint16_t>, kJudgements> tables = {};

  Weights weights() const {
    Weights::Tables views;
    for (std::size_t i = 0; i < kJudgements; ++i) views[i] = tables[i];
    return Weights(views);
  }
};

Model learned(const Lessons& lessons) {
  Model model;
  const auto teach = [&](Judgement judgement, const auto& examples, unsigned bits, float rate) {
    Learner learner(rate);
    learn(learner, examples, kEpochs);
    model.tables[static_cast<std::size_t>(judgement)] = learner.table(bits);
  };
  teach(Judgement::cue, lessons.cues, 15, 0.04F);
  teach(Judgement::source, lessons.sources, 15, 0.04F);
  teach(Judgement::layout, lessons.layouts, 14, 0.08F);
  teach(Judgement::left_begin, lessons.left_begins, 13, 0.08F);
  teach(Judgement::right_begin, lessons.right_begins, 14, 0.08F);
  teach(Judgement::right_end, lessons.right_ends, 14, 0.12F);
  teach(Judgement::carry, lessons.carries, 12, 0.08F);
  teach(Judgement::keep, lessons.keeps, 15, 0.04F);
  return model;
}

using Reports = std::vector<const Marked*>;

Model train(const Reports& reports, const CueLexicon& lexicon) {
  Lessons all;
  for (const Marked* m : reports) teach_steps(*m, lexicon, all);
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    Lessons others;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      if (i % kFolds != fold) teach_steps(*reports[i], lexicon, others);
    }
    const Model model = learned(others);
    for (std::size_t i = fold; i < reports.size(); i += kFolds) {
      teach_keep(*reports[i], lexicon, model.weights(), all);
    }
  }
  std::fprintf(stderr,
               "lessons: %zu cues, %zu sources, %zu layouts, %zu left begins, %zu right begins, "
               "%zu right ends, %zu carries, %zu keeps\n",
               all.cues.size(), all.sources.size(), all.layouts.size(), all.left_begins.size(),
               all.right_begins.size(), all.right_ends.size(), all.carries.size(),
               all.keeps.size());
  return learned(all);
}

bool save(const std::string& path, const Model& model) {
  std::ofstream out(path, std::ios::binary);
  const auto write = [&](const void* data, std::size_t size) {
    out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
  };
  write(Weights::kMagic.data(), Weights::kMagic.size());
  std::vector<std::uint32_t> numbers = {Weights::kVersion};
  for (const auto& table : model.tables)
    numbers.push_back(static_cast<std::uint32_t>(table.size()));
  write(numbers.data(), numbers.size() * sizeof numbers[0]);
  for (const auto& table : model.tables) write(table.data(), table.size() * sizeof table[0]);
  return out.good();
}

// --- checking
// --------------------------------------------------------------------------------------

struct Tally {
  std::size_t gold = 0, found = 0, right = 0, no_cue = 0, no_hypothesis = 0;
  std::size_t wrong_source = 0, wrong_content = 0, wrong_both = 0;
};

void check_report(const Marked& m, const CueLexicon& lexicon, const Weights& weights,
                  const SelectOptions& options, Tally& tally) {
  const Context context(m.report, m.analysis);
  const auto hypotheses = find_hypotheses(context, lexicon, weights);
  std::vector<bool> used(m.gold.size(), false);
  std::vector<bool> has_hypothesis(m.gold.size(), false);
  for (const Hypothesis& h : hypotheses) {
    const Spans spans = spans_of(context, h);
    for (std::size_t g = 0; g < m.gold.size(); ++g) {
      if (compare(m.report.text, spans, m.gold[g]).cue) has_hypothesis[g] = true;
    }
  }
  for (const Selection& s : select(context, hypotheses, options)) {
    const Hypothesis& h = hypotheses[s.hypothesis];
    if (s.within || overlap(m.discard, context.token(h.frame.cue.head).span)) continue;
    const Spans spans = spans_of(context, h);
    ++tally.found;
    Agreement best;
    for (std::size_t g = 0; g < m.gold.size(); ++g) {
      if (used[g]) continue;
      const Agreement agreement = compare(m.report.text, spans, m.gold[g]);
      if (agreement.all()) {
        used[g] = true;
        ++tally.right;
        best = agreement;
        break;
      }
      if (agreement.cue) best = agreement;
    }
    if (!best.cue)
      ++tally.no_cue;
    else if (!best.source && !best.content)
      ++tally.wrong_both;
    else if (!best.source)
      ++tally.wrong_source;
    else if (!best.content)
      ++tally.wrong_content;
  }
  tally.gold += m.gold.size();
  for (std::size_t g = 0; g < m.gold.size(); ++g)
    tally.no_hypothesis += has_hypothesis[g] ? 0U : 1U;
}

std::string words(const std::string& text, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans)
    out += (out.empty() ? "" : " ; ") + text.substr(span.begin, span.size());
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out.empty() ? "-" : out;
}

double log_odds(std::int32_t score) { return static_cast<double>(score) / Weights::kOne; }

// One line for each thing missed, invented or found with other borders, to be read by a person.
void show(const Reports& reports, const CueLexicon& lexicon, const Weights& weights) {
  for (const Marked* m : reports) {
    const std::string& text = m->report.text;
    const Context context(m->report, m->analysis);
    const auto hypotheses = find_hypotheses(context, lexicon, weights);
    std::vector<bool> met(m->gold.size(), false);
    for (const Selection& s : select(context, hypotheses)) {
      const Hypothesis& h = hypotheses[s.hypothesis];
      const Spans spans = spans_of(context, h);
      if (overlap(m->discard, spans.cue[0])) continue;
      const Gold* near = nullptr;
      Agreement best;
      for (std::size_t g = 0; g < m->gold.size(); ++g) {
        const Agreement agreement = compare(text, spans, m->gold[g]);
        if (!agreement.cue) continue;
        near = &m->gold[g];
        best = agreement;
        met[g] = true;
      }
      if (s.within && near == nullptr) continue;
      const char* what = near == nullptr ? "INVENTED"
                         : best.all()    ? "RIGHT"
                         : best.content  ? "SOURCE"
                         : best.source   ? "CONTENT"
                                         : "BOTH";
      std::printf("%s\t%+.1f\t[%s]\t%s\t%s\t%s", what, log_odds(h.score),
                  words(text, spans.source).c_str(), words(text, spans.cue).c_str(),
                  words(text, spans.content).c_str(), m->report.outlet.value_or("").c_str());
      if (near != nullptr) {
        std::printf("\n   GOLD\t[%s]\t%s\t%s", words(text, near->source).c_str(),
                    words(text, near->cue).c_str(), words(text, near->content).c_str());
      } else {
        const Span sentence = context.sentence_of(h.frame.cue.head).span;
        std::printf("\n   TEXT\t%s", words(text, {sentence}).c_str());
      }
      std::printf("\n");
    }
    for (std::size_t g = 0; g < m->gold.size(); ++g) {
      if (met[g]) continue;
      const Gold& gold = m->gold[g];
      const Hypothesis* near = nullptr;
      for (const Hypothesis& h : hypotheses) {
        if (compare(text, spans_of(context, h), gold).cue) near = &h;
      }
      std::printf("MISSED\t%+.1f\t[%s]\t%s\t%s\t%s\n", near ? log_odds(near->score) : -99.0,
                  words(text, gold.source).c_str(), words(text, gold.cue).c_str(),
                  words(text, gold.content).c_str(), m->report.outlet.value_or("").c_str());
    }
  }
}

void check(const Reports& reports, const CueLexicon& lexicon, const Weights& weights) {
  const auto ratio = [](std::size_t a, std::size_t b) {
    return b == 0 ? 0.0 : static_cast<double>(a) / static_cast<double>(b);
  };
  for (const int eighths : {-8, -4, -2, 0, 1, 2, 4, 8}) {
    SelectOptions options;
    options.keep = eighths * Weights::kOne / 8;
    Tally t;
    for (const Marked* m : reports) check_report(*m, lexicon, weights, options, t);
    const double p = ratio(t.right, t.found);
    const double r = ratio(t.right, t.gold);
    std::printf(
        "keep from %5.2f: P %.3f R %.3f F1 %.3f; of %zu marked %zu have no hypothesis; of "
        "%zu found %zu are no cues, %zu have another source, %zu content, %zu both\n",
        eighths / 8.0, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0.0, t.gold, t.no_hypothesis,
        t.found, t.no_cue, t.wrong_source, t.wrong_content, t.wrong_both);
  }
}

int run(int argc, char** argv) {
  const std::string command = argc > 2 ? argv[1] : "";
  const CueLexicon lexicon(resource("lexicons/cues.tsv"));
  if (command == "train" && argc == 4) {
    const auto marked = load_marked(argv[2]);
    Reports reports;
    for (const Marked& m : marked) reports.push_back(&m);
    return save(argv[3], train(reports, lexicon)) ? 0 : 1;
  }
  if ((command == "check" || command == "show") && argc == 3) {
    const auto marked = load_marked(argv[2]);
    Reports taught, held_out;
    for (std::size_t i = 0; i < marked.size(); ++i) {
      (i % 5 == 2 ? held_out : taught).push_back(&marked[i]);
    }
    const Model model = train(taught, lexicon);
    if (command == "check") check(held_out, lexicon, model.weights());
    if (command == "show") show(held_out, lexicon, model.weights());
    return 0;
  }
  std::fprintf(stderr, "usage: attribution_train train PREFIX OUT | check PREFIX\n");
  return 2;
}
}  // namespace
}  // namespace sayso::train

int main(int argc, char** argv) { return sayso::train::run(argc, argv); }
