// InOrder: jobs run by several threads, results handed over in the order the jobs came.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace sayso {

// The same results in the same order whatever the number of threads. At most `4 * threads` jobs
// are held at once, so memory does not grow with their number; `write` runs on the caller's thread.
class InOrder {
 public:
  using Job = std::function<std::string()>;
  using Write = std::function<void(const std::string&)>;

  InOrder(unsigned threads, Write write);
  ~InOrder();
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  // Takes a job, and writes what is ready. With one thread the job runs and is written at once.
  void submit(Job job);
  // Waits for every job and writes the rest.
  void finish();

 private:
  struct Slot {
    Job job = {};
    std::string result = {};
    bool done = false;
  };
  void work(const std::stop_token& stop);
  // Writes finished results from the front until fewer than `most` jobs are held.
  void drain(std::size_t most);

  Write write_;
  std::size_t window_;
  std::mutex mutex_;
  std::condition_variable_any job_waits_;
  std::condition_variable job_done_;
  std::deque<Slot> slots_;  // the oldest first; a deque keeps references valid at both ends
  std::size_t next_ = 0;    // the first slot no thread has taken
  std::vector<std::jthread> threads_;
};

}  // namespace sayso
