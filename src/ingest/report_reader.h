// ReportReader: one opened input -> its reports. One implementation a format.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "ingest/ingest.h"
#include "ingest/input_bytes.h"
#include "ingest/read_buffer.h"

namespace sayso {

class ReportReader {
 public:
  ReportReader() = default;
  ReportReader(const ReportReader&) = delete;
  ReportReader& operator=(const ReportReader&) = delete;
  ReportReader(ReportReader&&) = delete;
  ReportReader& operator=(ReportReader&&) = delete;
  virtual ~ReportReader() = default;

  virtual std::optional<ReportOrRefusal> next() = 0;
};

// What every reader is made from. The buffer outlives the reader and is at the input's start.
struct ReaderInput {
  ReadBuffer& buffer;
  std::string path = {};  // for messages
  std::string name = {};  // ids are made from it
  IngestOptions options = {};
};

// What is known of an input besides its bytes.
struct InputName {
  std::string path = {};  // for messages
  std::string name = {};  // ids are made from it
};

// The reader that fits what the input holds. `bytes` are at the input's start and outlive it.
std::unique_ptr<ReportReader> open_reader(InputBytes& bytes, InputName name,
                                          const IngestOptions& options);

}  // namespace sayso
