#include "ingest/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace sayso {

std::string sha256_hex(std::string_view bytes) {
  // Looking the algorithm up costs more than hashing a short report: once is enough.
  static const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> kAlgorithm(
      EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, kAlgorithm.get(), nullptr);
  std::string hex;
  hex.reserve(std::size_t{size} * 2);
  for (unsigned int i = 0; i < size; ++i) {
    hex.push_back("0123456789abcdef"[digest[i] >> 4U]);
    hex.push_back("0123456789abcdef"[digest[i] & 0xFU]);
  }
  return hex;
}

}  // namespace sayso
