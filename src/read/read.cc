#include "read/read.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/resource.h"
#include "read/encode/full_reader.h"
#include "read/parse/parse.h"
#include "read/refer/refer.h"
#include "read/segment/abbreviations.h"
#include "read/segment/segment.h"
#include "read/tag/lemma.h"
#include "read/tag/name_finder.h"
#include "read/tag/participles.h"
#include "read/tag/tagger.h"

namespace sayso {

struct Reader::Parts {
  Abbreviations abbreviations;
  std::optional<FullReader> full;  // else, and for very long texts, the next two
  Tagger tagger;
  NameFinder names;
  Lemmas lemmas;
  ReferLexicon refer;
};

Reader::Reader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

namespace {
Result<FullReader> load_full(const std::string& path) {
  constexpr const char* kOwn = "models/reader.bin";
  auto model = path.empty() ? ModelFile::in(resource(kOwn), kOwn) : ModelFile::open(path);
  if (!model) return model.error();
  return FullReader::in(std::move(*model));
}
}  // namespace

Result<Reader> Reader::load(const ReaderOptions& options) {
  auto abbreviations = Abbreviations::load();
  if (!abbreviations) return abbreviations.error();
  std::optional<FullReader> full;
  if (options.kind == ReaderKind::full) {
    auto loaded = load_full(options.model);
    if (!loaded) return loaded.error();
    full = std::move(*loaded);
  }
  const auto tagger = Tagger::in(resource("models/tags.bin"));
  if (!tagger) return Error{ErrorKind::damaged_model, "cannot read models/tags.bin: no tag model"};
  const auto names = NameFinder::in(resource("models/names.bin"));
  if (!names) return Error{ErrorKind::damaged_model, "cannot read models/names.bin: no name model"};
  return Reader(
      std::make_unique<const Parts>(Parts{.abbreviations = std::move(*abbreviations),
                                          .full = std::move(full),
                                          .tagger = *tagger,
                                          .names = *names,
                                          .lemmas = Lemmas(resource("lexicons/lemmas.tsv")),
                                          .refer = ReferLexicon::load()}));
}

ReaderKind Reader::kind() const { return parts_->full ? ReaderKind::full : ReaderKind::fast; }

namespace {
// Compared without regard to ASCII case: datelines are often in capitals.
bool is_name(std::string_view words, const std::optional<std::string>& name) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return name && std::ranges::equal(words, *name, {}, lower, lower);
}

// What a report says of itself is surer than what its names look like: its outlet is an
// organization ("told AVN"), the place of its dateline a place.
void name_known(const Report& report, Analysis& analysis) {
  const auto size = static_cast<TokenIndex>(analysis.tokens.size());
  for (TokenIndex first = 0; first < size; ++first) {
    if (!analysis.tokens[first].name_begins) continue;
    TokenIndex last = first + 1;
    while (last < size && analysis.tokens[last].name != NameKind::none &&
           !analysis.tokens[last].name_begins) {
      ++last;
    }
    const std::string_view words = slice(report.text, analysis.span_of({first, last}));
    NameKind kind = analysis.tokens[first].name;
    if (report.dateline && is_name(words, report.dateline->place)) kind = NameKind::place;
    if (is_name(words, report.outlet)) kind = NameKind::organization;
    for (TokenIndex i = first; i < last; ++i) analysis.tokens[i].name = kind;
  }
}
}  // namespace

Analysis analyse(const Report& report, const Reader& reader) {
  const Reader::Parts& parts = reader.parts();
  Analysis analysis;
  segment(report, parts.abbreviations, analysis);
  const bool full = parts.full && analysis.tokens.size() <= kMostFullTokens;
  if (full) {
    parts.full->read(report, analysis);
  } else {
    parts.tagger.tag(analysis);
  }
  mark_participles(analysis);
  if (!full) parts.names.find(analysis);  // goes by the tags
  name_known(report, analysis);
  parts.lemmas.set(analysis);
  parse(analysis);
  find_entities(report, parts.refer, analysis);
  return analysis;
}

}  // namespace sayso
