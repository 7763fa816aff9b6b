#include "ingest/html/metadata/json_repair.h"

#include "ingest/cursor.h"

namespace sayso {
namespace {
class JsonRepair {
 public:
  explicit JsonRepair(std::string_view json) : c_{json} { out_.reserve(json.size() + 2); }

  std::string run() {
    out_ += '[';
    while (!c_.at_end()) step();
    drop_comma();
    out_ += ']';
    return std::move(out_);
  }

 private:
  void step() {
    if (c_.take_blanks()) return;
    if (skip_comment()) return;
    switch (c_.peek()) {
      case '"': return value_begins(), copy_string();
      case '{':
      case '[': ++depth_; return value_begins(), copy();
      case '}':
      case ']':
        if (depth_ == 0) return skip();
        --depth_;
        drop_comma();
        return copy();
      case ',':
        if (out_.back() == ',' || out_.back() == '[' || out_.back() == '{') return skip();
        return copy();
      default: return depth_ == 0 ? skip() : copy_word();
    }
  }

  void copy() { out_ += c_.text[c_.at++]; }
  void skip() { ++c_.at; }
  void drop_comma() {
    if (out_.back() == ',') out_.pop_back();
  }
  // "} {" and "\"a\" \"b\"" lack a comma.
  void value_begins() {
    const char last = out_.back();
    if (last == '}' || last == ']' || last == '"') out_ += ',';
  }

  bool skip_comment() {
    struct Mark {
      std::string_view open, close;
    };
    constexpr Mark kMarks[] = {{"/*", "*/"}, {"<!--", ""},      {"-->", ""},
                               {"//", "\n"}, {"<![CDATA[", ""}, {"]]>", ""}};
    for (const Mark& mark : kMarks) {
      if (!c_.rest().starts_with(mark.open)) continue;
      c_.at += mark.open.size();
      // "//<![CDATA[{" on one line
      if (c_.rest().starts_with("<![CDATA[") || c_.rest().starts_with("]]>")) return true;
      if (mark.close.empty()) return true;
      const std::size_t end = c_.rest().find(mark.close);
      c_.at = end == std::string_view::npos ? c_.text.size() : c_.at + end + mark.close.size();
      return true;
    }
    return false;
  }

  // Numbers, true, false, null, colons.
  void copy_word() {
    if (c_.peek() == ';') return skip();
    copy();
  }

  void copy_string() {
    copy();
    while (!c_.at_end() && c_.peek() != '"') {
      if (c_.peek() == '\\') {
        copy_escape();
      } else if (static_cast<unsigned char>(c_.peek()) < 0x20) {
        out_ += ' ';
        skip();
      } else {
        copy();
      }
    }
    out_ += '"';
    if (!c_.at_end()) skip();
  }

  void copy_escape() {
    const char escaped = c_.peek(1);
    const bool known =
        escaped != '\0' && std::string_view("\"\\/bfnrtu").find(escaped) != std::string_view::npos;
    if (known) copy();
    if (!known) return skip();
    copy();
  }

  Cursor c_;
  std::string out_ = {};
  std::size_t depth_ = 0;
};
}  // namespace

std::string repair_json(std::string_view json) { return JsonRepair(json).run(); }

}  // namespace sayso
