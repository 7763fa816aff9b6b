// A page's tree -> its blocks of text, in order: paragraphs, headings, list items.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/article/class_words.h"
#include "ingest/html/dom.h"

namespace sayso {

enum class BlockKind : std::uint8_t { paragraph, heading, item, quote, cell, preformatted };

inline constexpr std::uint32_t kNoRegion = 0xFFFFFFFFU;

struct TextBlock {
  BlockKind kind = BlockKind::paragraph;
  HtmlTag tag = HtmlTag::div;        // of the block element it stands in
  NodeIndex element = 0;             // that element
  NodeIndex first = 0;               // its first text node
  std::uint32_t region = kNoRegion;  // the innermost part of the page it stands in, with a use
  std::uint32_t begin = 0, end = 0;  // of its text
  std::uint32_t link_bytes = 0;      // of its text inside links
  std::uint32_t emphasis_bytes = 0;  // of its text in bold or italics
  std::uint32_t time_begin = 0, time_end = 0;  // of its text in a <time> element
  bool after_break = false;                    // behind a <br> inside the same element

  std::uint32_t size() const { return end - begin; }
};

// A part of the page whose element says what it is for.
struct PageRegion {
  NodeIndex begin = 0, end = 0;
  ElementUse use = ElementUse::unknown;
  std::uint32_t parent = kNoRegion;
  HtmlTag tag = HtmlTag::div;
  std::size_t kind = 0;  // the same for all elements with the same tag and class
};

struct PageBlocks {
  std::string text = {};  // of all blocks, white space collapsed
  std::vector<TextBlock> blocks = {};
  std::vector<PageRegion> regions = {};

  std::string_view of(const TextBlock& block) const {
    return std::string_view(text).substr(block.begin, block.size());
  }
};

// Leaves out what is never running text: forms, scripts, navigation.
PageBlocks find_blocks(const Dom& dom);

}  // namespace sayso
