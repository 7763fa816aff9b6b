// What every reader promises of its reports; a fuzz target stops where one is broken.
#pragma once

#include <cstdlib>
#include <optional>

#include "core/report.h"
#include "core/utf8.h"

namespace sayso {

inline void require(bool kept) {
  if (!kept) std::abort();
}

inline void check(const std::optional<std::string>& field) {
  require(!field || !find_invalid_utf8(*field));
}

inline void check(const Report& report) {
  require(!find_invalid_utf8(report.text) && !find_invalid_utf8(report.id));
  for (const auto& field :
       {report.uri, report.outlet, report.title, report.published, report.language}) {
    check(field);
  }
  if (report.dateline) check(report.dateline->place);
  for (const auto& name : report.bylines) check(name);
  for (const auto& warning : report.warnings) check(warning);
  std::uint32_t end = 0;
  for (const Span span : report.furniture) {
    require(end <= span.begin && span.begin < span.end && span.end <= report.text.size());
    require(!find_invalid_utf8(slice(report.text, span)));
    end = span.end;
  }
  if (report.title_span) {
    require(report.title_span->end <= report.text.size());
    require(!find_invalid_utf8(slice(report.text, *report.title_span)));
  }
}

}  // namespace sayso
