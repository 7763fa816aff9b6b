// Heads: hidden states of words -> scores of tags, arcs, relations and roles.
//
// The parser is biaffine (Dozat and Manning 2017); a word's role for a cue is scored from the two
// words, how they match and how far they stand apart: every cue gets its own source and content.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "read/encode/buffer.h"
#include "read/encode/kernels.h"
#include "read/encode/linear.h"
#include "read/encode/model_file.h"

namespace sayso {

// What one Linear gives for every word: scores of tags, and vectors for the steps that follow.
enum class WordPart : std::uint8_t {
  upos,
  xpos,
  name,
  start,  // of a sentence: no, yes
  cue,    // none, begins, goes on
  arc_dependent,
  arc_head,
  relation_dependent,
  relation_head,
  pair_cue,
  pair_word,
  match_cue,
  match_word
};
inline constexpr std::size_t kWordParts = 13;

// What a word is to a cue: none, source (begins, goes on), content (begins, goes on); see bio.h.
inline constexpr std::size_t kRoles = 5;

class Heads {
 public:
  static Result<Heads> in(const ModelFile& model, std::size_t width);

  // Scores of words in a window; storage that is used again.
  class Scores {
   public:
    std::span<const float> of(WordPart part, std::size_t word) const;
    std::size_t words() const { return words_; }

   private:
    friend class Heads;
    const Heads* heads_ = nullptr;
    std::size_t words_ = 0;
    Buffer<float> values_ = {};
    QuantisedRows bytes_ = {};
    // For words [first, first + count) of a sentence:
    Buffer<float> rows_ = {}, dependents_ = {}, mixed_ = {};
    std::vector<float> arcs_ = {};
  };

  // `hidden`: a row a word.
  void score(const Kernels& kernels, const FloatRows& hidden, Scores& out) const;

  // Words [first, first + count) are a sentence: a row of 1 + count scores for each, the root
  // first.
  std::span<const float> arcs(const Kernels& kernels, Scores& scores, std::size_t first,
                              std::size_t count) const;
  // The number of the likeliest relation of each word to its head (0 the root, else 1 + a number
  // within the sentence).
  void relations(const Kernels& kernels, Scores& scores, std::size_t first,
                 std::span<const std::uint32_t> heads, std::vector<std::uint32_t>& out) const;
  // The scores of what `word` is to the cue [cue, cue_end).
  std::array<float, kRoles> roles(const Scores& scores, std::size_t cue, std::size_t cue_end,
                                  std::size_t word) const;

  // Labels by number, in the model file.
  const std::vector<std::string_view>& upos() const { return upos_; }
  const std::vector<std::string_view>& xpos() const { return xpos_; }
  const std::vector<std::string_view>& relations() const { return relations_; }
  const std::vector<std::string_view>& names() const { return names_; }

 private:
  struct Part {
    std::size_t first = 0;
    std::size_t count = 0;
  };
  // What is wrong, if anything is.
  std::optional<Error> read_parts(const ModelFile& model);
  std::optional<Error> read_labels(const ModelFile& model);
  std::optional<Error> read_linears(const ModelFile& model);
  std::optional<Error> read_floats(const ModelFile& model);
  std::size_t size(WordPart part) const { return parts_[static_cast<std::size_t>(part)].count; }

  Linear words_ = {}, arc_ = {}, relation_ = {};
  std::array<Part, kWordParts> parts_ = {};
  std::span<const float> root_arc_ = {}, root_relation_ = {};
  std::span<const float> pair_distance_ = {}, pair_role_ = {}, pair_bias_ = {};
  std::span<const float> match_role_ = {};
  std::vector<std::string_view> upos_ = {}, xpos_ = {}, relations_ = {}, names_ = {};
};

// A signed distance in words as one of 33 buckets: exact up to 8 words, then coarser.
inline constexpr std::size_t kDistances = 33;
std::size_t distance_bucket(std::int64_t distance);

// The probability of `label`: its share among the exponentials of the scores.
float share_of(std::span<const float> scores, std::size_t label);

// The number of the highest score, the first of equals.
std::size_t best_of(std::span<const float> scores);

}  // namespace sayso
