#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace sayso {
namespace {
constexpr unsigned kCells = 24;

std::string size_in_words(double bytes) {
  if (bytes < 1e6) return fmt::format("{:.0f} kB", bytes / 1e3);
  if (bytes < 1e9) return fmt::format("{:.1f} MB", bytes / 1e6);
  return fmt::format("{:.1f} GB", bytes / 1e9);
}

std::string time_in_words(double seconds) {
  const auto s = static_cast<std::uint64_t>(std::max(0.0, seconds));
  if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
  return fmt::format("{}:{:02}", s / 60, s % 60);
}
}  // namespace

std::string progress_line(std::uint64_t bytes, std::uint64_t total, std::uint64_t reports,
                          double seconds) {
  const auto done = static_cast<double>(bytes);
  const double rate = seconds > 0 ? done / seconds : 0;
  std::string figures =
      fmt::format("{}  {} reports  {}/s", size_in_words(done), reports, size_in_words(rate));
  if (total == 0) return figures;
  const double share = std::min(1.0, done / static_cast<double>(total));
  const auto cells = static_cast<unsigned>(share * kCells);
  const double left = rate > 0 ? (static_cast<double>(total) - done) / rate : 0;
  return fmt::format("[{}{}] {:3.0f}%  {}  {} left", std::string(cells, '#'),
                     std::string(kCells - cells, '.'), share * 100, figures, time_in_words(left));
}

Progress::Progress(bool shown) : shown_(shown) {}
Progress::~Progress() { clear(); }

void Progress::update(std::uint64_t bytes, std::uint64_t total, std::uint64_t reports) {
  if (!shown_) return;
  const Clock::time_point now = Clock::now();
  using std::chrono::milliseconds;
  if (now - start_ < milliseconds(1000) || now - last_ < milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::cerr << "\r\033[K" << progress_line(bytes, total, reports, seconds) << std::flush;
}

void Progress::clear() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

}  // namespace sayso
