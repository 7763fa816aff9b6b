// Bytes a second of WARC reading itself: the records of a file in memory, decompressed, their HTTP
// responses parsed and their bodies decoded, no page read. Counted are uncompressed bytes.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <iostream>
#include <random>
#include <string>

#include "ingest/byte_source.h"
#include "ingest/testing/pack.h"
#include "ingest/warc/http_response.h"
#include "ingest/warc/testing/warc_builder.h"
#include "ingest/warc/warc_records.h"

namespace {
using namespace sayso;  // NOLINT(google-build-using-namespace)
constexpr std::size_t kPages = 400;
constexpr std::size_t kPageBytes = 100'000;  // a news page, its scripts and menus in it
constexpr std::size_t kMostBytes = std::size_t{16} << 20U;

// Words of a made-up language: they shrink to about a fifth, as news pages do.
std::string made_up_page(std::mt19937& random) {
  std::uniform_int_distribution<unsigned> words(0, 3000);
  std::string body;
  while (body.size() < kPageBytes) {
    body += "<div class=\"teaser story-card\"><a href=\"/news/story-";
    body += std::to_string(words(random)) + "\"><h3>";
    for (int i = 0; i < 30; ++i) {
      unsigned word = words(random);
      for (; word > 0; word /= 20) {
        body += "bdfgklmnprstvzjhcwyx"[word % 20];
        body += "aeiou"[word % 5];
      }
      body += ' ';
    }
    body += "</h3></a></div>\n";
  }
  return testing::news_page("Raid in Dravica", body);
}

struct File {
  std::string bytes = {};
  std::size_t uncompressed = 0;
  std::size_t pages = 0;
};

template <typename Pack>
File made_up_file(Pack pack) {
  std::mt19937 random(1);  // the same file every time
  File file;
  for (std::size_t i = 0; i < kPages; ++i) {
    const std::string record =
        testing::warc_page("https://herald.example/" + std::to_string(i), made_up_page(random));
    const std::string request = testing::warc_record(
        "request", "https://herald.example/" + std::to_string(i), "application/http",
        "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: herald.example\r\n\r\n");
    file.bytes += pack(request) + pack(record);
    file.uncompressed += request.size() + record.size();
    ++file.pages;
  }
  return file;
}

// Bytes of all bodies.
std::size_t read(const File& file, bool fast) {
  const auto source = memory_bytes(file.bytes);
  ReadBuffer buffer;
  buffer.open(*source);
  WarcRecords records(
      buffer, [](const WarcHead& head) { return head.type == "response"; }, kMostBytes, fast);
  HttpBodies bodies;
  std::size_t bytes = 0;
  std::size_t pages = 0;
  while (const auto item = records.next()) {
    const auto* record = std::get_if<WarcRecord>(&*item);
    const auto response = record ? parse_http_response(record->block) : std::nullopt;
    if (!response || response->status != 200) break;
    const auto body = bodies.decode(*response, kMostBytes);
    if (!body) break;
    bytes += body->size();
    ++pages;
  }
  if (pages != file.pages || bytes < pages * kPageBytes) {
    std::cerr << "warc: " << pages << " pages read of " << file.pages << '\n';
    std::exit(1);
  }
  return bytes;
}

void run(benchmark::State& state, const File& file, bool fast) {
  for (auto unused : state) benchmark::DoNotOptimize(read(file, fast));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.uncompressed));
  state.counters["packed"] =
      static_cast<double>(file.bytes.size()) / static_cast<double>(file.uncompressed);
}

void gzip_members(benchmark::State& state) {
  run(state, made_up_file([](const std::string& record) { return testing::gzip(record); }), true);
}
void gzip_members_in_pieces(benchmark::State& state) {
  run(state, made_up_file([](const std::string& record) { return testing::gzip(record); }), false);
}
void zstd_frames(benchmark::State& state) {
  run(state, made_up_file([](const std::string& record) { return testing::zstd(record); }), true);
}
void uncompressed(benchmark::State& state) {
  run(state, made_up_file([](const std::string& record) { return record; }), true);
}

BENCHMARK(gzip_members);
BENCHMARK(gzip_members_in_pieces);
BENCHMARK(zstd_frames);
BENCHMARK(uncompressed);
}  // namespace

BENCHMARK_MAIN();
