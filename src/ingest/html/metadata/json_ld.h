// The JSON-LD of a page -> what it says about the page's article.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

struct LinkedAuthor {
  std::string name = {};
  bool organization = false;
};

// How near a thing's type is to the article itself; nearer ones are believed first.
enum class LinkedKind : std::uint8_t { article, work, page, other };

// One thing the JSON-LD describes; text is plain text, except in `body`.
struct LinkedThing {
  LinkedKind kind = LinkedKind::other;
  bool part = false;  // stands inside a list of others, or belongs to the article
  std::string id = {}, uri = {};
  std::string headline = {}, name = {}, description = {}, body = {};
  std::string published = {}, created = {}, modified = {};
  std::string language = {}, publisher = {};
  std::vector<LinkedAuthor> authors = {};
  bool paywalled = false;
};

struct LinkedData {
  std::vector<LinkedThing> things = {};  // in document order
  std::string site_name = {};            // of a WebSite, else of an organization

  // The thing of a kind that the page is about: the one at `uri`, else the one called as the page
  // (`title`, a fold_key), else the first that is no part of others.
  const LinkedThing* find_main(LinkedKind kind, std::string_view uri,
                               std::string_view title = {}) const;
};

// Adds what one <script type="application/ld+json"> says. JSON that is slightly broken (comments,
// CDATA marks, commas too many, line ends in strings) is repaired; what stays broken is left out.
void read_json_ld(std::string_view script, LinkedData& data);

// The nearest relatives of broken JSON: `"key": "value"` anywhere in a script.
// Returns the first string value of `key`, without its escapes, or nothing.
std::string find_json_string(std::string_view script, std::string_view key);

}  // namespace sayso
