#include "read/read.h"

#include <optional>
#include <utility>

#include "core/resource.h"
#include "read/parse/parse.h"
#include "read/refer/refer.h"
#include "read/segment/abbreviations.h"
#include "read/segment/segment.h"
#include "read/tag/lemma.h"
#include "read/tag/name_finder.h"
#include "read/tag/tagger.h"

namespace sayso {

struct Reader::Parts {
  Abbreviations abbreviations;
  Tagger tagger;
  NameFinder names;
  Lemmas lemmas;
  ReferLexicon refer;
};

Reader::Reader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Result<Reader> Reader::load() {
  auto abbreviations = Abbreviations::load();
  if (!abbreviations) return abbreviations.error();
  const auto tagger = Tagger::in(resource("models/tags.bin"));
  if (!tagger) return Error{ErrorKind::damaged_model, "cannot read models/tags.bin: no tag model"};
  const auto names = NameFinder::in(resource("models/names.bin"));
  if (!names) return Error{ErrorKind::damaged_model, "cannot read models/names.bin: no name model"};
  return Reader(
      std::make_unique<const Parts>(Parts{.abbreviations = std::move(*abbreviations),
                                          .tagger = *tagger,
                                          .names = *names,
                                          .lemmas = Lemmas(resource("lexicons/lemmas.tsv")),
                                          .refer = ReferLexicon::load()}));
}

Analysis analyse(const Report& report, const Reader& reader) {
  const Reader::Parts& parts = reader.parts();
  Analysis analysis;
  segment(report, parts.abbreviations, analysis);
  parts.tagger.tag(analysis);
  parts.names.find(analysis);
  parts.lemmas.set(analysis);
  parse(analysis);
  find_entities(report, parts.refer, analysis);
  return analysis;
}

}  // namespace sayso
