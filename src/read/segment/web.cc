#include "read/segment/web.h"

#include <algorithm>

#include "read/segment/ascii.h"
#include "read/segment/character.h"

namespace sayso {
namespace {
constexpr std::uint32_t kMaxAddress = 120;  // bytes of an e-mail address or domain
constexpr std::uint32_t kMaxMarkup = 400;

bool starts_with_no_case(std::string_view text, std::uint32_t at, std::string_view lower) {
  if (text.size() - at < lower.size()) return false;
  return std::equal(lower.begin(), lower.end(), text.begin() + at, [](char a, char b) {
    return a == (is_ascii_upper(b) ? static_cast<char>(b + 32) : b);
  });
}

// Domains and file endings that are no English words.
constexpr std::string_view kEndings[] = {
    "com", "org",  "net",  "gov", "edu", "mil", "info", "biz", "int", "io",  "tv",  "uk",
    "de",  "fr",   "ru",   "cn",  "ir",  "il",  "jp",   "eu",  "au",  "ca",  "pl",  "ch",
    "nl",  "br",   "mx",   "ar",  "kr",  "tr",  "ua",   "co",  "doc", "xls", "pdf", "html",
    "htm", "docx", "xlsx", "jpg", "png", "gif", "mp3",  "mp4", "zip", "exe", "txt", "csv"};

bool is_ending(std::string_view word) {
  const bool all_upper = std::ranges::all_of(word, is_ascii_upper);
  const bool any_upper = std::ranges::any_of(word, is_ascii_upper);
  if (any_upper && !all_upper) return false;
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    return ending.size() == word.size() && starts_with_no_case(word, 0, ending);
  });
}

std::uint32_t end_of_path(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (c.cls == CharClass::space || c.cls == CharClass::quote || c.value == '<' || c.value == '>')
      break;
    at += c.size;
  }
  const auto is_trailing = [](char c) {
    return std::string_view(".,;:!?)]}'*").find(c) != std::string_view::npos;
  };
  while (at > begin && is_trailing(text[at - 1])) --at;
  return at;
}
}  // namespace

std::uint32_t end_of_url(std::string_view text, std::uint32_t at) {
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "mailto:", "www."}) {
    if (!starts_with_no_case(text, at, scheme)) continue;
    const auto host = at + static_cast<std::uint32_t>(scheme.size());
    const std::uint32_t end = is_ascii_alnum(byte_at(text, host)) ? end_of_path(text, host) : host;
    if (end > host) return end;
  }
  return at;
}

std::uint32_t end_of_email(std::string_view text, std::uint32_t at) {
  const std::string_view window =
      text.substr(0, std::min<std::size_t>(text.size(), at + kMaxAddress));
  const auto is_local = [](char c) {
    return is_ascii_alnum(c) || std::string_view("._%+-").find(c) != std::string_view::npos;
  };
  const std::uint32_t sign = skip(window, at, is_local);
  if (sign == at || byte_at(window, sign) != '@' || !is_ascii_alnum(byte_at(window, sign + 1))) {
    return at;
  }
  std::uint32_t end = skip(window, sign + 1, is_local);
  while (!is_ascii_alnum(text[end - 1])) --end;
  return end;
}

std::uint32_t end_of_domain(std::string_view text, std::uint32_t at) {
  const std::string_view window =
      text.substr(0, std::min<std::size_t>(text.size(), at + kMaxAddress));
  const auto is_name = [](char c) { return is_ascii_alnum(c) || c == '-' || c == '_'; };
  std::uint32_t best = at;
  std::uint32_t end = skip(window, at, is_name);
  while (end > at && byte_at(window, end) == '.') {
    const std::uint32_t part = end + 1;
    end = skip(window, part, is_name);
    if (end == part) break;
    if (is_ending(window.substr(part, end - part))) best = end;
  }
  if (best == at || is_letter(character_at(text, best).cls)) return at;
  return byte_at(text, best) == '/' ? std::max(best, end_of_path(text, best)) : best;
}

std::uint32_t end_of_markup(std::string_view text, std::uint32_t at) {
  const char first = byte_at(text, at + 1);
  if (!is_ascii_letter(first) && first != '/' && first != '!') return at;
  const std::size_t limit = std::min<std::size_t>(text.size(), at + kMaxMarkup);
  std::uint32_t name = at + 1;
  while (name < limit && (is_ascii_alnum(text[name]) || text[name] == '/' || text[name] == '!'))
    ++name;
  const char after = byte_at(text, name);
  if (after != '>' && after != ' ') return at;
  const std::size_t end = text.substr(0, limit).find_first_of("<>", at + 1);
  if (end == std::string_view::npos || text[end] != '>') return at;
  // "<b>", "</p>", "<br />", "<a href=...>"; but not "<as he said>".
  const bool has_attribute = text.substr(name, end - name).find('=') != std::string_view::npos;
  const bool is_tag = after == '>' || has_attribute || text[end - 1] == '/';
  return is_tag ? static_cast<std::uint32_t>(end) + 1 : at;
}

std::uint32_t end_of_emoticon(std::string_view text, std::uint32_t at) {
  const char eyes = byte_at(text, at);
  if (eyes != ':' && eyes != ';') return at;
  std::uint32_t mouth = at + 1;
  if (byte_at(text, mouth) == '-') ++mouth;
  if (std::string_view(")(DPO").find(byte_at(text, mouth)) == std::string_view::npos) return at;
  return is_alnum(character_at(text, mouth + 1).cls) ? at : mouth + 1;
}

std::uint32_t end_of_entity(std::string_view text, std::uint32_t at) {
  if (byte_at(text, at) != '&') return at;
  std::uint32_t end = at + 1;
  if (byte_at(text, end) == '#') ++end;
  const std::uint32_t name = end;
  while (end < at + 12 && is_ascii_alnum(byte_at(text, end))) ++end;
  return end > name && byte_at(text, end) == ';' ? end + 1 : at;
}

}  // namespace sayso
