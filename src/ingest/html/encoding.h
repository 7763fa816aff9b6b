// Bytes of a page in any encoding -> UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

struct DecodedPage {
  std::string text = {};      // valid UTF-8, without a byte order mark
  std::string encoding = {};  // what it was decoded from: "utf-8", "windows-1251"
  std::size_t replaced = 0;   // places that could not be decoded, now U+FFFD
};

// In this order: a byte order mark; the pattern of UTF-16; bytes that are UTF-8; what the HTTP
// header says, then the page (<meta>, XML declaration); detection. Labels mean what browsers take
// them for ("iso-8859-1" is windows-1252).
DecodedPage decode_page(std::string_view bytes, const std::optional<std::string>& http_charset);

}  // namespace sayso
