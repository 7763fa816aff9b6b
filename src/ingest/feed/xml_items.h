// XmlItems: the bytes of an RSS or Atom feed, in pieces -> its items.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "ingest/feed/feed_item.h"

namespace sayso {

class XmlItems {
 public:
  // Items with more than `most_text` bytes are marked as too large.
  explicit XmlItems(std::size_t most_text);
  ~XmlItems();
  XmlItems(const XmlItems&) = delete;
  XmlItems& operator=(const XmlItems&) = delete;
  XmlItems(XmlItems&&) = delete;
  XmlItems& operator=(XmlItems&&) = delete;

  // Takes the next piece, an empty one at the end. An error ends the feed: what follows cannot be
  // told.
  std::optional<Error> parse(std::string_view piece, bool is_last);
  // The items that are complete, in order.
  std::deque<FeedItem>& items();
  const FeedHead& head() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace sayso
