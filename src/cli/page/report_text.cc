#include "cli/page/report_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "cli/terminal.h"
#include "core/json.h"

namespace sayso {
namespace {
std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

// The lines of `text`, which need not end with a line end.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void add_lines(std::string& out, std::string_view text, unsigned width) {
  for (const std::string_view line : lines_of(text)) {
    out += width == 0 ? std::string(line) : wrap(line, width, 0);
    out += '\n';
  }
}

// The title, unless the text begins with it.
std::string_view title_before_text(const Report& report) {
  if (!report.title || report.title_span) return {};
  return report.text.starts_with(*report.title) ? std::string_view() : *report.title;
}

// "Dunmore Herald | 2023-06-21 | by Ann Example"
std::string facts_of(const Report& report) {
  std::vector<std::string> facts;
  if (report.outlet) facts.push_back(*report.outlet);
  if (report.published) facts.push_back(*report.published);
  if (!report.bylines.empty()) facts.push_back("by " + joined(report.bylines, ", "));
  return joined(facts, " | ");
}

// JSON strings are YAML strings.
std::string quoted(std::string_view text) {
  std::string out;
  JsonWriter(out).string(text);
  return out;
}

class FrontMatter {
 public:
  void add(std::string_view name, const std::optional<std::string>& value) {
    if (value && !value->empty()) line(name, quoted(*value));
  }
  void add(std::string_view name, const std::vector<std::string>& values) {
    std::vector<std::string> all;
    all.reserve(values.size());
    for (const std::string& value : values) all.push_back(quoted(value));
    if (!all.empty()) line(name, "[" + joined(all, ", ") + "]");
  }
  void line(std::string_view name, std::string_view value) {
    out_.append(name).append(": ").append(value).append("\n");
  }
  std::string text() const { return "---\n" + out_ + "---\n"; }

 private:
  std::string out_ = {};
};

// How many bytes at the start of a line would make it a heading, a quotation, a list item or code:
// the place of the mark to escape, plus one.
std::size_t block_mark(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  const std::string_view text = line.substr(begin);
  if (text.starts_with('#') || text.starts_with('>') || text.starts_with('~')) return begin + 1;
  if (text.starts_with('+') || text.starts_with('=')) return begin + 1;
  if (text.starts_with("---")) return begin + 1;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool numbers =
      digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return numbers ? begin + digits + 1 : 0;
}

// List items are lines that begin with "- " or "* " in the text already, and stay so.
std::string escaped(std::string_view line) {
  std::string out;
  const std::size_t mark = block_mark(line);
  const bool item = line.starts_with("- ") || line.starts_with("* ");
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool inside = std::string_view("\\`*_[]<").find(line[i]) != std::string_view::npos;
    if ((inside && !(item && i == 0)) || i + 1 == mark) out += '\\';
    out += line[i];
  }
  return out;
}
}  // namespace

std::string report_as_text(const Report& report, unsigned width) {
  std::string out;
  add_lines(out, title_before_text(report), width);
  add_lines(out, facts_of(report), width);
  add_lines(out, report.uri.value_or(""), width);
  for (const std::string& warning : report.warnings) add_lines(out, "Warning: " + warning, width);
  if (!out.empty()) out += '\n';
  add_lines(out, report.text, width);
  return out;
}

std::string report_as_markdown(const Report& report) {
  FrontMatter matter;
  matter.add("id", report.id);
  matter.add("title", report.title);
  matter.add("outlet", report.outlet);
  matter.add("authors", report.bylines);
  matter.add("published", report.published);
  matter.add("modified", report.modified);
  matter.add("language", report.language);
  matter.add("uri", report.uri);
  matter.add("file", report.source.file);
  if (report.source.offset) matter.line("offset", std::to_string(*report.source.offset));
  matter.add("warnings", report.warnings);
  std::string out = matter.text();
  if (const auto title = title_before_text(report); !title.empty()) {
    out += "\n# " + escaped(title) + "\n";
  }
  out += '\n';
  for (const std::string_view line : lines_of(report.text)) out += escaped(line) + "\n";
  return out;
}

std::string refusal_as_markdown(const Error& error, std::string_view id) {
  FrontMatter matter;
  matter.add("id", std::string(id));
  matter.add("error", error.message);
  return matter.text();
}

}  // namespace sayso
