#include "ingest/text/head.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "ingest/cursor.h"
#include "ingest/text/byline.h"
#include "ingest/text/date_line.h"
#include "ingest/text/dateline.h"
#include "ingest/text/signatures.h"
#include "ingest/text/title.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kHeadBytes = 4096;  // no head is longer
constexpr int kMostLines = 16;            // lines with something on them
constexpr int kMostProseLines = 5;        // a dateline may follow a standfirst or a caption
constexpr std::string_view kBom = "\xEF\xBB\xBF";

// Reads line after line until the dateline, or until the prose has clearly begun.
class HeadReader {
 public:
  HeadReader(Report& report, const KnownMetadata& known)
      : report_(report),
        known_(known),
        head_(prefix(report.text, kHeadBytes)),
        all_capitals_(is_mostly_capitals(head_)),
        title_wanted_(!report.title) {}

  void read() {
    if (head_.starts_with(kBom)) add_furniture(0, kBom.size());
    if (at_ == 0 && !report_.furniture.empty()) at_ = kBom.size();
    while (lines_ < kMostLines && prose_lines_ < kMostProseLines && !done_ && skip_blank_lines()) {
      read_line();
      ++lines_;
    }
    finish();
  }

 private:
  bool skip_blank_lines() {
    Cursor c{head_, at_};
    c.take_blanks();
    at_ = c.at;
    return at_ < head_.size();
  }

  std::string_view rest() const { return head_.substr(at_); }
  std::string_view line() const { return rest().substr(0, rest().find('\n')); }

  void add_furniture(std::size_t begin, std::size_t end) {
    report_.furniture.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  void read_line() {
    if (take_known_title()) return;
    if (take_date_line(line()) || take_byline(line()) || take_link(line())) return;
    if (take_prefixes()) {
      done_ = true;
      return;
    }
    if (prose_lines_ == 0 && (take_outlet_line() || take_title())) return;
    ++prose_lines_;
    at_ += line().size();
  }

  bool take_known_title() {
    if (title_wanted_ || report_.title_span || prose_lines_ > 0) return false;
    const std::size_t size = match_title(rest(), *report_.title);
    if (size == 0) return false;
    set_title_span(size);
    at_ += size;
    return true;
  }

  void set_title_span(std::size_t size) {
    const std::string_view title = trimmed(rest().substr(0, size));
    const auto begin = static_cast<std::uint32_t>(at_);
    report_.title_span = Span{begin, begin + static_cast<std::uint32_t>(title.size())};
  }

  bool take_date_line(std::string_view line) {
    const auto match = match_date_line(line);
    if (!match) return false;
    use(*match);
    add_furniture(at_, at_ + trimmed(line).size());
    at_ += line.size();
    return true;
  }

  // A date line may follow on the same line: it is read next.
  bool take_byline(std::string_view line) {
    line = line.substr(0, find_date_line_at_end(line).value_or(line.size()));
    const auto match = match_byline(line);
    if (!match) return false;
    use(*match);
    add_furniture(at_, at_ + trimmed(line).size());
    at_ += line.size();
    return true;
  }

  // A line that is an address and nothing else.
  bool take_link(std::string_view line) {
    line = trimmed(line);
    if (line.find(' ') != std::string_view::npos) return false;
    const std::size_t sign = line.find('@');
    const bool mail = sign != std::string_view::npos && sign > 0 &&
                      line.find('.', sign) != std::string_view::npos;
    if (!mail && !line.starts_with("http://") && !line.starts_with("https://") &&
        !line.starts_with("www.")) {
      return false;
    }
    add_furniture(at_, at_ + line.size());
    at_ += line.size();
    return true;
  }

  // What stands before the first sentence, on its line.
  bool take_prefixes() {
    const std::size_t begin = at_;
    if (prose_lines_ == 0) {
      if (const auto match = match_scraped_prefix(rest())) {
        use(*match);
        take_inline(match->size);
      } else if (const auto byline = match_run_on_byline(rest())) {
        use(*byline);
        take_inline(byline->size);
      }
    }
    const auto dateline = match_dateline(rest(), {all_capitals_, prose_lines_ > 0});
    if (dateline) {
      use(*dateline);
      take_inline(dateline->size);
    }
    if (const std::size_t size =
            prose_lines_ == 0 || dateline ? match_bracketed_headers(rest()) : 0;
        size > 0) {
      take_inline(size);
    }
    if (at_ == begin) return false;
    add_furniture(begin, prefix_end_);
    return true;
  }

  void take_inline(std::size_t size) {
    prefix_end_ = at_ + size;
    at_ = prefix_end_;
    skip_blank_lines();
  }

  bool take_outlet_line() {
    const std::string_view name = trimmed(line());
    const KnownOutlet* outlet = find_outlet(name);
    if (outlet == nullptr || outlet->only_bracketed) return false;
    use_outlet(name);
    add_furniture(at_, at_ + name.size());
    at_ += line().size();
    return true;
  }

  bool take_title() {
    if (!title_wanted_ || report_.title_span) return false;
    const std::size_t date_at = find_date_line_at_end(line()).value_or(line().size());
    const std::string_view title = line().substr(0, date_at);
    const bool dated = date_at < line().size();
    if (!(dated ? is_heading(title) : is_title(title, rest().substr(line().size())))) return false;
    set_title_span(title.size());
    report_.title = std::string(slice(report_.text, *report_.title_span));
    at_ += title.size();
    return true;
  }

  void use(const PublishedMatch& match) {
    if (!published_) published_ = match.published;
    if (!updated_) updated_ = match.updated;
    use_outlet(match.outlet);
  }

  void use(const BylineMatch& match) {
    if (!published_) published_ = match.published;
    if (agency_.empty()) agency_ = match.outlet;
    if (report_.bylines.empty() || found_byline_) {
      found_byline_ = true;
      for (const std::string_view name : match.names) report_.bylines.emplace_back(name);
    }
  }

  void use(const DatelineMatch& match) {
    if (!match.source.empty()) agency_ = match.source;
    Dateline dateline;
    const bool no_city = match.place.starts_with("NO CITY");  // monitoring services write so
    if (!match.place.empty() && !no_city) dateline.place = std::string(match.place);
    report_.dateline = std::move(dateline);
    dateline_date_ = match.date;
  }

  void use_outlet(std::string_view outlet) {
    if (outlet.empty() || report_.outlet) return;
    const KnownOutlet* known = find_outlet(outlet);
    report_.outlet = std::string(known == nullptr ? outlet : known->name);
  }

  // Dates help each other: what is published says which year the dateline means, and a dateline
  // with its year says when the report was published.
  void finish() {
    const auto set = [&](const std::optional<CalendarDate>& date) {
      if (date && !report_.published) report_.published = to_iso(*date, std::nullopt);
    };
    set(published_);
    set(updated_);
    if (!report_.outlet) report_.outlet = known_.outlet;
    use_outlet(agency_);
    if (report_.dateline && dateline_date_) {
      const auto& anchor = report_.published ? report_.published : known_.published;
      report_.dateline->date = to_iso(*dateline_date_, anchor);
      if (dateline_date_->year) set(dateline_date_);
    }
    if (!report_.published) report_.published = known_.published;
    std::sort(report_.furniture.begin(), report_.furniture.end());
  }

  Report& report_;
  const KnownMetadata& known_;
  std::string_view head_;  // of report_.text
  bool all_capitals_ = false;
  bool title_wanted_ = true;
  std::string_view agency_ = {};  // of the dateline or a byline
  std::size_t at_ = 0;
  std::size_t prefix_end_ = 0;
  int lines_ = 0, prose_lines_ = 0;
  bool done_ = false;
  bool found_byline_ = false;
  std::optional<CalendarDate> published_ = {}, updated_ = {}, dateline_date_ = {};
};
}  // namespace

void find_head(Report& report, const KnownMetadata& known) { HeadReader(report, known).read(); }

}  // namespace sayso
