#include "ingest/html/article/script_text.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "ingest/cursor.h"

namespace sayso {
namespace {
constexpr std::size_t kShortestProse = 80;  // bytes
constexpr std::size_t kShortestScript = 400;
constexpr std::size_t kLeastInAll = 400;  // less is no article
constexpr int kMostLayers = 3;            // JSON in a string in JSON in a string

// A string literal in double quotes: what is between them, as written.
struct Literal {
  std::string_view raw = {};
  std::size_t end = 0;  // behind the closing quote
};

// The literal whose opening quote is at `at`; nothing when it has no end on its line.
std::optional<Literal> match_literal(std::string_view script, std::size_t at) {
  for (std::size_t i = at + 1; i < script.size(); ++i) {
    const char c = script[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"') {
      return Literal{script.substr(at + 1, i - at - 1), i + 1};
    } else if (c == '\n') {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> hex4(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + 4, value, 16);
  if (error != std::errc() || end != text.data() + 4) return std::nullopt;
  return value;
}

constexpr bool is_high_surrogate(std::uint32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
constexpr bool is_surrogate(std::uint32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

// "u00e9" at `at` (and its other half): appends the character, returns the bytes it took.
std::size_t append_escape(std::string& out, std::string_view raw, std::size_t at) {
  const auto first = hex4(raw.substr(at + 1));
  if (!first) return 1;
  if (is_high_surrogate(*first) && raw.substr(at + 5, 2) == "\\u") {
    const auto second = hex4(raw.substr(at + 7));
    if (second && is_surrogate(*second) && !is_high_surrogate(*second)) {
      append_utf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
      return 11;
    }
  }
  append_utf8(out, is_surrogate(*first) ? char32_t{0xFFFD} : char32_t{*first});
  return 5;
}

std::string unescape(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 == raw.size()) {
      out += raw[i];
      continue;
    }
    ++i;
    switch (raw[i]) {
      case 'n': out += '\n'; break;
      case 't':
      case 'r': out += ' '; break;
      case 'b':
      case 'f': break;
      case 'u': i += append_escape(out, raw, i) - 1; break;
      default: out += raw[i];
    }
  }
  return out;
}

// Sentences rather than code, addresses or lists of words.
bool is_prose(std::string_view text) {
  if (text.size() < kShortestProse || text.starts_with("http")) return false;
  std::size_t words = 0, signs = 0, bytes = 0, wide = 0;
  bool in_tag = false;
  for (const char c : text) {
    if (c == '<') in_tag = true;
    if (!in_tag) {
      ++bytes;
      words += c == ' ' ? 1U : 0U;
      wide += c < 0 ? 1U : 0U;
      signs += c == '{' || c == '}' || c == '=' || c == ';' || c == '_' || c == '|' || c == '\\' ||
                       c == '/' || c == '"'
                   ? 1U
                   : 0U;
    }
    if (c == '>') in_tag = false;
  }
  if (bytes < kShortestProse || signs * 25 > bytes) return false;
  return words * 16 > bytes || wide * 2 > bytes;
}

class ScriptScanner {
 public:
  void scan(std::string_view script, int layer) {
    std::string_view key;
    for (std::size_t at = script.find('"'); at < script.size(); at = script.find('"', at)) {
      const auto literal = match_literal(script, at);
      if (!literal) {  // not JSON: on with the next line
        at = std::min(script.find('\n', at), script.size());
        continue;
      }
      at = literal->end;
      std::size_t behind = at;
      while (behind < script.size() && ascii::is_blank(script[behind])) ++behind;
      if (behind < script.size() && script[behind] == ':') {
        key = literal->raw;
      } else {
        take_value(key, literal->raw, layer);
      }
    }
  }

  // The most prose that stands under one key.
  std::string best() const {
    const Found* most = nullptr;
    for (const auto& [key, found] : found_) {
      if (most == nullptr || found.bytes > most->bytes) most = &found;
    }
    if (most == nullptr || most->bytes < kLeastInAll) return {};
    std::string html;
    std::unordered_set<std::string_view> seen;
    for (const std::string& text : most->texts) {
      if (seen.insert(text).second) html.append("<p>").append(text).append("</p>\n");
    }
    return html;
  }

 private:
  struct Found {
    std::vector<std::string> texts = {};
    std::size_t bytes = 0;
  };

  void take_value(std::string_view key, std::string_view raw, int layer) {
    if (raw.size() < kShortestProse || raw.find(' ') == std::string_view::npos) return;
    std::string text = unescape(raw);
    if (text.find("{\"") != std::string::npos && layer < kMostLayers) scan(text, layer + 1);
    // "24:T1f4,<p>...": how one framework numbers its pieces.
    if (ascii::is_digit(text[0])) {
      const std::size_t tag = text.find('<');
      if (tag < 16) text.erase(0, tag);
    }
    if (!is_prose(text)) return;
    Found& found = found_[std::string(key)];
    found.bytes += text.size();
    found.texts.push_back(std::move(text));
  }

  std::map<std::string, Found> found_ = {};
};

bool is_data(const Dom& dom, NodeIndex i) {
  const auto type = dom.attribute(i, "type");
  return !type || type->empty() || type->find("json") != std::string_view::npos ||
         type->find("javascript") != std::string_view::npos;
}
}  // namespace

std::string find_script_text(const Dom& dom) {
  ScriptScanner scanner;
  for (NodeIndex i = 0; i < dom.nodes().size(); ++i) {
    const DomNode& node = dom[i];
    if (node.tag != HtmlTag::script || node.text.size() < kShortestScript) continue;
    if (is_data(dom, i)) scanner.scan(node.text, 0);
  }
  return scanner.best();
}

}  // namespace sayso
