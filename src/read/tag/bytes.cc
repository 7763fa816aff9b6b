#include "read/tag/bytes.h"

namespace sayso {

std::optional<std::vector<std::string_view>> model_sections(std::string_view file) {
  const std::size_t header = kModelMagic.size() + 2 * sizeof(std::uint32_t);
  if (file.size() < header || !file.starts_with(kModelMagic)) return std::nullopt;
  const char* numbers = file.data() + kModelMagic.size();
  const auto count = number_at<std::uint32_t>(numbers, 1);
  if (number_at<std::uint32_t>(numbers, 0) != kModelFormat) return std::nullopt;
  if (count > (file.size() - header) / 8) return std::nullopt;
  std::vector<std::string_view> sections;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto begin = number_at<std::uint32_t>(numbers, 2 + std::size_t{2} * i);
    const auto size = number_at<std::uint32_t>(numbers, 3 + std::size_t{2} * i);
    if (begin > file.size() || size > file.size() - begin) return std::nullopt;
    sections.push_back(file.substr(begin, size));
  }
  return sections;
}

}  // namespace sayso
