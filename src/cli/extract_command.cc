#include "cli/extract_command.h"

#include <utility>

#include "cli/page/report_text.h"
#include "core/reading_json.h"

namespace sayso {
namespace {
ItemFormat as_json(bool pretty) {
  return {.reports =
              [pretty](const std::vector<Report>& reports, std::size_t) {
                std::string out;
                for (const Report& report : reports) {
                  to_json(report, out, {.pretty = pretty});
                  out += '\n';
                }
                return out;
              },
          .refusal = refusal_as_json(pretty)};
}

// On a terminal wrapped to its width; elsewhere a paragraph is a line.
ItemFormat as_text(bool to_terminal) {
  TextStyle style = text_style(ColorChoice::never);
  const unsigned width = style.width;
  if (!to_terminal) style.width = 0;
  return {.reports =
              [style, width](const std::vector<Report>& reports, std::size_t number) {
                std::string out;
                for (const Report& report : reports) {
                  out += separator_line(number++, width) + report_as_text(report, style.width);
                }
                return out;
              },
          .refusal =
              [width](const Refusal& refusal, std::size_t number) {
                return separator_line(number, width) + refusal.id +
                       "\nRefused: " + refusal.error.message + "\n";
              }};
}

ItemFormat as_markdown() {
  return {.reports =
              [](const std::vector<Report>& reports, std::size_t number) {
                std::string out;
                for (const Report& report : reports) {
                  out += (number++ == 1 ? "" : "\n") + report_as_markdown(report);
                }
                return out;
              },
          .refusal =
              [](const Refusal& refusal, std::size_t number) {
                return (number == 1 ? "" : "\n") + refusal_as_markdown(refusal.error, refusal.id);
              }};
}

ItemFormat format_of(const ExtractOptions& options) {
  switch (options.format) {
    case ExtractFormat::json: return as_json(options.pretty);
    case ExtractFormat::markdown: return as_markdown();
    case ExtractFormat::text: break;
  }
  return as_text(options.run.to_terminal());
}
}  // namespace

int run_extract(const ExtractOptions& options) {
  return run_reports(options.run, format_of(options));
}

}  // namespace sayso
