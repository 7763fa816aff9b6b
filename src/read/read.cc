#include "read/read.h"

#include <utility>

namespace sayso {

struct Reader::Parts {};

Reader::Reader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Result<Reader> Reader::load() { return Reader(std::make_unique<const Parts>()); }

Analysis analyse(const Report& /*report*/, const Reader& /*reader*/) { return {}; }

}  // namespace sayso
