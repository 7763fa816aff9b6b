#include "read/encode/heads.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace sayso {
namespace {
constexpr std::array<std::string_view, kWordParts> kPartNames = {
    "upos",          "xpos",          "name",      "start",
    "cue",           "arc_dependent", "arc_head",  "relation_dependent",
    "relation_head", "pair_cue",      "pair_word", "match_cue",
    "match_word"};

constexpr std::size_t kMostPair = 256;  // numbers of a word in the scoring of a pair

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Eight sums side by side: one order, whatever the compiler makes of it.
float dot(std::span<const float> a, std::span<const float> b) {
  std::array<float, 8> sums = {};
  std::size_t i = 0;
  for (; i + 8 <= a.size(); i += 8) {
    for (std::size_t k = 0; k < 8; ++k) sums[k] += a[i + k] * b[i + k];
  }
  for (std::size_t k = 0; i < a.size(); ++i, ++k) sums[k] += a[i] * b[i];
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

void copy_positive(std::span<const float> from, float* to) {
  for (std::size_t i = 0; i < from.size(); ++i) to[i] = std::max(from[i], 0.0F);
}
}  // namespace

std::size_t distance_bucket(std::int64_t distance) {
  constexpr std::array<std::int64_t, 7> kCoarse = {12, 17, 23, 33, 46, 65, 91};
  const std::int64_t size = distance < 0 ? -distance : distance;
  std::int64_t steps = std::min<std::int64_t>(size, 8);
  for (const std::int64_t least : kCoarse) steps += size >= least ? 1 : 0;
  return static_cast<std::size_t>(16 + (distance < 0 ? -steps : steps));
}

float share_of(std::span<const float> scores, std::size_t label) {
  // In double: the C library's last bit differs between processors, and is rounded away.
  double sum = 0;
  for (const float score : scores) sum += std::exp(double{score} - double{scores[label]});
  return static_cast<float>(1 / sum);
}

std::size_t best_of(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// "upos 17": what each output of head.words is, in order.
std::optional<Error> Heads::read_parts(const ModelFile& model) {
  const auto text = model.text("head.words.parts");
  if (!text) return text.error();
  std::size_t at = 0;
  const auto lines = lines_of(*text);
  if (lines.size() != kWordParts) return model.damaged("wrong in the parts of head.words");
  for (std::size_t i = 0; i < kWordParts; ++i) {
    const std::string_view line = lines[i];
    const std::size_t space = std::min(line.find(' '), line.size() - 1);
    std::size_t count = 0;
    const auto read = std::from_chars(line.data() + space + 1, line.data() + line.size(), count);
    if (line.substr(0, space) != kPartNames[i] || read.ec != std::errc() || count == 0 ||
        count > words_.outputs()) {
      return model.damaged("wrong in the parts of head.words");
    }
    parts_[i] = {at, count};
    at += count;
  }
  const std::size_t pair = size(WordPart::pair_cue);
  const bool fit = at == words_.outputs() && pair <= kMostPair &&
                   size(WordPart::pair_word) == pair && size(WordPart::match_cue) == pair &&
                   size(WordPart::match_word) == pair && size(WordPart::start) == 2 &&
                   size(WordPart::cue) == 3;
  if (!fit) return model.damaged("wrong in the parts of head.words");
  return std::nullopt;
}

std::optional<Error> Heads::read_labels(const ModelFile& model) {
  struct Row {
    const char* name;
    std::size_t size;  // 0: any
    std::vector<std::string_view>& labels;
  };
  for (const Row& row :
       {Row{"upos", size(WordPart::upos), upos_}, Row{"xpos", size(WordPart::xpos), xpos_},
        Row{"name", size(WordPart::name), names_}, Row{"relation", 0, relations_}}) {
    const auto text = model.text(std::string("labels.") + row.name);
    if (!text) return text.error();
    row.labels = lines_of(*text);
    if (row.labels.empty() || (row.size > 0 && row.labels.size() != row.size)) {
      return model.damaged(std::string("wrong in the labels of ") + row.name);
    }
  }
  return std::nullopt;
}

std::optional<Error> Heads::read_linears(const ModelFile& model) {
  const auto arc =
      linear(model, "head.arc", size(WordPart::arc_head), size(WordPart::arc_dependent));
  if (!arc) return arc.error();
  arc_ = *arc;
  // An output for each label and number of the head, and one more for the label alone.
  const auto relation =
      linear(model, "head.relation", relations_.size() * (size(WordPart::relation_head) + 1),
             size(WordPart::relation_dependent));
  if (!relation) return relation.error();
  relation_ = *relation;
  return std::nullopt;
}

std::optional<Error> Heads::read_floats(const ModelFile& model) {
  const std::size_t pair = size(WordPart::pair_cue);
  const auto read = [&](const char* name, Dims dims, std::span<const float>& out) {
    const auto found = model.floats(name, dims);
    if (!found) return std::optional(found.error());
    out = *found;
    return std::optional<Error>();
  };
  if (auto e = read("head.root.arc", {size(WordPart::arc_head)}, root_arc_)) return e;
  if (auto e = read("head.root.relation", {size(WordPart::relation_head)}, root_relation_)) {
    return e;
  }
  if (auto e = read("head.pair.distance", {kDistances, pair}, pair_distance_)) return e;
  if (auto e = read("head.pair.role", {kRoles, pair}, pair_role_)) return e;
  if (auto e = read("head.match.role", {kRoles, pair}, match_role_)) return e;
  return read("head.pair.role.bias", {kRoles}, pair_bias_);
}

Result<Heads> Heads::in(const ModelFile& model, std::size_t width) {
  Heads heads;
  const auto words = linear(model, "head.words", width);
  if (!words) return words.error();
  heads.words_ = *words;
  if (auto e = heads.read_parts(model)) return *e;
  if (auto e = heads.read_labels(model)) return *e;
  if (auto e = heads.read_linears(model)) return *e;
  if (auto e = heads.read_floats(model)) return *e;
  return heads;
}

std::span<const float> Heads::Scores::of(WordPart part, std::size_t word) const {
  const Part& p = heads_->parts_[static_cast<std::size_t>(part)];
  return {values_.data() + word * heads_->words_.outputs() + p.first, p.count};
}

void Heads::score(const Kernels& kernels, const FloatRows& hidden, Scores& out) const {
  out.heads_ = this;
  out.words_ = hidden.rows;
  const std::size_t outputs = words_.outputs();
  out.bytes_.assign(kernels, hidden);
  apply(kernels, words_, out.bytes_.rows(),
        {out.values_.reserve(hidden.rows * outputs), hidden.rows, outputs, outputs});
}

std::span<const float> Heads::arcs(const Kernels& kernels, Scores& scores, std::size_t first,
                                   std::size_t count) const {
  const std::size_t dependent = size(WordPart::arc_dependent);
  const std::size_t head = size(WordPart::arc_head);
  float* const rows = scores.rows_.reserve(count * dependent);
  float* const candidates = scores.mixed_.reserve(count * head);
  for (std::size_t i = 0; i < count; ++i) {
    copy_positive(scores.of(WordPart::arc_dependent, first + i), rows + i * dependent);
    copy_positive(scores.of(WordPart::arc_head, first + i), candidates + i * head);
  }
  scores.bytes_.assign(kernels, {rows, count, dependent, dependent});
  float* const made = scores.dependents_.reserve(count * head);
  apply(kernels, arc_, scores.bytes_.rows(), {made, count, head, head});
  scores.arcs_.resize(count * (count + 1));
  for (std::size_t i = 0; i < count; ++i) {
    const std::span<const float> row(made + i * head, head);
    float* const out = scores.arcs_.data() + i * (count + 1);
    out[0] = dot(row, root_arc_);
    for (std::size_t j = 0; j < count; ++j) out[1 + j] = dot(row, {candidates + j * head, head});
  }
  return scores.arcs_;
}

void Heads::relations(const Kernels& kernels, Scores& scores, std::size_t first,
                      std::span<const std::uint32_t> heads, std::vector<std::uint32_t>& out) const {
  const std::size_t dependent = size(WordPart::relation_dependent);
  const std::size_t head = size(WordPart::relation_head);
  const std::size_t outputs = relation_.outputs();
  const std::size_t count = heads.size();
  float* const rows = scores.rows_.reserve(count * dependent);
  for (std::size_t i = 0; i < count; ++i) {
    copy_positive(scores.of(WordPart::relation_dependent, first + i), rows + i * dependent);
  }
  scores.bytes_.assign(kernels, {rows, count, dependent, dependent});
  float* const mixed = scores.mixed_.reserve(count * outputs);
  apply(kernels, relation_, scores.bytes_.rows(), {mixed, count, outputs, outputs});
  std::vector<float> candidate(head);
  out.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::span<const float> above = root_relation_;
    if (heads[i] > 0) {
      copy_positive(scores.of(WordPart::relation_head, first + heads[i] - 1), candidate.data());
      above = candidate;
    }
    float best = 0;
    for (std::size_t label = 0; label < relations_.size(); ++label) {
      const float* const row = mixed + i * outputs + label * (head + 1);
      const float score = dot(above, {row, head}) + row[head];
      if (label > 0 && score <= best) continue;
      best = score;
      out[i] = static_cast<std::uint32_t>(label);
    }
  }
}

std::array<float, kRoles> Heads::roles(const Scores& scores, std::size_t cue, std::size_t cue_end,
                                       std::size_t word) const {
  const auto distance_to = [&](std::size_t at) {
    return static_cast<std::int64_t>(word) - static_cast<std::int64_t>(at);
  };
  const std::int64_t distance =
      word < cue ? distance_to(cue) : std::max<std::int64_t>(0, distance_to(cue_end - 1));
  const auto a = scores.of(WordPart::pair_cue, cue);
  const auto b = scores.of(WordPart::pair_word, word);
  const auto c = pair_distance_.subspan(distance_bucket(distance) * a.size(), a.size());
  const auto d = scores.of(WordPart::match_cue, cue);
  const auto e = scores.of(WordPart::match_word, word);
  const std::size_t size = a.size();
  std::array<float, kMostPair> sums, products;
  for (std::size_t i = 0; i < size; ++i) {
    sums[i] = std::max((a[i] + b[i]) + c[i], 0.0F);
    products[i] = d[i] * e[i];
  }
  std::array<float, kRoles> out;
  for (std::size_t r = 0; r < kRoles; ++r) {
    out[r] = (dot({sums.data(), size}, pair_role_.subspan(r * size, size)) +
              dot({products.data(), size}, match_role_.subspan(r * size, size))) +
             pair_bias_[r];
  }
  return out;
}

}  // namespace sayso
