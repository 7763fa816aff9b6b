// FeedItem: one item as a feed carries it -> Report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace sayso {

enum class FeedMarkup : std::uint8_t { html, none };

// Text as the feed gives it; empty is absent.
struct FeedText {
  std::string text = {};
  FeedMarkup markup = FeedMarkup::html;
};

struct FeedItem {
  std::string id = {}, uri = {}, title = {}, language = {};
  std::string published = {}, updated = {};  // as written
  std::vector<std::string> authors = {};     // names, by add_authors()
  FeedText content = {};                     // all of the report
  FeedText summary = {};                     // or what stands for it
  std::string sha256 = {};                   // of the item's bytes
  bool too_large = false;
};

// What holds of all items that don't say otherwise.
struct FeedHead {
  std::string media_type = {};
  std::string title = {}, language = {};
  std::string uri = {};  // items' addresses may be relative to it
  std::vector<std::string> authors = {};
};

// Where an item stands: the `number`th, counted from 1, of an input.
struct FeedPlace {
  std::string path = {};  // for messages
  std::string name = {};  // ids are made from it
  std::uint64_t number = 0;
};

// "ann@herald.example (Ann Example)", "By Ann Example and Bob Sample" -> the names that are new,
// behind those there are; 40 at most.
void add_authors(std::string_view given, std::vector<std::string>& names);

// The report an item carries: its content or, with a warning, its summary.
ReportOrRefusal report_from_item(FeedItem item, const FeedHead& head, const FeedPlace& place,
                                 const IngestOptions& options);

}  // namespace sayso
