// read: Report -> Analysis (sentences, tokens, phrases, mentions, entities).
#pragma once

#include <memory>

#include "core/analysis.h"
#include "core/report.h"
#include "core/result.h"

namespace sayso {

// What the fast reader needs: the tag and name models and the lexicons of read/.
class Reader {
 public:
  // From the resources inside the program.
  static Result<Reader> load();
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  explicit Reader(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

// One pass of each part over the report; linear in the text's size.
Analysis analyse(const Report& report, const Reader& reader);

}  // namespace sayso
