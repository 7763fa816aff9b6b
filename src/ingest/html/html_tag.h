// HtmlTag: names of HTML elements -> numbers, so that tests on them are comparisons.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

// `text` is a text node, `other` an element without a number of its own.
// clang-format off
enum class HtmlTag : std::uint8_t {
  text, other,
  a, abbr, address, applet, area, article, aside, audio, b, base, bdi, bdo, big, blockquote, body,
  br, button, canvas, caption, center, cite, code, col, colgroup, datalist, dd, del, details, dfn,
  dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame,
  frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd,
  label, legend, li, link, main, map, mark, marquee, math, menu, meta, meter, nav, nobr, noembed,
  noframes, noscript, object, ol, optgroup, option, output, p, param, picture, plaintext, pre,
  progress, q, rp, rt, ruby, s, samp, script, section, select, small, source, span, strike, strong,
  style, sub, summary, sup, svg, table, tbody, td, template_, textarea, tfoot, th, thead, time,
  title, tr, track, tt, u, ul, var, video, wbr, xmp
};
// clang-format on

struct HtmlTagTraits {
  std::string_view name = {};
  bool is_void = false;     // never has an end tag
  bool block = false;       // stands apart from the text around it
  bool nests = false;       // its end tag must be written, so that it may hold more of its kind
  bool formatting = false;  // reopened by the parser where it was not closed
  bool raw = false;         // its contents are no HTML, and only for programs
};

const HtmlTagTraits& traits(HtmlTag tag);
// In any case; `other` for an unknown name.
HtmlTag find_html_tag(std::string_view name);

}  // namespace sayso
