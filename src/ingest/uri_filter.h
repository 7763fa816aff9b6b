// A pattern the user gives -> which addresses are wanted.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace sayso {

// Linear in the address, whatever the pattern. Copies share the compiled pattern.
class UriFilter {
 public:
  // Everything is wanted.
  UriFilter() = default;
  // RE2's syntax; an address is wanted when the pattern is found anywhere in it.
  static Result<UriFilter> compile(const std::string& pattern);

  bool wants_all() const { return pattern_ == nullptr; }
  bool wants(std::string_view uri) const;

 private:
  struct Pattern;
  std::shared_ptr<const Pattern> pattern_ = {};
};

}  // namespace sayso
