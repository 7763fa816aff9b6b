#include "read/read.h"

#include <optional>
#include <utility>

#include "core/resource.h"
#include "read/tag/tagger.h"

namespace sayso {

struct Reader::Parts {
  Tagger tagger = {};
};

Reader::Reader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Result<Reader> Reader::load() {
  const auto tagger = Tagger::in(resource("models/tags.bin"));
  if (!tagger) return Error{ErrorKind::damaged_model, "cannot read models/tags.bin: no tag model"};
  return Reader(std::make_unique<const Parts>(Parts{.tagger = *tagger}));
}

Analysis analyse(const Report& /*report*/, const Reader& reader) {
  Analysis analysis;
  reader.parts().tagger.tag(analysis);
  return analysis;
}

}  // namespace sayso
