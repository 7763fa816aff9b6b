// read: Report -> Analysis (sentences, tokens, phrases, mentions, entities).
#pragma once

#include <cstddef>
#include <memory>

#include "core/analysis.h"
#include "core/reader_options.h"
#include "core/report.h"
#include "core/result.h"

namespace sayso {

// The models and lexicons of read/.
class Reader {
 public:
  // From the resources inside the program; fails where the options name a file that is no model.
  static Result<Reader> load(const ReaderOptions& options = {});
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  struct Parts;
  const Parts& parts() const { return *parts_; }
  ReaderKind kind() const;

 private:
  explicit Reader(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

// The full reader leaves longer texts to the fast one, and no dependencies: they are no reports,
// and it would take minutes.
inline constexpr std::size_t kMostFullTokens = 50'000;

// One pass of each part over the report; linear in the text's size.
Analysis analyse(const Report& report, const Reader& reader);

}  // namespace sayso
