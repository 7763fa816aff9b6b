// Reading -> the JSON object of docs/json.md (schema "sayso.reading/1").
#pragma once

#include <string>
#include <string_view>

#include "core/reading.h"
#include "core/result.h"

namespace sayso {

inline constexpr std::string_view kReadingSchema = "sayso.reading/1";
inline constexpr std::string_view kReportSchema = "sayso.report/1";

struct JsonOptions {
  bool pretty = false;  // indented
  // Layers that only those who ask for them get:
  bool tokens = false;  // tags, lemmas, names and dependencies, in their sentences
};

// Appends one object, without a line end. Byte spans become code-point spans here.
void to_json(const Reading& reading, std::string& out, const JsonOptions& options = {});

// A report without any analysis: {"schema": "sayso.report/1", "report", "text", "warnings"}.
void to_json(const Report& report, std::string& out, const JsonOptions& options = {});

// What stands in a report's place when it was refused: {"schema", "report": {"id"}, "error": ...}.
void to_json(const Error& error, std::string_view report_id, std::string& out,
             const JsonOptions& options = {});

std::string_view to_text(ErrorKind kind);  // "not_text"

}  // namespace sayso
