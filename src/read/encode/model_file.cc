#include "read/encode/model_file.h"

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "read/encode/kernels.h"

namespace sayso {

static_assert(std::endian::native == std::endian::little, "the file is read in place");

namespace {

constexpr std::string_view kMagic = "SAYSOENC";
constexpr std::uint32_t kFormat = 1;
constexpr std::size_t kHeader = 64;  // bytes; also what offsets are multiples of
constexpr std::size_t kEntry = 96;
constexpr std::size_t kNameSize = 56;
constexpr std::size_t kMostTensors = 4096;

template <typename T>
T number_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(T));
  return value;
}

std::size_t size_of(TensorType type) {
  return type == TensorType::f32 || type == TensorType::s32 ? 4 : 1;
}

// What is wrong with the header, or nothing.
std::string wrong_with_header(std::string_view file) {
  if (file.size() < kHeader || !file.starts_with(kMagic)) return "not a model of sayso's reader";
  const auto format = number_at<std::uint32_t>(file, 8);
  if (format != kFormat) {
    return "of format " + std::to_string(format) + ", and this program reads format " +
           std::to_string(kFormat);
  }
  const auto size = number_at<std::uint64_t>(file, 16);
  if (size != file.size()) {
    return std::to_string(file.size()) + " bytes, and it should have " + std::to_string(size);
  }
  const auto crc = number_at<std::uint32_t>(file, 24);
  if (libdeflate_crc32(0, file.data() + kHeader, file.size() - kHeader) != crc) {
    return "damaged (its checksum does not fit)";
  }
  if (file.substr(28, kHeader - 28).find_first_not_of('\0') != std::string_view::npos) {
    return "damaged (its header goes on where it should not)";
  }
  const auto tensors = number_at<std::uint32_t>(file, 12);
  if (tensors > kMostTensors || kHeader + tensors * kEntry > file.size()) {
    return "damaged (it cannot hold " + std::to_string(tensors) + " tensors)";
  }
  return {};
}

// The name, or an empty one when it is none: printable ASCII, then zeros.
std::string_view name_at(std::string_view entry) {
  const std::string_view field = entry.substr(0, kNameSize);
  const std::size_t size = field.find('\0');
  if (size == std::string_view::npos) return {};
  if (field.find_first_not_of('\0', size) != std::string_view::npos) return {};
  const std::string_view name = field.substr(0, size);
  const bool printable =
      std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
  return printable ? name : std::string_view{};
}

bool read_dims(std::string_view entry, Tensor& tensor) {
  const auto rank = number_at<std::uint32_t>(entry, 60);
  if (rank < 1 || rank > 3) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const auto dim = number_at<std::uint32_t>(entry, 64 + 4 * i);
    if ((dim != 0) != (i < rank)) return false;
    if (i < rank) tensor.dims.push_back(dim);
  }
  return true;
}

// The tensor of one line of the table, or what is wrong with it.
Result<Tensor> read_entry(std::string_view file, std::size_t index, std::size_t table_end) {
  const std::string_view entry = file.substr(kHeader + index * kEntry, kEntry);
  const auto wrong = [&](const char* what) {
    return Error{ErrorKind::damaged_model,
                 "damaged (tensor " + std::to_string(index) + " has " + what + ")"};
  };
  Tensor tensor{.name = name_at(entry)};
  if (tensor.name.empty()) return wrong("no name");
  const auto type = number_at<std::uint32_t>(entry, 56);
  if (type > 3) return wrong("an unknown type");
  tensor.type = static_cast<TensorType>(type);
  if (!read_dims(entry, tensor)) return wrong("impossible dimensions");
  const auto offset = number_at<std::uint64_t>(entry, 80);
  const auto bytes = number_at<std::uint64_t>(entry, 88);
  if (offset % kHeader != 0 || offset < table_end || offset > file.size() ||
      bytes > file.size() - offset || bytes % size_of(tensor.type) != 0) {
    return wrong("no place in the file");
  }
  tensor.bytes = file.substr(offset, bytes);
  return tensor;
}

bool by_name(const Tensor& a, const Tensor& b) { return a.name < b.name; }
bool same_name(const Tensor& a, const Tensor& b) { return a.name == b.name; }

Result<std::vector<Tensor>> read_table(std::string_view file) {
  const auto count = number_at<std::uint32_t>(file, 12);
  std::vector<Tensor> tensors;
  tensors.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto tensor = read_entry(file, i, kHeader + count * kEntry);
    if (!tensor) return tensor.error();
    tensors.push_back(std::move(*tensor));
  }
  std::sort(tensors.begin(), tensors.end(), by_name);
  if (std::adjacent_find(tensors.begin(), tensors.end(), same_name) != tensors.end()) {
    return Error{ErrorKind::damaged_model, "damaged (two of its tensors have one name)"};
  }
  return tensors;
}

std::string to_text(Dims dims) {
  std::string text;
  for (const std::size_t dim : dims) text += (text.empty() ? "" : " x ") + std::to_string(dim);
  return text;
}

std::size_t product(Dims dims) {
  std::size_t size = 1;
  for (const std::size_t dim : dims) size *= dim;
  return size;
}

template <typename T>
std::span<const T> numbers(const Tensor& tensor) {
  return {reinterpret_cast<const T*>(tensor.bytes.data()), tensor.bytes.size() / sizeof(T)};
}

Error unreadable(const std::string& path, int error) {
  const ErrorKind kind = error == ENOENT ? ErrorKind::not_found : ErrorKind::unreadable;
  return {kind, "cannot read the model " + path + ": " + std::strerror(error)};
}

}  // namespace

ModelFile::Mapping::~Mapping() { munmap(address, size); }

Result<ModelFile> ModelFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return unreadable(path, errno);
  struct stat status = {};
  void* address = MAP_FAILED;
  if (fstat(file, &status) == 0 && status.st_size > 0) {
    address =
        mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file, 0);
  }
  const int error = errno;
  ::close(file);
  if (status.st_size == 0) return in({}, path);
  if (address == MAP_FAILED) return unreadable(path, error);
  auto mapping = std::make_unique<Mapping>(address, static_cast<std::size_t>(status.st_size));
  auto model = in({static_cast<const char*>(address), mapping->size}, path);
  if (model) model->mapping_ = std::move(mapping);
  return model;
}

Result<ModelFile> ModelFile::in(std::string_view bytes, std::string_view path) {
  ModelFile model;
  model.path_ = path;
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(float) != 0) {
    return model.damaged("not at an address that is a multiple of 4");
  }
  if (const std::string wrong = wrong_with_header(bytes); !wrong.empty()) {
    return model.damaged(wrong);
  }
  auto table = read_table(bytes);
  if (!table) return model.damaged(table.error().message);
  model.tensors_ = std::move(*table);
  return model;
}

Error ModelFile::damaged(const std::string& what) const {
  return {ErrorKind::damaged_model, "cannot use " + path_ + ": it is " + what +
                                        "; get it anew, or the one made for this version of sayso"};
}

const Tensor* ModelFile::find(std::string_view name) const {
  const auto found =
      std::lower_bound(tensors_.begin(), tensors_.end(), Tensor{.name = name}, by_name);
  return found != tensors_.end() && found->name == name ? &*found : nullptr;
}

Result<const Tensor*> ModelFile::typed(std::string_view name, TensorType type, Dims dims,
                                       std::size_t bytes) const {
  const Tensor* tensor = find(name);
  if (tensor == nullptr) return damaged("without the tensor " + std::string(name));
  if (tensor->type != type) {
    return damaged("wrong in the type of its tensor " + std::string(name));
  }
  if (!std::equal(dims.begin(), dims.end(), tensor->dims.begin(), tensor->dims.end()) ||
      tensor->bytes.size() != bytes) {
    return damaged("wrong in its tensor " + std::string(name) + ", which should be " +
                   to_text(dims));
  }
  return tensor;
}

Result<std::string_view> ModelFile::text(std::string_view name) const {
  const Tensor* found = find(name);
  const std::size_t size = found == nullptr ? 0 : found->bytes.size();
  const auto tensor = typed(name, TensorType::text, {size}, size);
  if (!tensor) return tensor.error();
  return (*tensor)->bytes;
}

Result<std::span<const std::int8_t>> ModelFile::bytes(std::string_view name, Dims dims) const {
  const auto tensor = typed(name, TensorType::s8, dims, product(dims));
  if (!tensor) return tensor.error();
  return numbers<std::int8_t>(**tensor);
}

Result<std::span<const float>> ModelFile::floats(std::string_view name, Dims dims) const {
  const auto tensor = typed(name, TensorType::f32, dims, product(dims) * sizeof(float));
  if (!tensor) return tensor.error();
  const auto values = numbers<float>(**tensor);
  // One sum instead of a question a number: what is not finite times 0 is not 0.
  float zero = 0;
  for (const float value : values) zero += value * 0.0F;
  if (zero != 0.0F)
    return damaged("wrong in its tensor " + std::string(name) + ", which is not finite");
  return values;
}

Result<std::span<const std::int32_t>> ModelFile::integers(std::string_view name, Dims dims) const {
  const auto tensor = typed(name, TensorType::s32, dims, product(dims) * sizeof(std::int32_t));
  if (!tensor) return tensor.error();
  return numbers<std::int32_t>(**tensor);
}

Result<std::span<const std::int8_t>> ModelFile::weights(std::string_view name, std::size_t outputs,
                                                        std::size_t inputs) const {
  const Panels shape{.outputs = outputs, .inputs = inputs};
  const auto tensor = typed(name, TensorType::s8, {outputs, inputs}, shape.weight_bytes());
  if (!tensor) return tensor.error();
  const auto values = numbers<std::int8_t>(**tensor);
  std::int8_t least = 0;
  std::int8_t most = 0;
  for (const std::int8_t value : values) {
    least = std::min(least, value);
    most = std::max(most, value);
  }
  if (most > kLargestWeight || least < -kLargestWeight) {
    return damaged("wrong in its tensor " + std::string(name) + ", whose weights have over 7 bits");
  }
  return values;
}

std::optional<std::string_view> ModelFile::meta(std::string_view key) const {
  const auto lines = text("meta");
  if (!lines) return std::nullopt;
  for (std::string_view rest = *lines; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.size() > key.size() && line.starts_with(key) && line[key.size()] == ' ') {
      return line.substr(key.size() + 1);
    }
  }
  return std::nullopt;
}

Result<std::uint32_t> ModelFile::meta_number(std::string_view key, std::uint32_t least,
                                             std::uint32_t most) const {
  const auto value = meta(key);
  std::uint32_t number = 0;
  bool good = value.has_value();
  if (good) {
    const char* end = value->data() + value->size();
    const auto parsed = std::from_chars(value->data(), end, number);
    good = parsed.ec == std::errc{} && parsed.ptr == end && least <= number && number <= most;
  }
  if (!good) {
    return damaged("without a line '" + std::string(key) + " N' in its meta, N from " +
                   std::to_string(least) + " to " + std::to_string(most));
  }
  return number;
}

}  // namespace sayso
