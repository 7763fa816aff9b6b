#include "ingest/html/article/blocks.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "ingest/html/article/element_use.h"

namespace sayso {
namespace {
// Elements without running text.
bool is_left_out(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::applet:
    case HtmlTag::audio:
    case HtmlTag::button:
    case HtmlTag::canvas:
    case HtmlTag::datalist:
    case HtmlTag::dialog:
    case HtmlTag::embed:
    case HtmlTag::head:
    case HtmlTag::iframe:
    case HtmlTag::input:
    case HtmlTag::map:
    case HtmlTag::menu:
    case HtmlTag::meter:
    case HtmlTag::nav:
    case HtmlTag::noembed:
    case HtmlTag::noframes:
    case HtmlTag::noscript:
    case HtmlTag::object:
    case HtmlTag::option:
    case HtmlTag::progress:
    case HtmlTag::rp:
    case HtmlTag::rt:
    case HtmlTag::script:
    case HtmlTag::select:
    case HtmlTag::style:
    case HtmlTag::svg:
    case HtmlTag::template_:
    case HtmlTag::textarea:
    case HtmlTag::title:
    case HtmlTag::video: return true;
    default: return false;
  }
}

bool is_heading(HtmlTag tag) { return tag >= HtmlTag::h1 && tag <= HtmlTag::h6; }

bool is_emphasis(HtmlTag tag) {
  return tag == HtmlTag::b || tag == HtmlTag::strong || tag == HtmlTag::em || tag == HtmlTag::i;
}

// Marks that no reader sees and that part words: soft hyphen, zero-width space, marks of direction,
// byte order mark. Joiners stay, since scripts need them.
std::size_t match_invisible(std::string_view text) {
  constexpr std::string_view kInvisible[] = {"\xC2\xAD", "\xE2\x80\x8B", "\xE2\x80\x8E",
                                             "\xE2\x80\x8F", "\xEF\xBB\xBF"};
  for (const std::string_view mark : kInvisible) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

class BlockFinder {
 public:
  explicit BlockFinder(const Dom& dom) : dom_(dom) {}

  PageBlocks find() {
    const auto size = static_cast<NodeIndex>(dom_.nodes().size());
    for (NodeIndex i = 0; i < size;) {
      leave_until(i);
      const DomNode& node = dom_[i];
      if (node.is_text()) {
        add_text(i);
        ++i;
      } else if (is_left_out(node.tag)) {
        if (traits(node.tag).block) flush();
        i = node.end;
      } else {
        enter(i);
        ++i;
      }
    }
    leave_until(size);
    flush();
    return std::move(out_);
  }

 private:
  struct Open {
    NodeIndex index = 0, end = 0;
    std::uint32_t region = kNoRegion;  // outside of this element
    HtmlTag tag = HtmlTag::div;
  };

  void enter(NodeIndex i) {
    const DomNode& node = dom_[i];
    if (node.tag == HtmlTag::br) {
      line_break();
      return;
    }
    if (traits(node.tag).block) flush();
    if (node.end == i + 1) return;
    open_.push_back({i, node.end, region_, node.tag});
    const bool page = node.tag == HtmlTag::html || node.tag == HtmlTag::body;
    const ElementUse use = page ? ElementUse::unknown : use_of_element(dom_, i);
    if (use != ElementUse::unknown) {
      // Quoted posts stand in boxes for social media.
      const bool apart = use == ElementUse::embedded && region_ != kNoRegion &&
                         out_.regions[region_].use == ElementUse::aside;
      const std::uint32_t parent = apart ? out_.regions[region_].parent : region_;
      out_.regions.push_back({i, node.end, use, parent, node.tag, kind_of_element(i)});
      region_ = static_cast<std::uint32_t>(out_.regions.size() - 1);
    }
    count(node.tag, 1);
  }

  std::size_t kind_of_element(NodeIndex i) const {
    const auto class_names = dom_.attribute(i, "class");
    return std::hash<std::string_view>()(class_names.value_or("")) +
           static_cast<std::size_t>(dom_[i].tag);
  }

  void leave_until(NodeIndex i) {
    while (!open_.empty() && open_.back().end <= i) {
      const Open& open = open_.back();
      if (traits(open.tag).block) flush();
      region_ = open.region;
      count(open.tag, -1);
      open_.pop_back();
    }
  }

  void count(HtmlTag tag, int change) {
    if (tag == HtmlTag::a) links_ += change;
    if (is_emphasis(tag)) emphases_ += change;
    if (tag == HtmlTag::blockquote || tag == HtmlTag::q) quotes_ += change;
    if (tag == HtmlTag::time) times_ += change;
    if (tag == HtmlTag::li) items_ += change;
    if (tag == HtmlTag::td || tag == HtmlTag::th) cells_ += change;
  }

  // Two breaks in a row are how old pages part paragraphs.
  void line_break() {
    if (pending_break_ || !in_block_) {
      flush();
      after_break_ = true;
    }
    pending_break_ = true;
  }

  void add_text(NodeIndex i) {
    const std::string_view text = dom_[i].text;
    const std::uint32_t before = static_cast<std::uint32_t>(out_.text.size());
    for (std::size_t at = 0; at < text.size();) {
      const auto c = static_cast<unsigned char>(text[at]);
      if (c <= ' ' || c == 0x7F) {
        blank_ = true;
        ++at;
        continue;
      }
      if (c == 0xC2 && at + 1 < text.size() && text[at + 1] == '\xA0') {  // no-break space
        blank_ = true;
        at += 2;
        continue;
      }
      if (const std::size_t size = match_invisible(text.substr(at)); size > 0) {
        at += size;
        continue;
      }
      std::size_t end = at + 1;
      while (end < text.size()) {
        const auto next = static_cast<unsigned char>(text[end]);
        if (next <= ' ' || next == 0x7F || next == 0xC2 || next == 0xE2 || next == 0xEF) break;
        ++end;
      }
      add_run(i, text.substr(at, end - at));
      at = end;
    }
    const std::uint32_t added = static_cast<std::uint32_t>(out_.text.size()) - before;
    if (links_ > 0) block_.link_bytes += added;
    if (emphases_ > 0) block_.emphasis_bytes += added;
    if (times_ > 0 && added > 0) {
      if (block_.time_end == 0) block_.time_begin = std::max(before, block_.begin);
      block_.time_end = before + added;
    }
  }

  void add_run(NodeIndex i, std::string_view run) {
    if (!in_block_) {
      start_block(i);
    } else if (pending_break_) {
      out_.text += '\n';
    } else if (blank_) {
      out_.text += ' ';
    }
    blank_ = pending_break_ = false;
    out_.text += run;
  }

  void start_block(NodeIndex i) {
    in_block_ = true;
    block_ = {.first = i,
              .region = region_,
              .begin = static_cast<std::uint32_t>(out_.text.size()),
              .after_break = after_break_};
    std::size_t open = open_.size();
    while (open > 0 && !traits(open_[open - 1].tag).block) --open;
    block_.element = open == 0 ? 0 : open_[open - 1].index;
    block_.tag = open == 0 ? HtmlTag::body : open_[open - 1].tag;
    block_.kind = kind();
  }

  BlockKind kind() const {
    if (is_heading(block_.tag)) return BlockKind::heading;
    if (block_.tag == HtmlTag::pre) return BlockKind::preformatted;
    if (cells_ > 0 && (block_.tag == HtmlTag::td || block_.tag == HtmlTag::th)) {
      return BlockKind::cell;
    }
    if (items_ > 0 || block_.tag == HtmlTag::dt || block_.tag == HtmlTag::dd) {
      return BlockKind::item;
    }
    if (quotes_ > 0) return BlockKind::quote;
    return BlockKind::paragraph;
  }

  void flush() {
    if (in_block_) {
      block_.end = static_cast<std::uint32_t>(out_.text.size());
      out_.blocks.push_back(block_);
    }
    in_block_ = blank_ = pending_break_ = after_break_ = false;
  }

  const Dom& dom_;
  PageBlocks out_ = {};
  std::vector<Open> open_ = {};
  std::uint32_t region_ = kNoRegion;
  TextBlock block_ = {};
  bool in_block_ = false, blank_ = false, pending_break_ = false, after_break_ = false;
  int links_ = 0, emphases_ = 0, quotes_ = 0, items_ = 0, cells_ = 0, times_ = 0;
};
}  // namespace

PageBlocks find_blocks(const Dom& dom) { return BlockFinder(dom).find(); }

}  // namespace sayso
