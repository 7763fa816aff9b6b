#include "ingest/html/skeleton.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "ingest/cursor.h"
#include "ingest/html/character_references.h"

namespace sayso {
namespace {
constexpr std::uint32_t kMaxOpenFormatting = 24;
constexpr std::size_t kMaxOtherNames = 1024;
constexpr std::size_t kMaxDoctype = 256;

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
constexpr bool ends_name(char c) { return is_space(c) || c == '/' || c == '>'; }
bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

// Tags that end foreign content where they stand in it (HTML standard 13.2.6.5).
bool breaks_out_of_svg(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::b:
    case HtmlTag::big:
    case HtmlTag::blockquote:
    case HtmlTag::body:
    case HtmlTag::br:
    case HtmlTag::center:
    case HtmlTag::code:
    case HtmlTag::dd:
    case HtmlTag::div:
    case HtmlTag::dl:
    case HtmlTag::dt:
    case HtmlTag::em:
    case HtmlTag::embed:
    case HtmlTag::h1:
    case HtmlTag::h2:
    case HtmlTag::h3:
    case HtmlTag::h4:
    case HtmlTag::h5:
    case HtmlTag::h6:
    case HtmlTag::head:
    case HtmlTag::hr:
    case HtmlTag::i:
    case HtmlTag::img:
    case HtmlTag::li:
    case HtmlTag::menu:
    case HtmlTag::meta:
    case HtmlTag::nobr:
    case HtmlTag::ol:
    case HtmlTag::p:
    case HtmlTag::pre:
    case HtmlTag::ruby:
    case HtmlTag::s:
    case HtmlTag::small:
    case HtmlTag::span:
    case HtmlTag::strong:
    case HtmlTag::strike:
    case HtmlTag::sub:
    case HtmlTag::sup:
    case HtmlTag::table:
    case HtmlTag::tt:
    case HtmlTag::u:
    case HtmlTag::ul:
    case HtmlTag::var: return true;
    default: return false;
  }
}

// One pass over the page by the rules of the HTML5 tokenizer.
class SkeletonMaker {
 public:
  SkeletonMaker(std::string_view page, Arena& arena) : page_(page), arena_(arena) {
    out_.html.reserve(page.size() / 8 + 256);
    out_.tags.reserve(page.size() / 64 + 16);
    out_.texts.reserve(page.size() / 128 + 16);
    out_.attributes.reserve(page.size() / 48 + 16);
  }

  Skeleton make() {
    while (at_ < page_.size() && !out_.cut) step();
    return std::move(out_);
  }

 private:
  struct Name {
    HtmlTag tag = HtmlTag::other;
    std::string_view text = {};  // lower case
    std::uint32_t other_id = 0;  // of an unknown name
    bool too_many = false;       // one unknown name too many
  };

  char peek(std::size_t ahead) const {
    return at_ + ahead < page_.size() ? page_[at_ + ahead] : '\0';
  }
  // The next place of `c` from `from` on, or the page's end.
  std::size_t find(char c, std::size_t from) const {
    if (from >= page_.size()) return page_.size();
    const void* const found = std::memchr(page_.data() + from, c, page_.size() - from);
    return found == nullptr
               ? page_.size()
               : static_cast<std::size_t>(static_cast<const char*>(found) - page_.data());
  }
  std::size_t find(std::string_view text, std::size_t from) const {
    return std::min(page_.find(text, from), page_.size());
  }
  bool starts_markup(std::size_t lt) const {
    const char next = lt + 1 < page_.size() ? page_[lt + 1] : '\0';
    if (ascii::is_letter(next) || next == '!' || next == '?') return true;
    return next == '/' && lt + 2 < page_.size();
  }

  void step() {
    const std::size_t begin = at_;
    std::size_t lt = find('<', at_);
    while (lt < page_.size() && !starts_markup(lt)) lt = find('<', lt + 1);
    if (lt > begin) add_text(page_.substr(begin, lt - begin));
    at_ = lt;
    if (at_ < page_.size()) markup();
  }

  void markup() {
    const char next = peek(1);
    if (ascii::is_letter(next)) {
      start_tag();
    } else if (next == '/') {
      end_tag();
    } else if (next == '!' && page_.substr(at_, 4) == "<!--") {
      at_ = comment_end(at_);
    } else if (next == '!' && is_doctype()) {
      doctype();
    } else {
      at_ = std::min(find('>', at_) + 1, page_.size());
    }
  }

  // "<!-->" and "<!--->" are whole comments.
  std::size_t comment_end(std::size_t begin) const {
    if (page_.substr(begin + 4, 1) == ">") return begin + 5;
    if (page_.substr(begin + 4, 2) == "->") return begin + 6;
    for (std::size_t at = begin + 4;;) {
      const std::size_t dashes = find("--", at);
      if (dashes == page_.size()) return page_.size();
      std::size_t behind = dashes + 2;
      while (behind < page_.size() && page_[behind] == '-') ++behind;
      if (page_.substr(behind, 1) == ">") return behind + 1;
      if (page_.substr(behind, 2) == "!>") return behind + 2;
      at = behind;
    }
  }

  bool is_doctype() const {
    constexpr std::string_view kDoctype = "<!doctype";
    for (std::size_t i = 0; i < kDoctype.size(); ++i) {
      if (ascii::lower(peek(i)) != kDoctype[i]) return false;
    }
    return true;
  }
  // Passed on as it is, since it says how tables close paragraphs.
  void doctype() {
    const std::size_t end = std::min(find('>', at_) + 1, page_.size());
    const std::string_view whole = page_.substr(at_, end - at_);
    const bool plain = std::all_of(whole.begin(), whole.end(), [](char c) { return c > 0; });
    out_.html +=
        whole.size() <= kMaxDoctype && plain && whole.ends_with('>') ? whole : "<!DOCTYPE html>";
    at_ = end;
  }

  void add_text(std::string_view raw) {
    const bool blank = is_blank(raw);
    if (blank && after_block_ && open_pre_ == 0) return;
    after_block_ = false;
    out_.texts.push_back({static_cast<std::uint32_t>(out_.html.size()), resolve(raw, false)});
    out_.html += blank ? ' ' : 'x';
  }

  std::string_view resolve(std::string_view raw, bool in_attribute) {
    if (raw.empty() || std::memchr(raw.data(), '&', raw.size()) == nullptr) return raw;
    char* const out = arena_.take_chars(raw.size());
    return {out, resolve_references(raw, in_attribute, out)};
  }

  std::string_view lower(std::string_view text) {
    if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      return text;
    }
    char* const out = arena_.take_chars(text.size());
    std::transform(text.begin(), text.end(), out, ascii::lower);
    return {out, text.size()};
  }

  Name take_name(std::size_t begin) {
    std::size_t end = begin;
    while (end < page_.size() && !ends_name(page_[end])) ++end;
    at_ = end;
    const std::string_view text = page_.substr(begin, end - begin);
    Name name{.tag = find_html_tag(text)};
    if (name.tag != HtmlTag::other) {
      name.text = traits(name.tag).name;
      return name;
    }
    name.text = lower(text);
    const auto known = other_ids_.find(name.text);
    if (known != other_ids_.end()) {
      name.other_id = known->second;
    } else if (other_ids_.size() < kMaxOtherNames) {
      name.other_id = static_cast<std::uint32_t>(other_ids_.size());
      other_ids_.emplace(name.text, name.other_id);
    } else {
      name.too_many = true;
    }
    return name;
  }

  void write_name(const Name& name) {
    if (name.tag == HtmlTag::other) {
      (out_.html += 'x') += std::to_string(name.other_id);
    } else {
      out_.html += name.text;
    }
  }

  // What is open, as far as depth goes: near to what the tree builder will have open, since each
  // of its steps may look at all of that.
  struct OpenElement {
    HtmlTag tag = HtmlTag::other;
    std::uint32_t other_id = 0;
  };

  static bool is_heading(HtmlTag tag) { return tag >= HtmlTag::h1 && tag <= HtmlTag::h6; }
  static bool closes(const Name& name, const OpenElement& open) {
    if (is_heading(name.tag)) return is_heading(open.tag);
    return name.tag == open.tag && (name.tag != HtmlTag::other || name.other_id == open.other_id);
  }
  // End tags do not reach beyond these.
  static bool is_barrier(HtmlTag tag) {
    return tag == HtmlTag::table || tag == HtmlTag::template_ || tag == HtmlTag::object ||
           tag == HtmlTag::applet || tag == HtmlTag::marquee;
  }

  void remove_open(std::size_t i) {
    if (open_[i].tag == HtmlTag::pre) --open_pre_;
    if (traits(open_[i].tag).formatting) --open_formatting_;
    open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
  }

  // Whether an end tag closes anything.
  bool close(const Name& name) {
    const HtmlTagTraits& t = traits(name.tag);
    std::size_t i = open_.size();
    while (i > 0 && !closes(name, open_[i - 1])) {
      --i;
      if (is_barrier(open_[i].tag) && !is_barrier(name.tag)) return false;
      if (!t.block && !t.formatting && traits(open_[i].tag).block) return false;
    }
    if (i == 0) return false;
    // Formatting elements above are reopened by the tree builder.
    for (std::size_t above = open_.size(); !t.formatting && above-- > i;) {
      if (!traits(open_[above].tag).formatting) remove_open(above);
    }
    remove_open(i - 1);
    return true;
  }

  bool may_open(const Name& name) {
    const HtmlTagTraits& t = traits(name.tag);
    if (name.too_many) return false;
    if (!t.nests) return true;
    if (name.tag == HtmlTag::a || name.tag == HtmlTag::nobr || name.tag == HtmlTag::button) {
      close(name);
    }
    if (open_.size() >= kMaxOpenElements) return false;
    if (t.formatting && open_formatting_ >= kMaxOpenFormatting) return false;
    if (t.formatting) ++open_formatting_;
    if (name.tag == HtmlTag::pre) ++open_pre_;
    open_.push_back({name.tag, name.other_id});
    return true;
  }

  void start_tag() {
    const Name name = take_name(at_ + 1);
    SkeletonTag tag{.at = static_cast<std::uint32_t>(out_.html.size()),
                    .tag = name.tag,
                    .first_attribute = static_cast<std::uint32_t>(out_.attributes.size()),
                    .name = name.text};
    const bool self_closing = attributes();
    tag.attribute_count = static_cast<std::uint32_t>(out_.attributes.size()) - tag.first_attribute;
    if (out_.tags.size() >= kMaxTags) {
      out_.cut = true;
      return;
    }
    if (name.tag == HtmlTag::svg) {
      if (!self_closing) skip_svg();
      return;
    }
    if (!may_open(name)) return;
    const HtmlTagTraits& t = traits(name.tag);
    if (t.block) after_block_ = true;
    out_.html += '<';
    write_name(name);
    if (name.tag == HtmlTag::input && is_hidden(tag)) out_.html += " type=hidden";
    out_.html += '>';
    if (t.raw) {
      tag.contents = take_raw(name);
    }
    out_.tags.push_back(tag);
    if (name.tag == HtmlTag::title || name.tag == HtmlTag::textarea) take_escapable(name);
  }

  // The tree builder leaves hidden inputs where they are in a table.
  bool is_hidden(const SkeletonTag& tag) const {
    for (std::size_t i = tag.first_attribute; i < out_.attributes.size(); ++i) {
      if (out_.attributes[i].name == "type" && out_.attributes[i].value == "hidden") return true;
    }
    return false;
  }

  // From behind the name to behind ">"; whether it ended in "/>".
  bool attributes() {
    while (at_ < page_.size()) {
      while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) ++at_;
      if (at_ == page_.size()) break;
      if (page_[at_] == '>') {
        ++at_;
        return page_[at_ - 2] == '/';
      }
      attribute();
    }
    return false;
  }

  void attribute() {
    const std::size_t begin = at_;
    do {
      ++at_;  // a "=" at the start belongs to the name
    } while (at_ < page_.size() && page_[at_] != '=' && !ends_name(page_[at_]));
    const std::string_view name = page_.substr(begin, at_ - begin);
    std::size_t equals = at_;
    while (equals < page_.size() && is_space(page_[equals])) ++equals;
    std::string_view value;
    if (equals < page_.size() && page_[equals] == '=') {
      at_ = equals + 1;
      value = attribute_value();
    } else {
      at_ = equals;
    }
    if (out_.attributes.size() >= kMaxAttributes) {
      out_.cut = true;
      return;
    }
    out_.attributes.push_back({lower(name), resolve(value, true)});
  }

  std::string_view attribute_value() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    const char quote = peek(0);
    const std::size_t begin = quote == '"' || quote == '\'' ? at_ + 1 : at_;
    std::size_t end = begin;
    if (begin > at_) {
      end = find(quote, begin);
      at_ = std::min(end + 1, page_.size());
    } else {
      while (end < page_.size() && !is_space(page_[end]) && page_[end] != '>') ++end;
      at_ = end;
    }
    return page_.substr(begin, end - begin);
  }

  void end_tag() {
    if (!ascii::is_letter(peek(2))) {
      at_ = std::min(find('>', at_) + 1, page_.size());
      return;
    }
    const Name name = take_name(at_ + 2);
    const std::size_t attributes_before = out_.attributes.size();
    attributes();
    out_.attributes.resize(attributes_before);
    if (name.too_many || name.tag == HtmlTag::svg) return;
    const HtmlTagTraits& t = traits(name.tag);
    if (t.nests && !close(name)) return;
    if (t.block) after_block_ = true;
    // gumbo 0.10 would move text that ends here behind the form.
    if (name.tag == HtmlTag::form) out_.html += "<!---->";
    out_.html += "</";
    write_name(name);
    out_.html += '>';
  }

  // Whether "</name" or "<name" with a proper end stands at `at`.
  bool is_tag_at(std::size_t at, std::string_view start, std::string_view name) const {
    if (page_.size() - at < start.size() + name.size()) return false;
    if (page_.substr(at, start.size()) != start) return false;
    at += start.size();
    for (std::size_t i = 0; i < name.size(); ++i) {
      if (ascii::lower(page_[at + i]) != name[i]) return false;
    }
    return at + name.size() == page_.size() || ends_name(page_[at + name.size()]);
  }

  // Contents of an element that ends only at its own end tag, which is left for the next step.
  std::string_view take_until_end_tag(const Name& name) {
    const std::size_t begin = at_;
    at_ = find('<', at_);
    while (at_ < page_.size() && !is_tag_at(at_, "</", name.text)) at_ = find('<', at_ + 1);
    return page_.substr(begin, at_ - begin);
  }

  std::string_view take_raw(const Name& name) {
    if (name.tag != HtmlTag::script) return take_until_end_tag(name);
    const std::size_t begin = at_;
    at_ = script_end();
    return page_.substr(begin, at_ - begin);
  }

  // A script may hide its end tag: "<!-- <script> </script> -->" is one whole script.
  std::size_t script_end() const {
    std::size_t at = at_;
    while (true) {
      at = find('<', at);
      if (at == page_.size() || is_tag_at(at, "</", "script")) return at;
      if (page_.substr(at, 4) != "<!--") {
        ++at;
        continue;
      }
      const std::size_t escaped_end = find("-->", at + 2);
      const auto [end, is_end] = escaped_script_end(at + 4, escaped_end);
      if (is_end) return end;
      if (escaped_end == page_.size()) return page_.size();
      at = escaped_end;
    }
  }
  std::pair<std::size_t, bool> escaped_script_end(std::size_t at, std::size_t end) const {
    bool doubly = false;
    for (at = find('<', at); at < end; at = find('<', at + 1)) {
      if (is_tag_at(at, "</", "script")) {
        if (!doubly) return {at, true};
        doubly = false;
      } else if (is_tag_at(at, "<", "script")) {
        doubly = true;
      }
    }
    return {end, false};
  }

  void take_escapable(const Name& name) {
    const std::string_view raw = take_until_end_tag(name);
    if (raw.empty()) return;
    out_.texts.push_back({static_cast<std::uint32_t>(out_.html.size()), resolve(raw, false)});
    out_.html += 'x';
  }

  // Pictures have no text: left out whole.
  void skip_svg() {
    const std::size_t attributes_before = out_.attributes.size();
    for (std::uint32_t depth = 1; depth > 0 && at_ < page_.size();) {
      at_ = find('<', at_);
      if (page_.substr(at_, 4) == "<!--") {
        at_ = comment_end(at_);
        continue;
      }
      const bool end = peek(1) == '/';
      if (!ascii::is_letter(peek(end ? 2 : 1))) {
        at_ = std::min(at_ + 1, page_.size());
        continue;
      }
      const std::size_t begin = at_;
      std::size_t name_end = begin + (end ? 2 : 1);
      const std::size_t name_begin = name_end;
      while (name_end < page_.size() && !ends_name(page_[name_end])) ++name_end;
      const HtmlTag tag = find_html_tag(page_.substr(name_begin, name_end - name_begin));
      if (breaks_out_of_svg(tag)) return;
      at_ = name_end;
      const bool self_closing = attributes();
      if (tag == HtmlTag::svg && end) --depth;
      if (tag == HtmlTag::svg && !end && !self_closing) ++depth;
      out_.attributes.resize(attributes_before);
    }
  }

  std::string_view page_;
  Arena& arena_;
  std::size_t at_ = 0;
  Skeleton out_ = {};
  bool after_block_ = true;  // blanks here mean nothing
  std::vector<OpenElement> open_ = {};
  std::uint32_t open_formatting_ = 0, open_pre_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> other_ids_ = {};
};
}  // namespace

Skeleton make_skeleton(std::string_view page, Arena& arena) {
  return SkeletonMaker(page, arena).make();
}

}  // namespace sayso
