#include "ingest/table/record.h"

#include <algorithm>
#include <utility>

#include "ingest/text/finish_report.h"

namespace sayso {
namespace {
struct Field {
  std::string_view name;
  void (*set)(Record& record, std::string value);
};

// clang-format off
constexpr Field kFields[] = {
    {"id", [](Record& r, std::string v) { r.known.id = std::move(v); }},
    {"text", [](Record& r, std::string v) { r.text = std::move(v); }},
    {"outlet", [](Record& r, std::string v) { r.known.outlet = std::move(v); }},
    {"title", [](Record& r, std::string v) { r.known.title = std::move(v); }},
    {"published", [](Record& r, std::string v) { r.known.published = std::move(v); }},
    {"uri", [](Record& r, std::string v) { r.known.uri = std::move(v); }},
    {"url", [](Record& r, std::string v) { r.known.uri = std::move(v); }},
    {"language", [](Record& r, std::string v) { r.known.language = std::move(v); }},
};
// clang-format on

const Field* find_field(std::string_view name) {
  const auto* at = std::find_if(std::begin(kFields), std::end(kFields),
                                [&](const Field& field) { return field.name == name; });
  return at == std::end(kFields) ? nullptr : at;
}
}  // namespace

bool is_record_field(std::string_view name) { return find_field(name) != nullptr; }

void set_field(Record& record, std::string_view name, std::string_view value) {
  const Field* field = find_field(name);
  if (field == nullptr || (value.empty() && name != "text")) return;
  field->set(record, std::string(value));
}

std::size_t max_record_bytes(const IngestOptions& options) {
  constexpr std::uint64_t kMost = std::uint64_t{2} << 30U;  // what the JSON parser can take
  return static_cast<std::size_t>(std::min(options.max_report_bytes, kMost / 2) * 2 + 4096);
}

Error too_large(const std::string& prefix, const IngestOptions& options) {
  return {ErrorKind::too_large, prefix + over_limit(options)};
}

ReportOrRefusal report_from_record(Record record, const std::string& where,
                                   const IngestOptions& options) {
  std::string id = record.known.id;
  if (!record.text) {
    return Refusal{std::move(id),
                   {ErrorKind::malformed, "cannot read " + where + ": the record has no text"}};
  }
  auto report = finish_report(std::move(*record.text), std::move(record.known), options);
  if (report) return std::move(*report);
  Error error = report.error();
  error.message = "cannot read " + where + ": " + error.message;
  return Refusal{std::move(id), std::move(error)};
}

}  // namespace sayso
