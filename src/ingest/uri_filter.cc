#include "ingest/uri_filter.h"

#include <re2/re2.h>

namespace sayso {

struct UriFilter::Pattern {
  explicit Pattern(const std::string& text) : expression(text, RE2::Quiet) {}
  RE2 expression;
};

Result<UriFilter> UriFilter::compile(const std::string& pattern) {
  auto compiled = std::make_shared<Pattern>(pattern);
  if (!compiled->expression.ok()) {
    return Error{ErrorKind::malformed,
                 "'" + pattern + "' is no pattern: " + compiled->expression.error()};
  }
  UriFilter filter;
  filter.pattern_ = std::move(compiled);
  return filter;
}

bool UriFilter::wants(std::string_view uri) const {
  return wants_all() ||
         RE2::PartialMatch(re2::StringPiece(uri.data(), uri.size()), pattern_->expression);
}

}  // namespace sayso
