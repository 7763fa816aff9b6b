// Whether words in a title name the outlet.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// What is known of the outlet: the name it gives itself, and its host.
class OutletName {
 public:
  OutletName(std::string_view name, std::string_view uri);

  // `key` as of fold_key. "The Dunmore Herald" and "Herald" both name dunmore-herald.example.
  bool is_named_by(std::string_view key) const;
  // Just the name or the host, nothing more or less.
  bool is(std::string_view key) const;

 private:
  std::string name_ = {};   // key of its name
  std::string host_ = {};   // letters of its host, without "www."
  std::string label_ = {};  // the longest label of the host
};

}  // namespace sayso
