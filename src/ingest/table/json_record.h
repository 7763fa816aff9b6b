// One JSON object -> Record.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "core/result.h"
#include "ingest/table/record.h"

namespace sayso {

// Holds the parser's memory, which is used again for every object.
class JsonRecords {
 public:
  JsonRecords();
  ~JsonRecords();
  JsonRecords(const JsonRecords&) = delete;
  JsonRecords& operator=(const JsonRecords&) = delete;
  JsonRecords(JsonRecords&&) = delete;
  JsonRecords& operator=(JsonRecords&&) = delete;

  // Fills `record` as far as it gets, so that a refused record keeps its id. The error has no
  // name of the input. Behind `bytes` there are ReadBuffer::kPadding readable bytes.
  std::optional<Error> parse(std::string_view bytes, Record& record);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace sayso
