// Buffer: room for numbers that begins on a cache line, grows and is used again, never copied.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace sayso {

template <typename T>
class Buffer {
 public:
  static constexpr std::size_t kAlignment = 64;

  // Room for `size` numbers; what they were is lost when it must grow.
  T* reserve(std::size_t size) {
    if (size > size_) {
      room_.reset(
          static_cast<T*>(::operator new[](size * sizeof(T), std::align_val_t{kAlignment})));
      size_ = size;
    }
    return room_.get();
  }
  T* data() { return room_.get(); }
  const T* data() const { return room_.get(); }

 private:
  struct Free {
    void operator()(T* room) const { ::operator delete[](room, std::align_val_t{kAlignment}); }
  };

  std::unique_ptr<T[], Free> room_ = {};
  std::size_t size_ = 0;
};

}  // namespace sayso
