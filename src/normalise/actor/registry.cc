#include "normalise/actor/registry.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "core/resource.h"
#include "normalise/match/name_key.h"

namespace sayso {
namespace {
constexpr std::array<std::string_view, 5> kFiles = {
    "lexicons/actors/africa.tsv", "lexicons/actors/asia.tsv", "lexicons/actors/europe_americas.tsv",
    "lexicons/actors/international.tsv", "lexicons/actors/middle_east.tsv"};
constexpr std::array<std::string_view, 12> kKinds = {
    "armed group",   "movement", "party", "criminal group", "force",   "government",
    "international", "ngo",      "union", "media",          "company", "religious"};
constexpr std::array<std::string_view, 25> kSectors = {
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "JRN", "JUD", "LAB", "LEG",
    "MED", "MIL", "NGO", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY"};
constexpr std::string_view kUnidentified = "UAF";
constexpr std::size_t kMostSectors = 2;  // in a code: PLOVER's six letters

enum Field : std::size_t { id, name, aliases, kind, countries, from, to, sectors, note, fields };

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}
bool is_sector(std::string_view s) { return s == kUnidentified || is_one_of(kSectors, s); }

std::vector<std::string_view> split(std::string_view list) {
  std::vector<std::string_view> parts;
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (const auto part = list.substr(0, bar); !part.empty()) parts.push_back(part);
    list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
  }
  return parts;
}

using Cells = std::array<std::string_view, fields>;

// Fills `cells` with the fields of a row, without the white space around them; returns how many
// there are, of which there may be more than cells.
std::size_t split_row(std::string_view row, Cells& cells) {
  std::size_t given = 0;
  while (true) {
    const std::size_t tab = row.find('\t');
    std::string_view cell = row.substr(0, tab);
    while (!cell.empty() && (cell.front() == ' ' || cell.front() == '\r')) cell.remove_prefix(1);
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\r')) cell.remove_suffix(1);
    if (given < cells.size()) cells[given] = cell;
    ++given;
    if (tab == std::string_view::npos) return given;
    row.remove_prefix(tab + 1);
  }
}

bool is_year(std::string_view s) {
  return s.size() == 4 && s.find_first_not_of("0123456789") == std::string_view::npos;
}
int to_year(std::string_view s) {
  int year = 0;
  for (const char c : s) year = year * 10 + (c - '0');
  return year;
}

bool is_acronym(std::string_view alias) {
  constexpr std::size_t kMostLetters = 6;
  return alias.size() > 1 && alias.size() <= kMostLetters &&
         std::all_of(alias.begin(), alias.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
         });
}

Error unusable(const std::string& file, std::size_t line, const std::string& fault) {
  return {ErrorKind::malformed,
          "cannot use " + file + ", line " + std::to_string(line) + ": " + fault};
}

Error cannot_read(const std::string& file) {
  const ErrorKind kind = errno == ENOENT ? ErrorKind::not_found : ErrorKind::unreadable;
  return {kind, "cannot read " + file + ": " + std::strerror(errno)};
}

Result<std::string> contents(const std::string& file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> in(std::fopen(file.c_str(), "rb"),
                                                           &std::fclose);
  if (!in) return cannot_read(file);
  std::string text;
  std::array<char, 1U << 14U> block = {};
  while (const std::size_t size = std::fread(block.data(), 1, block.size(), in.get())) {
    text.append(block.data(), size);
  }
  if (std::ferror(in.get()) != 0) return cannot_read(file);
  return text;
}

// "LBN" for the main country of a body that has one; else what stands for a country in CAMEO.
std::string_view code_prefix(const CountryWords& words,
                             const std::vector<std::string_view>& countries,
                             std::string_view kind) {
  if (!countries.empty()) return words.alpha3(countries.front());
  if (kind == "international") return "IGO";
  if (kind == "ngo") return "NGO";
  if (kind == "company") return "MNC";
  if (kind == "armed group") return "IMG";
  return {};
}
}  // namespace

namespace {
// The same for a name in ASCII of ordinary length, which nearly all are, without an allocation; 0
// for any other.
WordKey key_of_ascii(std::string_view name) {
  std::array<char, 64> letters = {};
  if (name.size() > letters.size()) return 0;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  constexpr std::string_view kArticle = "the ";
  if (name.size() > kArticle.size() &&
      std::equal(kArticle.begin(), kArticle.end(), name.begin(),
                 [lower](char a, char b) { return a == lower(b); })) {
    name.remove_prefix(kArticle.size());
  }
  std::size_t size = 0;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) >= 0x80) return 0;
    const char l = lower(c);
    if ((l >= 'a' && l <= 'z') || (l >= '0' && l <= '9')) letters[size++] = l;
  }
  return size == 0 ? WordKey{0} : word_key({letters.data(), size});
}
}  // namespace

WordKey actor_key(std::string_view name) {
  if (const WordKey key = key_of_ascii(name); key != 0) return key;
  std::string folded;
  append_folded(name, folded);
  std::string_view rest = folded;
  std::string letters;
  for (std::string_view word = take_word(rest); !word.empty(); word = take_word(rest)) {
    if (letters.empty() && word == "the") continue;
    letters += word;
  }
  return letters.empty() ? WordKey{0} : word_key(letters);
}

class ActorRegistry::Maker {
 public:
  Maker(ActorRegistry& registry, const CountryWords& words) : registry_(registry), words_(words) {}

  // The rows of a text; an error names the line.
  std::optional<Error> add(std::string_view text, const std::string& file, bool of_user) {
    std::size_t line = 0;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::string_view row = text.substr(0, end);
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
      ++line;
      if (row.empty() || row.front() == '#' ||
          row.find_first_not_of(" \t\r") == std::string_view::npos)
        continue;
      if (const std::string fault = add_row(row, of_user); !fault.empty()) {
        return unusable(file, line, fault);
      }
    }
    return std::nullopt;
  }

  void finish() {
    for (const Alias& alias : registry_.aliases_) {
      registry_.filter_[alias.key / 64 % kFilterWords] |= std::uint64_t{1} << (alias.key % 64);
    }
    std::sort(registry_.aliases_.begin(), registry_.aliases_.end(),
              [](const Alias& a, const Alias& b) {
                return a.key != b.key ? a.key < b.key : a.row < b.row;
              });
  }

 private:
  // What is wrong with the row, or nothing.
  std::string add_row(std::string_view row, bool of_user) {
    Cells cells = {};
    const std::size_t given = split_row(row, cells);
    if (given < 2 || given > fields) {
      return std::to_string(given) + (given == 1 ? " field" : " fields") +
             "; a row has 2 to 9, separated by tabs: id, name, aliases, kind, countries, from, to, "
             "sectors, note";
    }
    ActorRow made{.id = cells[id], .name = cells[name], .of_user = of_user};
    if (made.id.empty() || made.name.empty()) return "the id or the name is missing";
    if (!cells[kind].empty() && !is_one_of(kKinds, cells[kind])) {
      return "'" + std::string(cells[kind]) + "' is no kind of actor";
    }
    made.countries = split(cells[countries]);
    for (const std::string_view country : made.countries) {
      if (words_.alpha3(country).empty()) {
        return "'" + std::string(country) + "' is no country code of two letters (ISO 3166-1)";
      }
    }
    for (const Field year : {from, to}) {
      if (!cells[year].empty() && !is_year(cells[year])) {
        return "'" + std::string(cells[year]) + "' is no year";
      }
    }
    made.from = to_year(cells[from]);
    made.code = code_prefix(words_, made.countries, cells[kind]);
    std::size_t count = 0;
    for (const std::string_view sector : split(cells[sectors])) {
      if (!is_sector(sector)) return "'" + std::string(sector) + "' is no sector of PLOVER's";
      if (made.code != sector && count++ < kMostSectors) made.code += sector;
    }
    const std::uint32_t index = place(std::move(made));
    add_alias(cells[name], index);
    for (const std::string_view alias : split(cells[aliases])) add_alias(alias, index);
    return {};
  }

  // Where a new row goes: that of the same id loses its names.
  std::uint32_t place(ActorRow made) {
    const auto next = static_cast<std::uint32_t>(registry_.rows_.size());
    const auto [at, is_new] = by_id_.try_emplace(made.id, next);
    const std::uint32_t row = at->second;
    if (is_new) {
      registry_.rows_.push_back(std::move(made));
    } else {
      std::erase_if(registry_.aliases_, [row](const Alias& a) { return a.row == row; });
      registry_.rows_[row] = std::move(made);
    }
    return row;
  }

  void add_alias(std::string_view alias, std::uint32_t row) {
    const WordKey key = actor_key(alias);
    if (key == 0) return;
    const bool acronym = is_acronym(alias);
    registry_.aliases_.push_back({.key = key,
                                  .row = row,
                                  .acronym = acronym,
                                  .short_one = acronym && alias.size() <= 3,
                                  .single_word = alias.find(' ') == std::string_view::npos});
  }

  ActorRegistry& registry_;
  const CountryWords& words_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_ = {};
};

Result<ActorRegistry> ActorRegistry::load(const CountryWords& countries,
                                          std::span<const std::string> files) {
  ActorRegistry registry;
  Maker maker(registry, countries);
  for (const std::string_view file : kFiles) {
    if (auto error = maker.add(resource(file), std::string(file), false)) return *error;
  }
  for (const std::string& file : files) {
    auto read = contents(file);
    if (!read) return read.error();
    auto text = std::make_unique<const std::string>(std::move(*read));
    if (auto error = maker.add(*text, file, true)) return *error;
    registry.files_.push_back(std::move(text));
  }
  maker.finish();
  return registry;
}

std::span<const ActorRegistry::Alias> ActorRegistry::find(WordKey name) const {
  struct Order {
    bool operator()(const Alias& a, WordKey key) const { return a.key < key; }
    bool operator()(WordKey key, const Alias& a) const { return key < a.key; }
  };
  const std::uint64_t word = filter_[name / 64 % kFilterWords];
  if ((word >> (name % 64) & 1U) == 0) return {};
  const auto [first, last] = std::equal_range(aliases_.begin(), aliases_.end(), name, Order{});
  return {first, last};
}

}  // namespace sayso
