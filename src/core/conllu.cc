#include "core/conllu.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "core/conllu_columns.h"
#include "core/utf8.h"

namespace sayso {
namespace {

// White space (and what Python takes for it) and control characters: none may begin, end or
// repeat in a column, and most would break the line.
bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Composing takes the square of the number of marks on one letter. Behind so many, Unicode's
// Stream-Safe Text Process (UAX #15) sets a joiner that shows nothing.
constexpr int kMostMarks = 30;
constexpr char32_t kGraphemeJoiner = 0x34F;

// Appends `text` with each run of blanks as one, and none at its ends.
void append_words(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  bool blank = false;
  int marks = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (is_blank(c.value)) {
      blank = true;
    } else {
      if (blank && out.size() > begin) out += ' ';
      blank = false;
      const bool mark = c.value >= 0x300 && u_getCombiningClass(static_cast<UChar32>(c.value)) != 0;
      marks = mark ? marks + 1 : 0;
      if (marks > kMostMarks) {
        append_utf8(out, kGraphemeJoiner);
        marks = 1;
      }
      out.append(text, at, c.size);
    }
    at += c.size;
  }
}

// Composes what `out` holds from `begin` on. A mark at its beginning gets a joiner before it, lest
// it compose with a token that it touches: the forms would no longer make the text.
void compose(std::string& out, std::size_t begin) {
  const std::string_view added = std::string_view(out).substr(begin);
  if (std::none_of(added.begin(), added.end(), [](char c) { return (c & 0x80) != 0; })) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return;
  const icu::StringPiece piece(added.data(), static_cast<std::int32_t>(added.size()));
  if (nfc->isNormalizedUTF8(piece, status) == 0) {
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    nfc->normalizeUTF8(0, piece, sink, nullptr, status);
    out.replace(begin, std::string::npos, composed);
  }
  const CodePoint first = decode_utf8(out, static_cast<std::uint32_t>(begin));
  if (nfc->hasBoundaryBefore(static_cast<UChar32>(first.value)) == 0) {
    std::string joiner;
    append_utf8(joiner, kGraphemeJoiner);
    out.insert(begin, joiner);
  }
}

// A column of words; "_" when there are none.
void append_column(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  append_words(out, text);
  compose(out, begin);
  if (out.size() == begin) out += '_';
}

// An id of a sentence has no blanks and no "/": they become "%20" and "%2F", as in an address.
std::string sentence_prefix(std::string_view words) {
  std::string id;
  for (const char c : words) {
    switch (c) {
      case ' ': id += "%20"; break;
      case '/': id += "%2F"; break;
      case '%': id += "%25"; break;
      default: id += c;
    }
  }
  return id.empty() ? id : id + '-';
}

class ConlluWriter {
 public:
  ConlluWriter(const Reading& reading, std::string& out)
      : text_(reading.report.text), analysis_(reading.analysis), points_(text_), out_(out) {
    append_words(report_id_, reading.report.id);
    compose(report_id_, 0);
    sentence_prefix_ = sentence_prefix(report_id_);
  }

  void write() {
    const Sentence* before = nullptr;
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.tokens.empty()) continue;  // comments alone would be no block
      if (before == nullptr) begin_report();
      if (before == nullptr || before->paragraph != sentence.paragraph) out_ += "# newpar\n";
      write_sentence(sentence);
      before = &sentence;
    }
  }

 private:
  void begin_report() {
    out_ += "# newdoc";
    if (!report_id_.empty()) out_ += " id = " + report_id_;
    out_ += '\n';
  }

  void write_sentence(const Sentence& sentence) {
    const auto number = static_cast<std::size_t>(&sentence - analysis_.sentences.data()) + 1;
    out_ += "# sent_id = " + sentence_prefix_ + std::to_string(number) + "\n# text = ";
    write_text(sentence);
    out_ += '\n';
    for (TokenIndex index = sentence.tokens.first; index < sentence.tokens.last; ++index) {
      write_token(sentence, index);
    }
    out_ += '\n';
  }

  // From the forms, so that it is what they and SpaceAfter make.
  void write_text(const Sentence& sentence) {
    for (TokenIndex index = sentence.tokens.first; index < sentence.tokens.last; ++index) {
      append_column(out_, slice(text_, analysis_.tokens[index].span));
      if (index + 1 < sentence.tokens.last && !touches_next(index)) out_ += ' ';
    }
  }

  void write_token(const Sentence& sentence, TokenIndex index) {
    const Token& token = analysis_.tokens[index];
    out_ += std::to_string(index - sentence.tokens.first + 1);
    out_ += '\t';
    append_column(out_, slice(text_, token.span));
    out_ += '\t';
    append_column(out_, lemma_column(text_, analysis_, token));
    out_ += '\t';
    if (analysis_.dependencies.empty()) {
      out_.append("_\t").append(to_text(token.tag)).append("\t_\t_\t_\t_\t");
    } else {
      const Dependency& dependency = analysis_.dependencies[index];
      out_.append(to_text(dependency.upos)).append("\t").append(to_text(token.tag)).append("\t_\t");
      out_ += std::to_string(head_column(sentence, dependency, index));
      out_.append("\t").append(dependency.relation).append("\t_\t");
    }
    write_misc(token, index);
    out_ += '\n';
  }

  void write_misc(const Token& token, TokenIndex index) {
    if (const auto name = name_column(token); !name.empty())
      out_.append("Name=").append(name) += '|';
    const Span points = points_.of(token.span);
    out_ += "Offset=" + std::to_string(points.begin) + ':' + std::to_string(points.end);
    if (touches_next(index)) out_ += "|SpaceAfter=No";
  }

  bool touches_next(TokenIndex index) const {
    return index + 1 < analysis_.tokens.size() &&
           analysis_.tokens[index].span.end == analysis_.tokens[index + 1].span.begin;
  }

  std::string_view text_;
  const Analysis& analysis_;
  CodePoints points_;
  std::string& out_;
  std::string report_id_ = {}, sentence_prefix_ = {};
};
}  // namespace

void to_conllu(const Reading& reading, std::string& out) { ConlluWriter(reading, out).write(); }

}  // namespace sayso
