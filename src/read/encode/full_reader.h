// FullReader: sentences and tokens -> tags, names, syntax trees and sayings, by the neural model.
//
// The model (card: models/reader.md) is one encoder with several heads; see encoder.h and heads.h.
// It also decides where sentences end within a paragraph.
#pragma once

#include <memory>
#include <string_view>

#include "core/analysis.h"
#include "core/report.h"
#include "core/result.h"
#include "read/encode/model_file.h"

namespace sayso {

// Const once loaded and shared by threads. The same report gives the same layers on every
// processor: the kernels of all instruction sets agree to the bit.
class FullReader {
 public:
  static Result<FullReader> in(ModelFile model);
  ~FullReader();
  FullReader(const FullReader&) = delete;
  FullReader& operator=(const FullReader&) = delete;
  FullReader(FullReader&&) noexcept;
  FullReader& operator=(FullReader&&) noexcept;

  // Takes what `segment` made. Sets `tag`, `name` and `name_begins` of every token, the sentences,
  // `dependencies` and `sayings`; linear in the size of the text.
  void read(const Report& report, Analysis& analysis) const;

  struct Parts;

 private:
  explicit FullReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace sayso
