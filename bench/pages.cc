// Megabytes of HTML a second from a page's bytes to its report, on one core, over the pages of a
// folder (*.html, *.html.gz); files are read and decompressed before the clock starts.
//
//   pages FOLDER           the best of several rounds
//   pages --json FOLDER    prediction lines for the scorers instead
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/json.h"
#include "ingest/byte_source.h"
#include "ingest/html/page.h"
#include "ingest/input_bytes.h"
#include "ingest/read_buffer.h"

namespace {
using namespace sayso;  // NOLINT(google-build-using-namespace)

constexpr int kRounds = 5;

struct Page {
  std::string id = {};
  std::string bytes = {};
};

std::string read_file(const std::string& path) {
  auto source = open_bytes(path);
  if (!source) return {};
  InputBytes bytes;
  bytes.open(**source);
  ReadBuffer& decoded = bytes.decoded();
  while (decoded.fill()) {
  }
  return std::string(decoded.window());
}

std::vector<Page> read_pages(const std::string& folder) {
  std::vector<Page> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    const std::size_t end = name.find(".html");
    if (end == std::string::npos) continue;
    pages.push_back({name.substr(0, end), read_file(entry.path())});
  }
  std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.id < b.id; });
  return pages;
}

void write_string(JsonWriter& json, std::string_view key, const std::optional<std::string>& value) {
  if (value) json.key(key).string(*value);
}

void write_prediction(const Page& page, std::string& line) {
  const auto report = report_from_page(page.bytes, {.id = page.id}, {});
  if (!report) std::cerr << page.id << ": " << report.error().message << '\n';
  JsonWriter json(line);
  json.begin_object().key("report").begin_object().key("id").string(page.id);
  if (report) {
    write_string(json, "title", report->title);
    write_string(json, "published", report->published);
    json.key("authors").begin_array();
    for (const std::string& name : report->bylines) json.string(name);
    json.end_array();
  }
  json.end_object().key("text").string(report ? report->text : "").end_object();
}

void print_predictions(const std::vector<Page>& pages) {
  for (const Page& page : pages) {
    std::string line;
    write_prediction(page, line);
    std::cout << line << '\n';
  }
}

void time_pages(const std::vector<Page>& pages) {
  std::size_t bytes = 0, text_bytes = 0;
  for (const Page& page : pages) bytes += page.bytes.size();
  double best = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    for (const Page& page : pages) {
      const auto report = report_from_page(page.bytes, {.id = page.id}, {});
      if (report) text_bytes += report->text.size();
    }
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    best = std::max(best, static_cast<double>(bytes) / time.count() / 1e6);
  }
  std::cout << pages.size() << " pages, " << static_cast<double>(bytes) / 1e6 << " MB of HTML, "
            << static_cast<double>(text_bytes) / kRounds / 1e6 << " MB of text: " << best
            << " MB/s, best of " << kRounds << '\n';
}
}  // namespace

int main(int argc, char** argv) {
  const bool json = argc == 3 && std::string_view(argv[1]) == "--json";
  if (argc != 2 && !json) {
    std::cerr << "usage: pages [--json] FOLDER\n";
    return 2;
  }
  const std::vector<Page> pages = read_pages(argv[argc - 1]);
  if (json) {
    print_predictions(pages);
  } else {
    time_pages(pages);
  }
  return 0;
}
