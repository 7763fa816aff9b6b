// For tests: a whole reader's model of random weights.
#pragma once

#include <string>

#include "read/encode/testing.h"

namespace sayso {

// What heads.h asks for, on top of `model`.
void add_heads(ModelWriter& writer, const TinyModel& model);
std::string tiny_reader(const TinyModel& model = {});

}  // namespace sayso
