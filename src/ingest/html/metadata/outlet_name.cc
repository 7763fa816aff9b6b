#include "ingest/html/metadata/outlet_name.h"

#include "ingest/html/metadata/names.h"

namespace sayso {
namespace {
std::string_view host_of(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme == std::string_view::npos) return {};
  uri.remove_prefix(scheme + 3);
  uri = uri.substr(0, uri.find_first_of("/:?#"));
  if (uri.starts_with("www.")) uri.remove_prefix(4);
  return uri;
}
}  // namespace

OutletName::OutletName(std::string_view name, std::string_view uri)
    : name_(fold_key(name)), host_(fold_key(host_of(uri))) {
  for (std::string_view host = host_of(uri); !host.empty();) {
    const std::size_t end = host.find('.');
    if (end == std::string_view::npos) break;  // the last label is no name
    if (end > label_.size()) label_ = fold_key(host.substr(0, end));
    host.remove_prefix(end + 1);
  }
}

bool OutletName::is(std::string_view key) const {
  return !key.empty() && (key == name_ || key == host_ || key == label_);
}

bool OutletName::is_named_by(std::string_view key) const {
  constexpr std::size_t kShortest = 3, kShortestLabel = 4, kMostMore = 14;
  if (key.size() < kShortest) return false;
  if (is(key) || host_.find(key) != std::string::npos) return true;
  if (name_.starts_with(key) || (name_.size() >= kShortest && key.starts_with(name_) &&
                                 key.size() <= name_.size() + kMostMore)) {
    return true;
  }
  return label_.size() >= kShortestLabel && key.size() <= label_.size() + kMostMore &&
         key.find(label_) != std::string_view::npos;
}

}  // namespace sayso
