#include "ingest/feed/xml_encoding.h"

#include <unicode/ucnv.h>

#include <array>

namespace sayso {
namespace {
constexpr int kIsNoCharacter = -1;
constexpr int kBeginsTwoBytes = -2;

// The character that `size` bytes are, or kIsNoCharacter.
int character(UConverter* converter, const char* bytes, int size) {
  UErrorCode status = U_ZERO_ERROR;
  const char* at = bytes;
  const UChar32 c = ucnv_getNextUChar(converter, &at, bytes + size, &status);
  ucnv_reset(converter);
  constexpr UChar32 kReplacement = 0xFFFD;
  constexpr UChar32 kLastOfTwoBytes = 0xFFFF;  // what expat can take
  const bool whole = U_SUCCESS(status) != 0 && at == bytes + size;
  return whole && c != kReplacement && c <= kLastOfTwoBytes ? c : kIsNoCharacter;
}

int convert_two_bytes(void* converter, const char* bytes) {
  return character(static_cast<UConverter*>(converter), bytes, 2);
}

void close_converter(void* converter) { ucnv_close(static_cast<UConverter*>(converter)); }

int describe(void* /*unused*/, const XML_Char* name, XML_Encoding* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name, &status);
  if (U_FAILURE(status) != 0) return XML_STATUS_ERROR;
  std::array<UBool, 256> starters = {};
  UErrorCode no_starters = U_ZERO_ERROR;
  ucnv_getStarters(converter, starters.data(), &no_starters);  // fails on one byte a character
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool begins_two =
        U_SUCCESS(no_starters) != 0 && starters[static_cast<std::size_t>(byte)] != 0;
    encoding->map[byte] = begins_two ? kBeginsTwoBytes : character(converter, &c, 1);
  }
  encoding->data = converter;
  encoding->convert = &convert_two_bytes;
  encoding->release = &close_converter;
  return XML_STATUS_OK;
}
}  // namespace

void know_encodings(XML_Parser parser) {
  XML_SetUnknownEncodingHandler(parser, &describe, nullptr);
}

}  // namespace sayso
