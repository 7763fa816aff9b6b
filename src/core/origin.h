// Origin: which rule or model made a thing, and how sure it is.
#pragma once

namespace sayso {

// `made_by` names a rule or a model and points at static storage ("count.at_least"), so that
// "why this value?" has an answer in every output.
struct Origin {
  const char* made_by = "";
  float confidence = 1.0F;  // 0 to 1, as far as the maker can tell
};

}  // namespace sayso
