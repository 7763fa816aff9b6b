// ModelFile: the bytes of a model -> its tensors by name, read in place.
//
// A file is little-endian: "SAYSOENC"; u32 format version (1); u32 number of tensors; u64 size of
// the file; u32 CRC-32 of all bytes from 64 on; zeros up to byte 64. Then the table, 96 bytes a
// tensor: char name[56], padded with zeros; u32 type; u32 rank (1 to 3); u32 dims[4], 0 past the
// rank; u64 offset in the file, a multiple of 64; u64 bytes. Opening checks all of it, whatever the
// bytes; the lookups check types and dimensions. These numbers never change meaning.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace sayso {

enum class TensorType : std::uint32_t { text = 0, s8 = 1, f32 = 2, s32 = 3 };

struct Tensor {
  std::string_view name = {};
  TensorType type = TensorType::text;
  std::vector<std::uint32_t> dims = {};
  std::string_view bytes = {};
};

using Dims = std::initializer_list<std::size_t>;

// Views of it stay valid as long as it or what it was moved to lives.
class ModelFile {
 public:
  // Maps a file.
  static Result<ModelFile> open(const std::string& path);
  // Reads `bytes`, which begin at a multiple of 4 and outlive the result.
  static Result<ModelFile> in(std::string_view bytes, std::string_view path = "the model");

  const Tensor* find(std::string_view name) const;
  // A tensor of this type and these dimensions, or what is wrong. Every float is finite.
  Result<std::string_view> text(std::string_view name) const;
  Result<std::span<const std::int8_t>> bytes(std::string_view name, Dims dims) const;
  Result<std::span<const float>> floats(std::string_view name, Dims dims) const;
  Result<std::span<const std::int32_t>> integers(std::string_view name, Dims dims) const;
  // Weights in panels of 16 outputs (Panels in kernels.h), every one from -63 to 63.
  Result<std::span<const std::int8_t>> weights(std::string_view name, std::size_t outputs,
                                               std::size_t inputs) const;

  // The value of a `key value` line of the tensor "meta".
  std::optional<std::string_view> meta(std::string_view key) const;
  // A value that is a number from `least` to `most`.
  Result<std::uint32_t> meta_number(std::string_view key, std::uint32_t least,
                                    std::uint32_t most) const;

  // What is wrong with this model, as the error of whoever reads it.
  Error damaged(const std::string& what) const;

 private:
  struct Mapping {
    void* address = nullptr;
    std::size_t size = 0;

    Mapping(void* at, std::size_t bytes) : address(at), size(bytes) {}
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping();
  };

  Result<const Tensor*> typed(std::string_view name, TensorType type, Dims dims,
                              std::size_t bytes) const;

  std::string path_;
  std::unique_ptr<Mapping> mapping_;  // none when in memory
  std::vector<Tensor> tensors_;       // by name
};

}  // namespace sayso
