#include "ingest/feed/xml_feed.h"

#include <utility>

#include "ingest/feed/xml_items.h"

namespace sayso {
namespace {
class XmlFeed : public ReportReader {
 public:
  explicit XmlFeed(ReaderInput input)
      : input_(std::move(input)),
        items_(static_cast<std::size_t>(input_.options.max_report_bytes)) {}

  std::optional<ReportOrRefusal> next() override {
    while (items_.items().empty() && !ended_) parse_more();
    if (!items_.items().empty()) {
      FeedItem item = std::move(items_.items().front());
      items_.items().pop_front();
      return report_from_item(std::move(item), items_.head(), {input_.path, input_.name, ++number_},
                              input_.options);
    }
    return std::exchange(broken_, std::nullopt);
  }

 private:
  void parse_more() {
    ReadBuffer& buffer = input_.buffer;
    if (buffer.window().empty()) buffer.fill();
    const std::string_view piece = buffer.window();
    auto error =
        buffer.error() && piece.empty() ? buffer.error() : items_.parse(piece, piece.empty());
    ended_ = piece.empty() || error;
    buffer.consume(piece.size());
    if (!error) return;
    broken_ =
        Refusal{input_.name, {error->kind, "cannot read " + input_.path + ": " + error->message}};
  }

  ReaderInput input_;
  XmlItems items_;
  std::uint64_t number_ = 0;
  bool ended_ = false;
  std::optional<ReportOrRefusal> broken_ = {};  // why the feed ends early; said behind its items
};
}  // namespace

std::unique_ptr<ReportReader> read_xml_feed(ReaderInput input) {
  return std::make_unique<XmlFeed>(std::move(input));
}

}  // namespace sayso
