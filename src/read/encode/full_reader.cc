#include "read/encode/full_reader.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "read/encode/encoder.h"
#include "read/encode/heads.h"
#include "read/encode/sayings.h"
#include "read/encode/tree.h"
#include "read/encode/windows.h"
#include "read/encode/word_piece.h"

namespace sayso {
namespace {
enum Gap : std::uint8_t { kNoGap, kSpace, kLine, kParagraph };

// What parts a token from the one before it.
Gap gap_between(std::string_view text, Span before, Span token) {
  const std::string_view between = text.substr(before.end, token.begin - before.end);
  const auto lines = std::count(between.begin(), between.end(), '\n');
  if (lines > 1) return kParagraph;
  if (lines == 1) return kLine;
  return between.empty() ? kNoGap : kSpace;
}

// The kind of "B-PER" and "I-PER".
NameKind name_kind(std::string_view label) {
  if (label.size() < 3) return NameKind::none;
  const std::string_view kind = label.substr(2);
  if (kind == "PER") return NameKind::person;
  if (kind == "ORG") return NameKind::organization;
  return kind == "LOC" ? NameKind::place : NameKind::other;
}

// What one report needs, used again by the next.
struct Workspace {
  std::vector<PieceId> ids = {};          // of all tokens
  std::vector<std::uint32_t> first = {};  // of each token, its first in `ids`; and the end
  std::vector<std::uint8_t> sizes = {};   // of each token
  std::vector<Piece> pieces = {};         // of a window
  EncoderWorkspace encoder = {};
  std::vector<float> hidden = {}, words = {};
  Heads::Scores scores = {};
  TreeFinder trees = {};
  SayingDecoder decoder = {};
  std::vector<std::uint32_t> relations = {};
  std::vector<bool> begins = {};  // whether a sentence begins at each token
};
}  // namespace

struct FullReader::Parts {
  ModelFile model;
  WordPiece word_piece;
  Encoder encoder;
  Heads heads;
  std::vector<Upos> upos = {};       // by label
  std::vector<Tag> tags = {};        // by label
  std::vector<NameKind> names = {};  // by label
  std::mutex mutex = {};
  std::vector<std::unique_ptr<Workspace>> idle = {};

  std::unique_ptr<Workspace> borrow() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<Workspace>();
    auto workspace = std::move(idle.back());
    idle.pop_back();
    return workspace;
  }
  void give_back(std::unique_ptr<Workspace> workspace) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(workspace));
  }
};

namespace {
// Reads one report, a window at a time.
class ReportReader {
 public:
  ReportReader(const Report& report, const FullReader::Parts& parts, Workspace& work,
               Analysis& analysis)
      : text_(report.text), parts_(parts), work_(work), analysis_(analysis) {}

  void read() {
    make_pieces();
    mark_begins();
    analysis_.dependencies.resize(analysis_.tokens.size());
    const auto limit = static_cast<std::uint32_t>(parts_.encoder.shape().most_pieces());
    for (const Window& window : make_windows(analysis_.sentences, work_.sizes, limit)) {
      encode(window);
      set_tags(window);
      set_names(window);
      move_begins(window);
      set_trees(window);
      mark_paragraphs(window);
      find_sayings(parts_.heads, work_.scores, window, work_.decoder, analysis_.sayings);
    }
    cut_sentences();
  }

 private:
  void make_pieces() {
    work_.ids.clear();
    work_.first.assign(1, 0);
    work_.sizes.clear();
    for (const Token& token : analysis_.tokens) {
      parts_.word_piece.append(slice(text_, token.span), work_.ids);
      const auto end = static_cast<std::uint32_t>(work_.ids.size());
      work_.sizes.push_back(static_cast<std::uint8_t>(end - work_.first.back()));
      work_.first.push_back(end);
    }
  }

  void mark_begins() {
    work_.begins.assign(analysis_.tokens.size(), false);
    for (const Sentence& s : analysis_.sentences) work_.begins[s.tokens.first] = true;
  }

  void encode(const Window& window) {
    work_.pieces.clear();
    for (TokenIndex t = window.tokens.first; t < window.tokens.last; ++t) {
      const Token& token = analysis_.tokens[t];
      const Gap gap = t == window.tokens.first
                          ? kParagraph
                          : gap_between(text_, analysis_.tokens[t - 1].span, token.span);
      for (std::uint32_t i = work_.first[t]; i < work_.first[t + 1]; ++i) {
        work_.pieces.push_back({work_.ids[i], static_cast<std::uint8_t>(token.shape), gap});
      }
    }
    const auto size = static_cast<std::uint32_t>(work_.pieces.size());
    parts_.encoder.encode(work_.pieces, {&size, 1}, work_.encoder, work_.hidden);
    // A word is its first piece.
    const std::size_t width = parts_.encoder.shape().width;
    work_.words.resize(window.tokens.size() * width);
    const std::uint32_t base = work_.first[window.tokens.first];
    for (TokenIndex t = window.tokens.first; t < window.tokens.last; ++t) {
      std::copy_n(work_.hidden.data() + (work_.first[t] - base) * width, width,
                  work_.words.data() + (t - window.tokens.first) * width);
    }
    parts_.heads.score(parts_.encoder.kernels(),
                       {work_.words.data(), window.tokens.size(), width, width}, work_.scores);
  }

  std::size_t best(WordPart part, const Window& window, TokenIndex t) const {
    return best_of(work_.scores.of(part, t - window.tokens.first));
  }

  void set_tags(const Window& window) {
    for (TokenIndex t = window.own.first; t < window.own.last; ++t) {
      Token& token = analysis_.tokens[t];
      token.tag = parts_.tags[best(WordPart::xpos, window, t)];
      analysis_.dependencies[t].upos = parts_.upos[best(WordPart::upos, window, t)];
    }
  }

  void set_names(const Window& window) {
    work_.decoder.labels.resize(window.tokens.size(), parts_.names.size());
    for (std::size_t w = 0; w < window.tokens.size(); ++w) {
      std::ranges::copy(work_.scores.of(WordPart::name, w), work_.decoder.labels.row(w).begin());
    }
    const auto labels = work_.decoder.labels.decode();
    for (TokenIndex t = window.own.first; t < window.own.last; ++t) {
      const std::uint8_t label = labels[t - window.tokens.first];
      analysis_.tokens[t].name = parts_.names[label];
      analysis_.tokens[t].name_begins = label != 0 && begins(label);
    }
  }

  // Within running prose the model may part a sentence, or join two, where it is sure: it has
  // learned from the web, where marks are missing; where there are marks, the rules know them.
  void move_begins(const Window& window) {
    constexpr float kKeep = 0.03F;  // chosen on the treebanks: sentences and trees of both gain
    constexpr float kAdd = 0.5F;
    for (TokenIndex t = window.own.first + 1; t < window.own.last; ++t) {
      const Sentence& here = analysis_.sentences[analysis_.tokens[t].sentence];
      const Sentence& before = analysis_.sentences[analysis_.tokens[t - 1].sentence];
      const bool prose = here.kind == SentenceKind::prose && before.kind == SentenceKind::prose;
      if (here.paragraph != before.paragraph || !prose) continue;
      if (!work_.begins[t] && is_after_comma(t)) continue;
      const float sure = share_of(work_.scores.of(WordPart::start, t - window.tokens.first), 1);
      work_.begins[t] = sure > (work_.begins[t] ? kKeep : kAdd);
    }
  }

  // '..., " she said': a sentence goes on.
  bool is_after_comma(TokenIndex t) const {
    TokenIndex before = t - 1;
    while (before > 0 && analysis_.tokens[before].tag == Tag::close_quote) --before;
    return analysis_.tokens[before].tag == Tag::comma;
  }

  void mark_paragraphs(const Window& window) {
    auto& begins = work_.decoder.paragraph_begins;
    begins.assign(window.tokens.size(), false);
    const auto paragraph_of = [&](TokenIndex t) {
      return analysis_.sentences[analysis_.tokens[t].sentence].paragraph;
    };
    for (TokenIndex t = window.tokens.first + 1; t < window.tokens.last; ++t) {
      begins[t - window.tokens.first] = paragraph_of(t) != paragraph_of(t - 1);
    }
  }

  void set_trees(const Window& window) {
    TokenIndex first = window.own.first;
    for (TokenIndex t = first + 1; t <= window.own.last; ++t) {
      if (t < window.own.last && !work_.begins[t]) continue;
      set_tree(window, {first, t});
      first = t;
    }
  }

  void set_tree(const Window& window, TokenRange sentence) {
    const Kernels& kernels = parts_.encoder.kernels();
    const std::size_t first = sentence.first - window.tokens.first;
    const auto heads = work_.trees.find(
        parts_.heads.arcs(kernels, work_.scores, first, sentence.size()), sentence.size());
    parts_.heads.relations(kernels, work_.scores, first, heads, work_.relations);
    for (std::uint32_t i = 0; i < sentence.size(); ++i) {
      Dependency& d = analysis_.dependencies[sentence.first + i];
      const bool root = heads[i] == 0;
      d.head = root ? sentence.first + i : sentence.first + heads[i] - 1;
      d.relation = root ? "root" : parts_.heads.relations()[work_.relations[i]];
      // "The 12 people injured": what describes its noun without a pronoun is no past tense.
      Token& token = analysis_.tokens[sentence.first + i];
      if (d.relation == "acl" && token.tag == Tag::VBD) token.tag = Tag::VBN;
    }
    // What goes on from a window that was full hangs on the root there.
    if (work_.begins[sentence.first]) {
      root_ = root_of(sentence);
    } else {
      Dependency& d = analysis_.dependencies[root_of(sentence)];
      d.head = root_;
      d.relation = "parataxis";
    }
  }

  TokenIndex root_of(TokenRange sentence) const {
    for (TokenIndex t = sentence.first; t < sentence.last; ++t) {
      if (analysis_.dependencies[t].head == t) return t;
    }
    return sentence.first;
  }

  // The sentences again, as they begin now.
  void cut_sentences() {
    std::vector<Sentence> cut;
    cut.reserve(analysis_.sentences.size());
    for (const Sentence& s : analysis_.sentences) {
      for (TokenIndex t = s.tokens.first; t < s.tokens.last; ++t) {
        if (work_.begins[t]) cut.push_back({{}, {t, t}, s.paragraph, s.kind});
        Sentence& last = cut.back();
        last.tokens.last = t + 1;
        last.span = analysis_.span_of(last.tokens);
        analysis_.tokens[t].sentence = static_cast<std::uint32_t>(cut.size() - 1);
      }
    }
    analysis_.sentences = std::move(cut);
  }

  std::string_view text_;
  const FullReader::Parts& parts_;
  Workspace& work_;
  Analysis& analysis_;
  TokenIndex root_ = 0;  // of the sentence being read
};
}  // namespace

FullReader::FullReader(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FullReader::~FullReader() = default;
FullReader::FullReader(FullReader&&) noexcept = default;
FullReader& FullReader::operator=(FullReader&&) noexcept = default;

Result<FullReader> FullReader::in(ModelFile model) {
  auto word_piece = WordPiece::in(model);
  if (!word_piece) return word_piece.error();
  auto encoder = Encoder::in(model);
  if (!encoder) return encoder.error();
  auto heads = Heads::in(model, encoder->shape().width);
  if (!heads) return heads.error();
  std::vector<Upos> upos;
  for (const std::string_view label : heads->upos()) {
    const auto parsed = parse_upos(label);
    if (!parsed) return model.damaged("wrong in the labels of upos");
    upos.push_back(*parsed);
  }
  std::vector<Tag> tags;
  for (const std::string_view label : heads->xpos()) {
    const auto parsed = parse_tag(label);
    if (!parsed) return model.damaged("wrong in the labels of xpos");
    tags.push_back(*parsed);
  }
  std::vector<NameKind> names;
  if (heads->names().size() % 2 == 0) return model.damaged("wrong in the labels of name");
  for (const std::string_view label : heads->names()) names.push_back(name_kind(label));
  // What the parts view lies in the mapping, which does not move with `model`.
  return FullReader(std::unique_ptr<Parts>(new Parts{.model = std::move(model),
                                                     .word_piece = std::move(*word_piece),
                                                     .encoder = std::move(*encoder),
                                                     .heads = std::move(*heads),
                                                     .upos = std::move(upos),
                                                     .tags = std::move(tags),
                                                     .names = std::move(names)}));
}

void FullReader::read(const Report& report, Analysis& analysis) const {
  auto workspace = parts_->borrow();
  ReportReader(report, *parts_, *workspace, analysis).read();
  parts_->give_back(std::move(workspace));
}

}  // namespace sayso
