// Bytes as a file of tables -> reports that keep their promises.
#include "check_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sayso::check_file(data, size, "a.csv");
}
