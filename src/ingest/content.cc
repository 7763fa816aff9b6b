#include "ingest/content.h"

#include <algorithm>
#include <string>

#include "ingest/markup.h"
#include "ingest/table/csv.h"
#include "ingest/table/json_scanner.h"

namespace sayso {
namespace {
constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kBlank = " \t\r\n";

// A format that is not read, told by its first bytes as they are.
struct Signature {
  std::string_view start;
  std::string_view why_not;
};

constexpr Signature kBinary[] = {
    {"%PDF-", "a PDF; sayso does not read PDF: convert it to text or HTML first"},
    {"\xD0\xCF\x11\xE0",
     "an office document of the old kind (doc, xls); sayso does not read those: convert it to text "
     "or HTML first"},
    {"{\\rtf", "RTF; sayso does not read RTF: convert it to text or HTML first"},
    {"\x89PNG", "a PNG image, which holds no text"},
    {"\xFF\xD8\xFF", "a JPEG image, which holds no text"},
    {"GIF8", "a GIF image, which holds no text"},
    {"\x7F"
     "ELF",
     "a program, which holds no text"},
    {"SQLite format 3", "an SQLite database; sayso does not read those: export it as CSV or JSON"},
    {"PAR1", "a Parquet file; sayso does not read those: export it as CSV or JSON"},
    {"\x1F\x8B", "gzip inside a compressed file: decompress it first"},
    {"\x28\xB5\x2F\xFD", "zstd inside a compressed file: decompress it first"},
    {"\xFD"
     "7zXZ",
     "an xz file: decompress it first"},
    {"BZh", "a bzip2 file: decompress it first"},
};

// What an archive holds, by the names inside it.
constexpr Signature kZip[] = {
    {"application/epub+zip", "an EPUB book"},
    {"application/vnd.oasis.opendocument", "an office document"},
    {"[Content_Types].xml", "an office document"},
    {"word/", "an office document"},
};

std::string zip_why_not(std::string_view bytes) {
  for (const Signature& s : kZip) {
    if (bytes.find(s.start) != std::string_view::npos) {
      return std::string(s.why_not) +
             "; sayso does not read those: convert it to text or HTML first";
    }
  }
  return "a ZIP archive: unpack it first";
}

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

// "From ann@herald.example Wed Jun 21 10:00:00 2023", which stands above each message of an mbox
// file; not "From Ann Example in Dravica".
bool is_mbox_line(std::string_view line) {
  constexpr std::string_view kFrom = "From ";
  if (!line.starts_with(kFrom)) return false;
  line.remove_prefix(kFrom.size());
  line = skip_blank(line.substr(std::min(line.find(' '), line.size())));
  for (const std::string_view day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
    if (!starts_with_lower(line, day) || line.size() == day.size()) continue;
    const char behind = line[day.size()];
    return (behind == ' ' || behind == ',') && line.find(':') != std::string_view::npos;
  }
  return false;
}

struct MailField {
  std::string_view name;  // in lower case
  std::size_t weight;     // two make it mail
};

// Reports begin with "From:" or "Date:", too; only mail has been through a mail server.
constexpr MailField kMailFields[] = {
    {"mime-version: 1.", 2},
    {"snapshot-content-location:", 2},
    {"message-id:", 1},
    {"mime-version:", 1},
    {"received:", 1},
    {"return-path:", 1},
    {"delivered-to:", 1},
    {"content-type:", 1},
    {"content-transfer-encoding:", 1},
};
// Behind an mbox line these tell enough.
constexpr MailField kMboxFields[] = {{"from:", 1}, {"to:", 1}, {"subject:", 1}, {"date:", 1}};

template <std::size_t n>
std::size_t weight_of(std::string_view line, const MailField (&fields)[n]) {
  const auto* at = std::find_if(std::begin(fields), std::end(fields), [&](const MailField& field) {
    return starts_with_lower(line, field.name);
  });
  return at == std::end(fields) ? 0 : at->weight;
}

// By the fields in front of the first empty line.
bool is_mail(std::string_view text) {
  const std::size_t first_end = std::min(text.find('\n'), text.size());
  const bool mbox = is_mbox_line(text.substr(0, first_end));
  if (text.starts_with("From ")) text.remove_prefix(std::min(first_end + 1, text.size()));
  std::size_t found = mbox ? 1 : 0;
  for (std::size_t lines = 0; lines < 200 && !text.empty(); ++lines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t colon = line.find_first_of(": \t");
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    if (!folded && (colon == std::string_view::npos || line[colon] != ':')) break;
    found += weight_of(line, kMailFields) + (mbox ? weight_of(line, kMboxFields) : 0);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found >= 2;
}

// What browsers write when they save a page as one file.
bool is_mhtml(std::string_view mail) {
  const std::string_view head = mail.substr(0, std::size_t{2} << 10U);
  return head.find("Snapshot-Content-Location:") != std::string_view::npos ||
         starts_with_lower(head, "from: <saved by ");
}

// {"version": "https://jsonfeed.org/version/1.1", ...}, with or without escaped slashes.
bool is_json_feed(std::string_view text) {
  const std::size_t at = text.find("jsonfeed.org");
  if (!text.starts_with('{') || at == std::string_view::npos) return false;
  const std::string_view after = text.substr(at + std::string_view("jsonfeed.org").size());
  const std::string_view before = text.substr(0, at);
  return (after.starts_with("/version/") || after.starts_with("\\/version\\/")) &&
         before.substr(before.size() - std::min<std::size_t>(before.size(), 40))
                 .find("\"version\"") != std::string_view::npos;
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
    if (bytes.starts_with(s.start)) return {ContentKind::binary, std::string(s.why_not)};
  }
  if (bytes.starts_with("PK\x03\x04")) return {ContentKind::binary, zip_why_not(bytes)};
  if (const auto markup = tell_markup(bytes)) {
    switch (*markup) {
      case MarkupKind::html: return {ContentKind::html, {}};
      case MarkupKind::xml_feed: return {ContentKind::xml_feed, {}};
      case MarkupKind::other_xml: break;
    }
    return {ContentKind::other_text, "XML, but no page and no feed"};
  }
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  const std::string_view text = skip_blank(bytes);
  if (is_json_feed(text)) return {ContentKind::json_feed, {}};
  if (starts_like_json(text)) return {lines_or_values(text), {}};
  if (is_mail(text)) {
    if (is_mhtml(text)) {
      return {ContentKind::mail,
              "a page saved as MHTML; sayso does not read MHTML: save the page as HTML first"};
    }
    return {ContentKind::mail,
            "e-mail; sayso does not read mail: save the message as text or HTML first"};
  }
  if (find_csv_header(bytes, has_table_name(file_name))) return {ContentKind::csv, {}};
  return by_name(file_name);
}

}  // namespace sayso
