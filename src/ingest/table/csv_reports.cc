#include "ingest/table/csv_reports.h"

#include <utility>

#include "core/utf8.h"
#include "ingest/table/csv.h"
#include "ingest/table/record.h"

namespace sayso {
namespace {
constexpr std::string_view kBom = "\xEF\xBB\xBF";

class CsvReports : public ReportReader {
 public:
  explicit CsvReports(ReaderInput input)
      : input_(std::move(input)),
        header_(take_bom_and_find_header(input_.buffer)),
        reader_(input_.buffer, header_.separator, max_record_bytes(input_.options)) {
    reader_.next(row_);  // the header
  }

  std::optional<ReportOrRefusal> next() override {
    if (done_) return std::nullopt;
    if (reader_.next(row_)) {
      ++number_;
      return report_from_row();
    }
    done_ = true;
    if (const auto& error = input_.buffer.error()) {
      return Refusal{input_.name,
                     {error->kind, "cannot read " + input_.path + ": " + error->message}};
    }
    return std::nullopt;
  }

 private:
  static CsvHeader take_bom_and_find_header(ReadBuffer& buffer) {
    if (buffer.window().starts_with(kBom)) buffer.consume(kBom.size());
    return find_csv_header(buffer.window(), true).value_or(CsvHeader{});
  }

  ReportOrRefusal report_from_row() const {
    const std::string where = input_.path + " line " + std::to_string(row_.line());
    Record record;
    record.known.id = input_.name + ":" + std::to_string(number_);
    record.known.media_type = "text/csv";
    for (std::size_t i = 0; i < row_.size() && i < header_.columns.size(); ++i) {
      if (header_.columns[i] == "text" || !find_invalid_utf8(row_[i])) {
        set_field(record, header_.columns[i], row_[i]);
      } else if (is_record_field(header_.columns[i])) {
        record.known.warnings.push_back("the " + header_.columns[i] + " is not UTF-8: ignored");
      }
    }
    if (row_.too_long()) {
      return Refusal{record.known.id, too_large("cannot read " + where + ": ", input_.options)};
    }
    if (row_.unclosed()) {
      return Refusal{record.known.id,
                     {ErrorKind::malformed, "cannot read " + where +
                                                ": a quotation mark that opens in this row is "
                                                "never closed"}};
    }
    return report_from_record(std::move(record), where, input_.options);
  }

  ReaderInput input_;
  CsvHeader header_;
  CsvReader reader_;
  CsvRow row_ = {};
  std::uint64_t number_ = 0;
  bool done_ = false;
};
}  // namespace

std::unique_ptr<ReportReader> read_csv(ReaderInput input) {
  return std::make_unique<CsvReports>(std::move(input));
}

}  // namespace sayso
