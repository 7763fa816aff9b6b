// One stretch of a noun phrase -> the candidate it is, with its description.
#pragma once

#include <vector>

#include "read/refer/candidate.h"
#include "read/refer/names.h"
#include "read/refer/words.h"

namespace sayso {

inline constexpr TokenIndex kMaxMention = 24;  // tokens; core's mention_headed_by relies on it

// A phrase with the part of it that is read now.
struct Segment {
  TokenRange words = {};  // "interior ministry" in "the country's interior ministry"
  TokenIndex head = 0;
  TokenIndex phrase_first = 0;  // where the whole phrase begins
  std::uint32_t owner = kNone;
  bool last = true;  // no owner of something else
};

// What follows a phrase after "of" or "for".
struct Tail {
  std::uint32_t candidate = kNone;
  TokenRange tokens = {};
};

class CandidateMaker {
 public:
  // `found` holds the candidates so far, among them every owner and tail.
  CandidateMaker(const ReferWords& words, const std::vector<FoundName>& names,
                 const std::vector<Candidate>& found)
      : words_(words), names_(names), found_(found) {}

  Candidate name(const FoundName& name, const Segment& segment, const Tail& tail) const;
  // The head must be one that lexicons/entity_heads.tsv knows. `inner` is the name inside that says
  // whose it is, if any.
  Candidate nominal(const Segment& segment, std::uint32_t inner, const Tail& tail) const;

 private:
  const Token& token(TokenIndex i) const { return words_.token(i); }
  void describe_name(const FoundName& name, const Segment& segment, Candidate& c) const;
  bool stands_before(const HeadWord& kind, const FoundName& name, const Candidate& c) const;
  bool is_narrowed(TokenIndex after) const;
  void join_bracket(const HeadWord& kind, Candidate& c) const;
  void join_tail(const Tail& tail, Candidate& c) const;
  bool is_title_of(const Candidate& of, const Candidate& c, const HeadWord& kind) const;

  const ReferWords& words_;
  const std::vector<FoundName>& names_;
  const std::vector<Candidate>& found_;
};

}  // namespace sayso
