// Resources: the lexicons, models and gazetteer that travel inside the program.
#pragma once

#include <string_view>

namespace sayso {

// The bytes of a file of lexicons/ or models/ ("lexicons/cues.tsv"), embedded when the program was
// built; 64-byte aligned, with static storage. A name that was not embedded is a bug.
std::string_view resource(std::string_view name);

}  // namespace sayso
