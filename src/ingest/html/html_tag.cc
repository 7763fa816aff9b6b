#include "ingest/html/html_tag.h"

#include <array>
#include <cstddef>

#include "ingest/cursor.h"

namespace sayso {
namespace {
// In the order of the enumeration.
constexpr HtmlTagTraits kTags[] = {
    {.name = ""},
    {.name = "", .nests = true},
    {.name = "a", .nests = true, .formatting = true},
    {.name = "abbr", .nests = true},
    {.name = "address", .block = true, .nests = true},
    {.name = "applet", .nests = true},
    {.name = "area", .is_void = true},
    {.name = "article", .block = true, .nests = true},
    {.name = "aside", .block = true, .nests = true},
    {.name = "audio", .block = true, .nests = true},
    {.name = "b", .nests = true, .formatting = true},
    {.name = "base", .is_void = true},
    {.name = "bdi", .nests = true},
    {.name = "bdo", .nests = true},
    {.name = "big", .nests = true, .formatting = true},
    {.name = "blockquote", .block = true, .nests = true},
    {.name = "body", .block = true},
    {.name = "br", .is_void = true},
    {.name = "button", .nests = true},
    {.name = "canvas", .block = true, .nests = true},
    {.name = "caption", .block = true},
    {.name = "center", .block = true, .nests = true},
    {.name = "cite", .nests = true},
    {.name = "code", .nests = true, .formatting = true},
    {.name = "col", .is_void = true, .block = true},
    {.name = "colgroup", .block = true},
    {.name = "datalist", .nests = true},
    {.name = "dd", .block = true},
    {.name = "del", .nests = true},
    {.name = "details", .block = true, .nests = true},
    {.name = "dfn", .nests = true},
    {.name = "dialog", .block = true, .nests = true},
    {.name = "dir", .block = true, .nests = true},
    {.name = "div", .block = true, .nests = true},
    {.name = "dl", .block = true, .nests = true},
    {.name = "dt", .block = true},
    {.name = "em", .nests = true, .formatting = true},
    {.name = "embed", .is_void = true},
    {.name = "fieldset", .block = true, .nests = true},
    {.name = "figcaption", .block = true, .nests = true},
    {.name = "figure", .block = true, .nests = true},
    {.name = "font", .nests = true, .formatting = true},
    {.name = "footer", .block = true, .nests = true},
    {.name = "form", .block = true, .nests = true},
    {.name = "frame", .is_void = true},
    {.name = "frameset", .block = true, .nests = true},
    {.name = "h1", .block = true, .nests = true},
    {.name = "h2", .block = true, .nests = true},
    {.name = "h3", .block = true, .nests = true},
    {.name = "h4", .block = true, .nests = true},
    {.name = "h5", .block = true, .nests = true},
    {.name = "h6", .block = true, .nests = true},
    {.name = "head", .block = true},
    {.name = "header", .block = true, .nests = true},
    {.name = "hgroup", .block = true, .nests = true},
    {.name = "hr", .is_void = true, .block = true},
    {.name = "html", .block = true},
    {.name = "i", .nests = true, .formatting = true},
    {.name = "iframe", .raw = true},
    {.name = "img", .is_void = true},
    {.name = "input", .is_void = true},
    {.name = "ins", .nests = true},
    {.name = "kbd", .nests = true},
    {.name = "label", .nests = true},
    {.name = "legend", .block = true, .nests = true},
    {.name = "li", .block = true},
    {.name = "link", .is_void = true},
    {.name = "main", .block = true, .nests = true},
    {.name = "map", .nests = true},
    {.name = "mark", .nests = true},
    {.name = "marquee", .nests = true},
    {.name = "math", .nests = true},
    {.name = "menu", .block = true, .nests = true},
    {.name = "meta", .is_void = true},
    {.name = "meter", .nests = true},
    {.name = "nav", .block = true, .nests = true},
    {.name = "nobr", .nests = true, .formatting = true},
    {.name = "noembed", .raw = true},
    {.name = "noframes", .raw = true},
    {.name = "noscript", .raw = true},
    {.name = "object", .nests = true},
    {.name = "ol", .block = true, .nests = true},
    {.name = "optgroup", .block = true},
    {.name = "option", .block = true},
    {.name = "output", .nests = true},
    {.name = "p", .block = true},
    {.name = "param", .is_void = true},
    {.name = "picture", .nests = true},
    {.name = "plaintext"},
    {.name = "pre", .nests = true},
    {.name = "progress", .nests = true},
    {.name = "q", .nests = true},
    {.name = "rp"},
    {.name = "rt"},
    {.name = "ruby", .nests = true},
    {.name = "s", .nests = true, .formatting = true},
    {.name = "samp", .nests = true},
    {.name = "script", .raw = true},
    {.name = "section", .block = true, .nests = true},
    {.name = "select", .block = true, .nests = true},
    {.name = "small", .nests = true, .formatting = true},
    {.name = "source", .is_void = true},
    {.name = "span", .nests = true},
    {.name = "strike", .nests = true, .formatting = true},
    {.name = "strong", .nests = true, .formatting = true},
    {.name = "style", .raw = true},
    {.name = "sub", .nests = true},
    {.name = "summary", .block = true, .nests = true},
    {.name = "sup", .nests = true},
    {.name = "svg"},
    {.name = "table", .block = true, .nests = true},
    {.name = "tbody", .block = true},
    {.name = "td", .block = true},
    {.name = "template", .nests = true},
    {.name = "textarea", .block = true},
    {.name = "tfoot", .block = true},
    {.name = "th", .block = true},
    {.name = "thead", .block = true},
    {.name = "time", .nests = true},
    {.name = "title", .block = true},
    {.name = "tr", .block = true},
    {.name = "track", .is_void = true},
    {.name = "tt", .nests = true, .formatting = true},
    {.name = "u", .nests = true, .formatting = true},
    {.name = "ul", .block = true, .nests = true},
    {.name = "var", .nests = true},
    {.name = "video", .block = true, .nests = true},
    {.name = "wbr", .is_void = true},
    {.name = "xmp", .raw = true},
};
constexpr std::size_t kTagsEnd = std::size(kTags);
static_assert(kTagsEnd == static_cast<std::size_t>(HtmlTag::xmp) + 1);

constexpr std::size_t kSlots = 1024;  // a power of two, several times the number of names
constexpr std::size_t kLongest = 10;  // "blockquote"

constexpr std::size_t slot_of(std::string_view name) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(ascii::lower(c))) * 16777619U;
  }
  return (hash ^ (hash >> 15U)) % kSlots;
}

constexpr std::array<std::uint8_t, kSlots> make_slots() {
  std::array<std::uint8_t, kSlots> slots{};
  for (std::size_t tag = 2; tag < kTagsEnd; ++tag) {
    std::size_t slot = slot_of(kTags[tag].name);
    while (slots[slot] != 0) slot = (slot + 1) % kSlots;
    slots[slot] = static_cast<std::uint8_t>(tag);
  }
  return slots;
}
constexpr std::array<std::uint8_t, kSlots> kSlotTable = make_slots();

bool same_name(std::string_view any_case, std::string_view lower) {
  if (any_case.size() != lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (ascii::lower(any_case[i]) != lower[i]) return false;
  }
  return true;
}
}  // namespace

const HtmlTagTraits& traits(HtmlTag tag) { return kTags[static_cast<std::size_t>(tag)]; }

HtmlTag find_html_tag(std::string_view name) {
  if (name.empty() || name.size() > kLongest) return HtmlTag::other;
  for (std::size_t slot = slot_of(name); kSlotTable[slot] != 0; slot = (slot + 1) % kSlots) {
    if (same_name(name, kTags[kSlotTable[slot]].name)) return HtmlTag{kSlotTable[slot]};
  }
  return HtmlTag::other;
}

}  // namespace sayso
