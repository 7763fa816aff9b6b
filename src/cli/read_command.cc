#include "cli/read_command.h"

#include <iostream>
#include <utility>

#include "cli/page/page_html.h"
#include "cli/page/page_text.h"
#include "core/conllu.h"

namespace sayso {
namespace {
ItemFormat as_json(const Engine& engine, const JsonOptions& options) {
  return {.reports =
              [&engine, options](std::vector<Report> reports, std::size_t) {
                std::string out;
                for (const Reading& reading : engine.read(std::move(reports))) {
                  to_json(reading, out, options);
                  out += '\n';
                }
                return out;
              },
          .refusal = refusal_as_json(options.pretty)};
}

ItemFormat as_text(const Engine& engine, const TextStyle& style) {
  return {.reports =
              [&engine, style](std::vector<Report> reports, std::size_t number) {
                std::string out;
                for (const Reading& reading : engine.read(std::move(reports))) {
                  out += separator_line(number++, style.width) + page_as_text(reading, style);
                }
                return out;
              },
          .refusal =
              [style](const Refusal& refusal, std::size_t number) {
                return separator_line(number, style.width) + refusal.id +
                       "\nRefused: " + refusal.error.message + "\n";
              }};
}

ItemFormat as_html(const Engine& engine) {
  return {.head = html_head(),
          .foot = html_foot(),
          .reports =
              [&engine](std::vector<Report> reports, std::size_t number) {
                std::string out;
                for (const Reading& reading : engine.read(std::move(reports))) {
                  out += article_as_html(reading, number++);
                }
                return out;
              },
          .refusal = [](const Refusal& refusal,
                        std::size_t) { return refusal_as_html(refusal.error, refusal.id); }};
}

// A refusal has no tokens, and comments alone are no CoNLL-U: standard error has it.
ItemFormat as_conllu(const Engine& engine) {
  return {.reports =
              [&engine](std::vector<Report> reports, std::size_t) {
                std::string out;
                for (const Reading& reading : engine.read(std::move(reports))) {
                  to_conllu(reading, out);
                }
                return out;
              },
          .refusal = [](const Refusal&, std::size_t) { return std::string(); }};
}

ItemFormat format_of(const ReadOptions& options, const Engine& engine) {
  OutputFormat format = options.format;
  if (format == OutputFormat::automatic) {
    format = options.run.to_terminal() ? OutputFormat::text : OutputFormat::json;
  }
  switch (format) {
    case OutputFormat::html: return as_html(engine);
    case OutputFormat::conllu: return as_conllu(engine);
    case OutputFormat::text: return as_text(engine, text_style(options.color));
    case OutputFormat::automatic:
    case OutputFormat::json: break;
  }
  return as_json(engine, options.json);
}
}  // namespace

int run_read(const ReadOptions& options) {
  if (options.engine.reader.kind == ReaderKind::fast && !options.engine.reader.model.empty()) {
    std::cerr << "sayso read: --model is for --reader full (see sayso read --help)\n";
    return 2;
  }
  const Result<Engine> engine = Engine::load(options.engine);
  if (!engine) {
    std::cerr << "sayso: " << engine.error().message << '\n';
    return 1;
  }
  return run_reports(options.run, format_of(options, *engine));
}

}  // namespace sayso
