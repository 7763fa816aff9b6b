#include "ingest/html/dom.h"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <functional>
#include <limits>
#include <utility>

#include "ingest/html/arena.h"
#include "ingest/html/skeleton.h"

namespace sayso {
namespace {
// A million elements take less; what is over it was written to take more.
constexpr std::size_t kMaxTreeBytes = std::size_t{512} << 20U;
constexpr std::size_t kMaxNodes = std::size_t{3} << 20U;
// The rules may reopen a formatting element in every paragraph. Past so many attributes, only its
// first node has them, so that going over all nodes' attributes stays linear in the page.
constexpr std::uint32_t kMostSharedAttributes = 16;

// The tree as gumbo makes it, in an arena: nothing of it is freed one by one, which gumbo would do
// by recursion.
struct GumboTree {
  Arena arena = Arena(kMaxTreeBytes);
  std::jmp_buf out_of_memory = {};
  const GumboOutput* output = nullptr;
};

// gumbo does not look at what its allocator returns, and there is no other way to stop it. It is
// C and holds nothing but memory of the arena, so jumping out of it leaves nothing behind.
void* gumbo_take(void* tree_pointer, std::size_t size) {
  auto& tree = *static_cast<GumboTree*>(tree_pointer);
  void* const piece = tree.arena.take(size);
  if (piece == nullptr) std::longjmp(tree.out_of_memory, 1);  // NOLINT(cert-err52-cpp)
  return piece;
}
void gumbo_leave(void* /*tree*/, void* /*piece*/) {}

// False when the tree would not fit the memory. No local variables, because of setjmp.
bool build_tree(GumboTree& tree, const GumboOptions& options, const std::string& html) {
  if (setjmp(tree.out_of_memory) != 0) return false;  // NOLINT(cert-err52-cpp)
  tree.output = gumbo_parse_with_options(&options, html.data(), html.size());
  return true;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}
bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

// Rows of the skeleton by their place in it. Asked mostly in order, so the last answer's
// neighbour is tried first.
template <typename Row>
class ByPlace {
 public:
  explicit ByPlace(const std::vector<Row>& rows) : rows_(rows) {}

  // The index of the row at `place`, or the number of rows.
  std::size_t find(std::size_t place) {
    if (next_ < rows_.size() && rows_[next_].at == place) return next_++;
    const auto found =
        std::lower_bound(rows_.begin(), rows_.end(), place,
                         [](const Row& row, std::size_t wanted) { return row.at < wanted; });
    if (found == rows_.end() || found->at != place) return rows_.size();
    next_ = static_cast<std::size_t>(found - rows_.begin());
    return next_++;
  }

 private:
  const std::vector<Row>& rows_;
  std::size_t next_ = 0;
};

void give_attributes(const SkeletonTag& tag, DomNode& node) {
  constexpr std::uint32_t kMost = std::numeric_limits<std::uint16_t>::max();
  node.first_attribute = tag.first_attribute;
  node.attribute_count = static_cast<std::uint16_t>(std::min(tag.attribute_count, kMost));
}

// gumbo's tree -> the flat array, without recursion.
class Flattener {
 public:
  Flattener(const Skeleton& skeleton, std::vector<DomNode>& nodes)
      : skeleton_(skeleton),
        tags_(skeleton.tags),
        texts_(skeleton.texts),
        nodes_(nodes),
        seen_(skeleton.tags.size(), false) {}

  // False when there are too many nodes.
  bool flatten(const GumboNode& root) {
    nodes_.reserve(skeleton_.tags.size() + skeleton_.texts.size() + 4);
    enter(root);
    while (!open_.empty()) {
      if (nodes_.size() > kMaxNodes) return false;
      Open& top = open_.back();
      const GumboVector& children = top.gumbo->v.element.children;
      if (top.next_child == children.length) {
        nodes_[top.index].end = size();
        open_.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(children.data[top.next_child++]);
      if (is_element(child)) {
        enter(child);
      } else if (is_text(child)) {
        add_texts(child.v.text);
      }
    }
    return true;
  }

 private:
  struct Open {
    const GumboNode* gumbo = nullptr;
    NodeIndex index = 0;
    unsigned int next_child = 0;
  };

  NodeIndex size() const { return static_cast<NodeIndex>(nodes_.size()); }
  NodeIndex parent() const { return open_.empty() ? kNoNode : open_.back().index; }
  // Where in the skeleton `text` lies, or its size.
  std::size_t place(const GumboStringPiece& text) const {
    const std::less<> before;
    const char* const begin = skeleton_.html.data();
    if (text.data == nullptr || before(text.data, begin) ||
        !before(text.data, begin + skeleton_.html.size())) {
      return skeleton_.html.size();
    }
    return static_cast<std::size_t>(text.data - begin);
  }

  void enter(const GumboNode& gumbo) {
    DomNode node{.parent = parent()};
    const std::size_t found = tags_.find(place(gumbo.v.element.original_tag));
    if (found < skeleton_.tags.size()) {
      const SkeletonTag& tag = skeleton_.tags[found];
      node.name = tag.name;
      node.tag = tag.tag;
      node.text = tag.contents;
      if (!seen_[found] || tag.attribute_count <= kMostSharedAttributes) {
        give_attributes(tag, node);
      }
      seen_[found] = true;
    } else {  // one that the rules put in: a missing <tbody>
      node.tag = find_html_tag(gumbo_normalized_tagname(gumbo.v.element.tag));
      node.name = node.tag == HtmlTag::other ? "x" : traits(node.tag).name;
    }
    open_.push_back({&gumbo, size(), 0});
    nodes_.push_back(node);
  }

  // A text node of gumbo's holds a letter for each of the page's texts in it.
  void add_texts(const GumboText& gumbo) {
    std::size_t found = texts_.find(place(gumbo.original_text));
    for (const char* c = gumbo.text; *c != '\0' && found < skeleton_.texts.size(); ++c, ++found) {
      nodes_.push_back(
          {.text = skeleton_.texts[found].text, .parent = parent(), .end = size() + 1});
    }
  }

  const Skeleton& skeleton_;
  ByPlace<SkeletonTag> tags_;
  ByPlace<SkeletonText> texts_;
  std::vector<DomNode>& nodes_;
  std::vector<bool> seen_;  // tags of the skeleton that have a node
  std::vector<Open> open_ = {};
};

// A second <html> or <body> tag adds its attributes to the element, which rules had put in.
void adopt_attributes(const Skeleton& skeleton, std::vector<DomNode>& nodes) {
  for (DomNode& node : nodes) {
    if (node.tag != HtmlTag::html && node.tag != HtmlTag::body) continue;
    if (node.attribute_count > 0) continue;
    for (const SkeletonTag& tag : skeleton.tags) {
      if (tag.tag != node.tag || tag.attribute_count == 0) continue;
      give_attributes(tag, node);
      break;
    }
    if (node.tag == HtmlTag::body) break;
  }
}
}  // namespace

Dom::Dom(std::string html) : html_(std::move(html)), memory_(std::make_unique<Arena>()) {
  Skeleton skeleton = make_skeleton(html_, *memory_);
  cut_ = skeleton.cut;
  GumboTree tree;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = gumbo_take;
  options.deallocator = gumbo_leave;
  options.userdata = &tree;
  options.max_errors = 0;
  if (!build_tree(tree, options, skeleton.html)) {
    cut_ = true;
    return;
  }
  if (!Flattener(skeleton, nodes_).flatten(*tree.output->root)) {
    cut_ = true;
    nodes_.clear();
    return;
  }
  adopt_attributes(skeleton, nodes_);
  attributes_ = std::move(skeleton.attributes);
}

Dom::~Dom() = default;

std::optional<std::string_view> Dom::attribute(NodeIndex i, std::string_view name) const {
  for (const DomAttribute& attribute : attributes(i)) {
    if (attribute.name == name) return attribute.value;
  }
  return std::nullopt;
}

}  // namespace sayso
