#include "ingest/table/json_reports.h"

#include <algorithm>
#include <utility>

#include "ingest/table/json_record.h"
#include "ingest/table/json_scanner.h"
#include "ingest/table/record.h"

namespace sayso {
namespace {
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r\n";

// What both readers share: numbering, parsing, messages.
class JsonReports : public ReportReader {
 public:
  explicit JsonReports(ReaderInput input) : input_(std::move(input)) {
    if (buffer().window().starts_with(kBom)) buffer().consume(kBom.size());
  }

 protected:
  ReadBuffer& buffer() { return input_.buffer; }
  std::size_t limit() const { return max_record_bytes(input_.options); }

  // The report in one record; `line` is where it begins.
  ReportOrRefusal report_from_json(std::string_view json, std::uint64_t line, bool too_long) {
    const std::string where = input_.path + " line " + std::to_string(line);
    Record record;
    record.known.id = input_.name + ":" + std::to_string(++number_);
    record.known.media_type = "application/json";
    if (too_long) {
      return Refusal{record.known.id, too_large("cannot read " + where + ": ", input_.options)};
    }
    if (auto error = records_.parse(json, record)) {
      error->message = "cannot read " + where + ": " + error->message;
      return Refusal{record.known.id, std::move(*error)};
    }
    return report_from_record(std::move(record), where, input_.options);
  }

  // Said once at the end, when reading broke off.
  std::optional<ReportOrRefusal> end() {
    const bool first = !std::exchange(ended_, true);
    if (const auto& error = buffer().error(); error && first) {
      return Refusal{input_.name,
                     {error->kind, "cannot read " + input_.path + ": " + error->message}};
    }
    return std::nullopt;
  }

 private:
  ReaderInput input_;
  JsonRecords records_ = {};
  std::uint64_t number_ = 0;
  bool ended_ = false;
};

class JsonLines : public JsonReports {
 public:
  using JsonReports::JsonReports;

  std::optional<ReportOrRefusal> next() override {
    while (const auto line = take_line(buffer(), limit())) {
      ++line_;
      const bool blank = line->text.find_first_not_of(kBlank) == std::string_view::npos;
      if (blank && !line->too_long) continue;
      return report_from_json(line->text, line_, line->too_long);
    }
    return end();
  }

 private:
  std::uint64_t line_ = 0;
};

class JsonValues : public JsonReports {
 public:
  using JsonReports::JsonReports;

  std::optional<ReportOrRefusal> next() override {
    if (!skip_to_value()) return end();
    const std::uint64_t line = line_;
    const char first = buffer().window().front();
    const Extent extent = first == '{' || first == '[' ? find_bracketed() : find_scalar();
    const std::string_view json = buffer().window().substr(0, extent.size);
    ReportOrRefusal item = report_from_json(json, line, extent.too_long);
    consume(extent.size);
    return item;
  }

 private:
  struct Extent {
    std::size_t size = 0;
    bool too_long = false;
  };

  // White space, and the commas and the brackets of the array that the values may stand in.
  bool skip_to_value() {
    do {
      const std::string_view window = buffer().window();
      std::size_t at = 0;
      for (; at < window.size(); ++at) {
        const bool opens_array = window[at] == '[' && !std::exchange(saw_start_, true);
        if (!opens_array &&
            std::string_view(" \t\r\n,]").find(window[at]) == std::string_view::npos)
          break;
      }
      consume(at);
      if (!buffer().window().empty()) {
        saw_start_ = true;
        return true;
      }
    } while (buffer().fill());
    return false;
  }

  // The object or array at the front of the window. One over the limit is passed over.
  Extent find_bracketed() {
    JsonScanner scanner;
    Extent extent;
    std::size_t seen = 0;
    while (true) {
      const auto end = scanner.scan(buffer().window().substr(seen));
      if (end) return {seen + *end, extent.too_long};
      seen = buffer().window().size();
      if (seen > limit()) {
        extent.too_long = true;
        consume(seen);
        seen = 0;
      }
      if (!buffer().fill()) return {seen, extent.too_long};
    }
  }

  Extent find_scalar() {
    std::size_t seen = 0;
    while (true) {
      const std::size_t at = buffer().window().find_first_of(",]\n", seen);
      if (at != std::string_view::npos) return {at, false};
      seen = buffer().window().size();
      if (seen > limit() || !buffer().fill()) return {seen, seen > limit()};
    }
  }

  void consume(std::size_t size) {
    const std::string_view bytes = buffer().window().substr(0, size);
    line_ += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    buffer().consume(size);
  }

  std::uint64_t line_ = 1;
  bool saw_start_ = false;  // the bracket of the outermost array, or what stands in its place
};
}  // namespace

std::unique_ptr<ReportReader> read_json_lines(ReaderInput input) {
  return std::make_unique<JsonLines>(std::move(input));
}

std::unique_ptr<ReportReader> read_json_values(ReaderInput input) {
  return std::make_unique<JsonValues>(std::move(input));
}

}  // namespace sayso
