// JsonWriter: values -> JSON text, keys in the order they are written.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace sayso {

// Appends one JSON value to `out`. Commas, escapes and indentation are the writer's; the caller
// opens and closes what it began. Numbers are the shortest decimal that reads back the same, so
// the same value is the same bytes everywhere.
//
// A reading is eight times its text, so writing is as much work as reading: the writer keeps room
// ahead of it, and `out` has its right size once its object or array is closed.
class JsonWriter {
 public:
  // `expected`: about how many bytes will be written; more room is made when it is too low.
  explicit JsonWriter(std::string& out, bool pretty = false, std::size_t expected = 0)
      : out_(out), size_(out.size()), pretty_(pretty) {
    room(expected);
  }
  ~JsonWriter() { out_.resize(size_); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  JsonWriter(JsonWriter&&) = delete;
  JsonWriter& operator=(JsonWriter&&) = delete;

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  // One of our own names: nothing in it needs an escape.
  JsonWriter& key(std::string_view name) {
    char* at = quote(separate(name.size() + kSmall), name);
    *at++ = ':';
    if (pretty_) *at++ = ' ';
    end(at);
    comma_ = false;
    after_key_ = true;
    return *this;
  }
  JsonWriter& string(std::string_view utf8);
  // A string that is a word of ours: nothing in it needs an escape.
  JsonWriter& word(std::string_view word) {
    end(quote(separate(word.size() + kSmall), word));
    return *this;
  }
  // A string of a letter and a number: "e12".
  JsonWriter& numbered(char letter, std::uint64_t number);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& number(double value);  // without a fraction when it has none
  // So many hundredths, 0 to 100: "0.05", "0.5", "1".
  JsonWriter& hundredths(std::uint32_t value);
  JsonWriter& boolean(bool value) { return plain(value ? "true" : "false"); }
  JsonWriter& null() { return plain("null"); }

 private:
  static constexpr std::size_t kSmall = 32;  // longer than a number with all that goes around it

  // Where to write up to `size` bytes; end() says up to where they were.
  char* room(std::size_t size) {
    if (out_.size() - size_ < size) grow(size);
    return out_.data() + size_;
  }
  void end(const char* at) { size_ = static_cast<std::size_t>(at - out_.data()); }
  void grow(std::size_t size);
  static char* quote(char* at, std::string_view word) {
    *at++ = '"';
    std::memcpy(at, word.data(), word.size());
    at += word.size();
    *at++ = '"';
    return at;
  }

  // The same, behind the comma and the new line that come before a value or a key.
  char* separate(std::size_t size) {
    if (pretty_) break_line();
    char* at = room(size + 1);
    *at = ',';
    at += comma_ ? 1 : 0;
    comma_ = true;
    return at;
  }
  JsonWriter& open(char bracket) {
    char* at = separate(1);
    *at++ = bracket;
    end(at);
    comma_ = false;
    ++depth_;
    return *this;
  }
  JsonWriter& close(char bracket) {
    --depth_;
    if (pretty_ && comma_) new_line();
    char* at = room(1);
    *at++ = bracket;
    end(at);
    comma_ = true;
    if (depth_ == 0) out_.resize(size_);
    return *this;
  }
  JsonWriter& plain(std::string_view word) {
    char* at = separate(kSmall);
    std::memcpy(at, word.data(), word.size());
    end(at + word.size());
    return *this;
  }
  void break_line();
  void new_line();

  std::string& out_;
  std::size_t size_;  // bytes of `out_` that are written
  bool pretty_ = false;
  bool comma_ = false;      // something stands before at this level
  bool after_key_ = false;  // only kept for pretty text
  int depth_ = 0;
};

}  // namespace sayso
