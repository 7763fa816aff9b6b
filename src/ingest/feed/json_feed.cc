#include "ingest/feed/json_feed.h"

#include <simdjson.h>

#include <utility>
#include <vector>

#include "ingest/feed/feed_item.h"
#include "ingest/sha256.h"

namespace sayso {
namespace {
namespace ondemand = simdjson::ondemand;
using simdjson::dom::element;

static_assert(ReadBuffer::kPadding >= simdjson::SIMDJSON_PADDING);
constexpr std::size_t kMostBytes = std::size_t{64} << 20U;  // feeds in use have a few

Error malformed(simdjson::error_code code) {
  return {ErrorKind::malformed,
          std::string("not a valid JSON Feed: ") + simdjson::error_message(code)};
}

// A string; numbers, which some feeds have for ids, as they are written.
std::string text_of(const element& object, const char* name) {
  element value;
  if (object[name].get(value) != simdjson::SUCCESS) return {};
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  return value.is_number() ? simdjson::minify(value) : std::string();
}

// "authors" of version 1.1, "author" of version 1.
std::vector<std::string> authors_of(const element& object) {
  std::vector<std::string> out;
  simdjson::dom::array authors;
  if (object["authors"].get(authors) == simdjson::SUCCESS) {
    for (const element author : authors) add_authors(text_of(author, "name"), out);
  }
  element author;
  if (out.empty() && object["author"].get(author) == simdjson::SUCCESS) {
    add_authors(text_of(author, "name"), out);
  }
  return out;
}

FeedItem item_of(const element& object) {
  FeedItem item;
  item.id = text_of(object, "id");
  item.uri = text_of(object, "url");
  if (item.uri.empty()) item.uri = text_of(object, "external_url");
  item.title = text_of(object, "title");
  item.language = text_of(object, "language");
  item.published = text_of(object, "date_published");
  item.updated = text_of(object, "date_modified");
  item.authors = authors_of(object);
  item.content = {text_of(object, "content_html"), FeedMarkup::html};
  if (item.content.text.empty()) item.content = {text_of(object, "content_text"), FeedMarkup::none};
  item.summary = {text_of(object, "summary"), FeedMarkup::none};
  return item;
}

class JsonFeed : public ReportReader {
 public:
  explicit JsonFeed(ReaderInput input) : input_(std::move(input)) { broken_ = find_items(); }

  std::optional<ReportOrRefusal> next() override {
    if (number_ < items_.size()) return read(items_[number_++]);
    if (!broken_) return std::nullopt;
    const Error error = *std::exchange(broken_, std::nullopt);
    return Refusal{input_.name, {error.kind, "cannot read " + input_.path + ": " + error.message}};
  }

 private:
  // Where the items lie, and what the head says; each item is parsed when its turn comes.
  std::optional<Error> find_items() {
    ReadBuffer& buffer = input_.buffer;
    buffer.fill_to(kMostBytes + 1);
    if (buffer.error()) return buffer.error();
    std::string_view bytes = buffer.window();
    if (bytes.size() > kMostBytes) {
      return Error{ErrorKind::too_large, "over the limit of 64 MiB a JSON Feed"};
    }
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
    ondemand::document feed;
    const simdjson::padded_string_view padded(bytes, bytes.size() + simdjson::SIMDJSON_PADDING);
    ondemand::object object;
    if (const auto code = parser_.iterate(padded).get(feed)) return malformed(code);
    if (const auto code = feed.get_object().get(object)) return malformed(code);
    std::string head = "{\"head\":null";
    for (auto field : object) {
      if (field.error() != simdjson::SUCCESS) return malformed(field.error());
      if (auto error = take_field(field.value_unsafe(), head)) return error;
    }
    return read_head(head + "}");
  }

  std::optional<Error> take_field(ondemand::field field, std::string& head) {
    std::string_view key;
    if (const auto code = field.unescaped_key().get(key)) return malformed(code);
    if (key == "items") return take_items(field.value());
    for (const char* name :
         {"title", "language", "home_page_url", "feed_url", "authors", "author"}) {
      if (key != name) continue;
      std::string_view raw;
      if (const auto code = simdjson::to_json_string(field.value()).get(raw))
        return malformed(code);
      head.append(",\"").append(name).append("\":").append(raw);
    }
    return std::nullopt;
  }

  std::optional<Error> take_items(ondemand::value value) {
    ondemand::array array;
    if (const auto code = value.get_array().get(array)) return malformed(code);
    for (auto item : array) {
      if (item.error() != simdjson::SUCCESS) return malformed(item.error());
      std::string_view raw;
      if (const auto code = simdjson::to_json_string(item.value_unsafe()).get(raw)) {
        return malformed(code);
      }
      items_.push_back(raw);
    }
    return std::nullopt;
  }

  std::optional<Error> read_head(const std::string& json) {
    element object;
    if (const auto code = item_parser_.parse(json).get(object)) return malformed(code);
    head_ = {.media_type = "application/feed+json",
             .title = text_of(object, "title"),
             .language = text_of(object, "language"),
             .uri = text_of(object, "home_page_url"),
             .authors = authors_of(object)};
    if (head_.uri.empty()) head_.uri = text_of(object, "feed_url");
    return std::nullopt;
  }

  ReportOrRefusal read(std::string_view raw) {
    const FeedPlace place{input_.path, input_.name, number_};
    element object;
    const auto code = item_parser_.parse(raw.data(), raw.size()).get(object);
    if (code != simdjson::SUCCESS || !object.is_object()) {
      const Error error = malformed(code == simdjson::SUCCESS ? simdjson::INCORRECT_TYPE : code);
      const std::string number = std::to_string(number_);
      return Refusal{
          input_.name + ":" + number,
          {error.kind, "cannot read " + input_.path + " item " + number + ": " + error.message}};
    }
    FeedItem item = item_of(object);
    item.sha256 = sha256_hex(raw);
    return report_from_item(std::move(item), head_, place, input_.options);
  }

  ReaderInput input_;
  ondemand::parser parser_ = ondemand::parser();
  simdjson::dom::parser item_parser_ = simdjson::dom::parser();
  FeedHead head_ = {};
  std::vector<std::string_view> items_ = {};  // views into the buffer
  std::size_t number_ = 0;
  std::optional<Error> broken_ = {};
};
}  // namespace

std::unique_ptr<ReportReader> read_json_feed(ReaderInput input) {
  return std::make_unique<JsonFeed>(std::move(input));
}

}  // namespace sayso
