#include "ingest/language.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

namespace sayso {
namespace {
// Bytes of text: the first nearly always tell, and are a third of the work; else more are asked.
constexpr std::size_t kSamples[] = {256, 1024};
constexpr std::size_t kWholeWords = 32;  // at most so many bytes are left out to end at a blank

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The first `most` bytes of the prose, ending where a word ends if there is a blank not far back.
std::string take_sample(std::string_view text, std::span<const Span> furniture, std::size_t most) {
  std::string sample;
  std::size_t at = 0;
  for (const Span span : furniture) {
    if (sample.size() >= most) break;
    if (span.begin > at) sample.append(text.substr(at, std::min(span.begin - at, most)));
    at = std::max<std::size_t>(at, span.end);
    sample.push_back(' ');
  }
  if (sample.size() < most && at < text.size()) sample.append(text.substr(at, most));
  if (sample.size() > most) {
    std::size_t end = most;
    while (end > 0 && is_continuation(sample[end])) --end;
    sample.resize(end);
    const std::size_t blank = sample.find_last_of(" \n");
    if (blank != std::string::npos && blank + kWholeWords > end) sample.resize(blank);
  }
  return sample;
}

// Capitals hide the common words that tell languages apart: wire copy of old is all capitals.
void lower_capitals(std::string& sample) {
  const auto upper = std::count_if(sample.begin(), sample.end(), is_upper);
  const auto lower_case = std::count_if(sample.begin(), sample.end(), is_lower);
  if (upper > lower_case) std::transform(sample.begin(), sample.end(), sample.begin(), lower);
}

struct Name {
  std::string_view given, tag;
};
// Names and three-letter codes that turn up in exports; CLD2's old codes.
constexpr Name kNames[] = {
    {"english", "en"},    {"eng", "en"}, {"french", "fr"},  {"fra", "fr"},
    {"german", "de"},     {"deu", "de"}, {"spanish", "es"}, {"spa", "es"},
    {"portuguese", "pt"}, {"por", "pt"}, {"arabic", "ar"},  {"ara", "ar"},
    {"russian", "ru"},    {"rus", "ru"}, {"persian", "fa"}, {"fas", "fa"},
    {"turkish", "tr"},    {"tur", "tr"}, {"italian", "it"}, {"ita", "it"},
    {"iw", "he"},         {"jw", "jv"},  {"in", "id"},
};

std::optional<std::string> language_of(std::string sample) {
  lower_capitals(sample);
  // NULs end words like any control character; CLD2 takes them for the end of a buffer.
  std::replace_if(
      sample.begin(), sample.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(
      sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  return language_tag(CLD2::LanguageCode(language));
}
}  // namespace

std::optional<std::string> identify_language(std::string_view text,
                                             std::span<const Span> furniture) {
  for (const std::size_t most : kSamples) {
    if (auto language = language_of(take_sample(text, furniture, most))) return language;
    if (text.size() <= most) break;
  }
  return std::nullopt;
}

std::string language_tag(std::string_view given) {
  const std::size_t first_part = std::min(given.find_first_of("-_"), given.size());
  std::string first(given.substr(0, first_part));
  std::transform(first.begin(), first.end(), first.begin(), lower);
  for (const Name& name : kNames) {
    if (first == name.given) first = name.tag;
  }
  std::string tag = first + std::string(given.substr(first_part));
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

}  // namespace sayso
