#include "cli/in_order.h"

#include <utility>

namespace sayso {

InOrder::InOrder(unsigned threads, Write write)
    : write_(std::move(write)), window_(std::size_t{4} * threads) {
  if (threads < 2) return;
  threads_.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) {
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
  }
}

InOrder::~InOrder() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void InOrder::submit(Job job) {
  if (threads_.empty()) {
    write_(job());
    return;
  }
  {
    const std::scoped_lock lock(mutex_);
    slots_.push_back({.job = std::move(job)});
  }
  job_waits_.notify_one();
  drain(window_);
}

void InOrder::finish() { drain(1); }

void InOrder::drain(std::size_t most) {
  std::unique_lock lock(mutex_);
  while (!slots_.empty()) {
    if (slots_.size() < most && !slots_.front().done) return;
    job_done_.wait(lock, [&] { return slots_.front().done; });
    const std::string result = std::move(slots_.front().result);
    slots_.pop_front();
    --next_;
    lock.unlock();
    write_(result);
    lock.lock();
  }
}

void InOrder::work(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (job_waits_.wait(lock, stop, [&] { return next_ < slots_.size(); })) {
    Slot& slot = slots_[next_++];
    lock.unlock();
    std::string result = slot.job();
    lock.lock();
    slot.result = std::move(result);
    slot.job = nullptr;
    slot.done = true;
    job_done_.notify_one();
  }
}

}  // namespace sayso
