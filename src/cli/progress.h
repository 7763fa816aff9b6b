// Progress: a bar on standard error for long work, on a terminal only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace sayso {

// Silent unless `shown`; nothing is drawn in the first second, then ten times a second at most.
class Progress {
 public:
  explicit Progress(bool shown);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `total` is 0 when unknown.
  void update(std::uint64_t bytes, std::uint64_t total, std::uint64_t reports);
  // Takes the bar away, so that something else can be written there.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

// "[#####.....]  42%  1.2 GB  310,000 reports  9.8 MB/s  2:05 left"
std::string progress_line(std::uint64_t bytes, std::uint64_t total, std::uint64_t reports,
                          double seconds);

}  // namespace sayso
