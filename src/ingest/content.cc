#include "ingest/content.h"

#include <algorithm>
#include <string>

#include "ingest/table/csv.h"
#include "ingest/table/json_scanner.h"

namespace sayso {
namespace {
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r\n";

struct Signature {
  std::string_view start;  // in lower case; at the start, after white space
  std::string_view looks_like;
};

// Formats that are text, but no report as it stands.
constexpr Signature kMarkup[] = {
    {"<!doctype html", "HTML"}, {"<html", "HTML"},   {"<head", "HTML"},
    {"<body", "HTML"},          {"<?xml", "XML"},    {"<rss", "an RSS feed"},
    {"<feed", "an Atom feed"},  {"<rdf:rdf", "XML"}, {"warc/1.", "a WARC archive"},
    {"%pdf-", "PDF"},           {"{\\rtf", "RTF"},
};

// Binary files, by their first bytes as they are.
constexpr Signature kBinary[] = {
    {"PK\x03\x04", "a ZIP archive or an office document"},
    {"\x89PNG", "a PNG image"},
    {"\xFF\xD8\xFF", "a JPEG image"},
    {"GIF8", "a GIF image"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "an SQLite database"},
    {"\x1F\x8B", "gzip inside a compressed file"},
    {"\x28\xB5\x2F\xFD", "zstd inside a compressed file"},
    {"\xFD"
     "7zXZ",
     "an xz file"},
    {"BZh", "a bzip2 file"},
    {"PAR1", "a Parquet file"},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_lower(std::string_view text, std::string_view lower_start) {
  return text.size() >= lower_start.size() &&
         std::equal(lower_start.begin(), lower_start.end(), text.begin(),
                    [](char a, char b) { return a == lower(b); });
}

bool ends_with_lower(std::string_view text, std::string_view lower_end) {
  return text.size() >= lower_end.size() &&
         starts_with_lower(text.substr(text.size() - lower_end.size()), lower_end);
}

std::string_view skip_blank(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text;
}

// "{" or "[" and what must follow it: prose may begin with a bracket, too ("[TEXT] ...").
bool starts_like_json(std::string_view text) {
  const std::string_view inside = skip_blank(text.substr(std::min<std::size_t>(1, text.size())));
  if (text.starts_with('{')) return inside.starts_with('"') || inside.starts_with('}');
  return text.starts_with('[') && (inside.starts_with('{') || inside.starts_with(']')) &&
         (inside.starts_with('{') || skip_blank(inside.substr(1)).empty());
}

// An object that ends on its first line, or whose second line starts another one, is JSON Lines;
// so one broken line cannot make the rest of a file unreadable.
ContentKind lines_or_values(std::string_view text) {
  if (text.starts_with('[')) return ContentKind::json_values;
  const std::size_t end = std::min(text.find('\n'), text.size());
  JsonScanner scanner;
  if (scanner.scan(text.substr(0, end))) return ContentKind::json_lines;
  const std::string_view next = skip_blank(text.substr(end));
  // A first line longer than the sample: nobody writes pretty JSON like that.
  if (next.empty() && end >= kContentSample / 2) return ContentKind::json_lines;
  return next.starts_with('{') ? ContentKind::json_lines : ContentKind::json_values;
}

Content by_name(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (ends_with_lower(name, packed)) name.remove_suffix(packed.size());
  }
  if (ends_with_lower(name, ".jsonl") || ends_with_lower(name, ".ndjson")) {
    return {ContentKind::json_lines, {}};
  }
  return {ContentKind::text, {}};
}

bool has_table_name(std::string_view name) {
  for (const std::string_view end :
       {".csv", ".tsv", ".csv.gz", ".tsv.gz", ".csv.zst", ".tsv.zst"}) {
    if (ends_with_lower(name, end)) return true;
  }
  return false;
}
}  // namespace

Content tell_content(std::string_view bytes, std::string_view file_name) {
  for (const Signature& s : kBinary) {
    if (bytes.starts_with(s.start)) return {ContentKind::binary, s.looks_like};
  }
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  const std::string_view text = skip_blank(bytes);
  for (const Signature& s : kMarkup) {
    if (starts_with_lower(text, s.start)) return {ContentKind::markup, s.looks_like};
  }
  if (starts_like_json(text)) return {lines_or_values(text), {}};
  if (find_csv_header(bytes, has_table_name(file_name))) return {ContentKind::csv, {}};
  return by_name(file_name);
}

}  // namespace sayso
