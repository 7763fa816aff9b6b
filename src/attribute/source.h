// Cue -> the words that may be its source, each to be judged.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "attribute/context.h"
#include "attribute/cue.h"
#include "attribute/features.h"

namespace sayso {

struct SourceOption {
  enum class Place : std::uint8_t { none, before, after, possessive };
  Place place = Place::none;
  TokenRange phrase = {};  // the base noun phrase, or a relative pronoun
  TokenIndex head = 0;
  std::uint8_t rank = 0;         // how many phrases stand between it and the cue
  std::uint8_t verbs = 0;        // finite verb groups between
  std::uint8_t commas = 0;       // commas between
  std::uint64_t path = 0;        // hash of the chunks between
  std::uint64_t short_path = 0;  // hash of the three chunks next to the option
};

// The first option is always "none": the text names no source.
class SourceOptions {
 public:
  static constexpr std::size_t kCapacity = 14;
  std::span<const SourceOption> all() const { return {options_.data(), size_}; }
  void add(const SourceOption& option) {
    if (size_ < kCapacity) options_[size_++] = option;
  }

 private:
  std::size_t size_ = 0;
  std::array<SourceOption, kCapacity> options_ = {};
};

SourceOptions find_source_options(const Context& context, const Cue& cue);

void add_source_features(const Context& context, const Cue& cue, const SourceOption& option,
                         Features& features);

// The whole source: the phrase with what modifies it ("Ana Diaz, who leads the talks,").
TokenRange whole_source(const Context& context, const Cue& cue, const SourceOption& option);

}  // namespace sayso
