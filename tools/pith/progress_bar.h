// A line on standard error that grows, for work of more than a second on a terminal.

#ifndef PITH_TOOLS_PITH_PROGRESS_BAR_H_
#define PITH_TOOLS_PITH_PROGRESS_BAR_H_

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

#include "absl/strings/str_cat.h"

namespace pith::command {

// "85 a second, 3 min left": how fast `done` of `total` things went in `seconds`, and how long the rest takes at that
// rate; empty while that is not known.
inline std::string RateAndRest(size_t done, size_t total, double seconds) {
  if (done == 0 || seconds <= 0) return "";
  const double rate = static_cast<double>(done) / seconds;
  const auto left = static_cast<int64_t>(static_cast<double>(total - done) / rate + 0.5);
  const std::string rest = left < 120    ? absl::StrCat(left, " s")
                           : left < 7200 ? absl::StrCat(left / 60, " min")
                                         : absl::StrCat(left / 3600, " h ", left / 60 % 60, " min");
  const std::string speed = rate >= 10 ? absl::StrCat(static_cast<int64_t>(rate + 0.5), " a second")
                                       : absl::StrCat(static_cast<int64_t>(rate * 60 + 0.5), " a minute");
  return absl::StrCat(speed, ", ", rest, " left");
}

class ProgressBar {
 public:
  explicit ProgressBar(size_t total) : total_(total), shown_(isatty(STDERR_FILENO) == 1) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar() {
    if (drawn_) std::fprintf(stderr, "\r\033[K");
  }

  // `done` of the total; what was done before the first call does not count for the rate.
  void Show(size_t done) {
    if (!begun_) {
      begun_ = true;
      before_ = done;
    }
    const Clock::time_point now = Clock::now();
    if (!shown_ || now - start_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    drawn_ = true;
    const std::string bar(done * kColumns / (total_ == 0 ? 1 : total_), '#');
    const std::string rate =
        RateAndRest(done - before_, total_ - before_, std::chrono::duration<double>(now - start_).count());
    std::fprintf(stderr, "\r\033[K[%-*s] %zu of %zu articles  %s", static_cast<int>(kColumns), bar.c_str(), done,
                 total_, rate.c_str());
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr size_t kColumns = 30;
  const size_t total_;
  const bool shown_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = {};
  size_t before_ = 0;
  bool begun_ = false, drawn_ = false;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PROGRESS_BAR_H_
