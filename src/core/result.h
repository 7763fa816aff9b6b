// Result<T>: a value, or an Error that says in one sentence what could not be done and why.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace sayso {

enum class ErrorKind {
  not_found,      // no such file, no such entry
  unreadable,     // it is there, but the system refuses to give it
  not_text,       // binary data, undecodable bytes
  too_large,      // over a stated limit
  malformed,      // text, but not in the format it claims
  damaged_model,  // a model or resource file that fails its check
};

// `message` is a sentence without a full stop: what was being done, to what, what was wrong
// ("cannot read a.html: not UTF-8 at byte 1042").
struct Error {
  ErrorKind kind = ErrorKind::malformed;
  std::string message = {};
};

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() {
    assert(*this);
    return *std::get_if<0>(&state_);
  }
  const T& operator*() const {
    assert(*this);
    return *std::get_if<0>(&state_);
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }
  const Error& error() const {
    assert(!*this);
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace sayso
