#include "pipeline/progress.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <utility>

namespace lamppost {
namespace {

constexpr double quiet_seconds = 0.5;
constexpr double seconds_between = 0.1;
/// To the beginning of the line; ECMA-48: erase to its end.
constexpr std::string_view back = "\r";
constexpr std::string_view erase = "\x1b[K";

/// `10 000`, whatever the locale.
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, " ");
  return digits;
}

/// Two digits are enough of a rate: more would flicker.
std::uint64_t rounded(double rate) {
  const double step = rate < 100 ? 1 : std::pow(10, std::floor(std::log10(rate)) - 1);
  return static_cast<std::uint64_t>(std::round(rate / step) * step);
}

}  // namespace

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Progress::Progress(Write write, Clock clock, const std::atomic<bool>* is_cancelled)
    : write_(std::move(write)),
      clock_(std::move(clock)),
      is_cancelled_(is_cancelled),
      began_(clock_()),
      next_(began_ + quiet_seconds) {}

Progress::~Progress() { end(); }

void Progress::end_if_cancelled() const {
  if (is_cancelled_ != nullptr && *is_cancelled_) throw RunCancelled();
}

void Progress::begin(const ProgressStage& stage) {
  end_if_cancelled();
  const std::lock_guard lock(mutex_);
  stage_ = stage;
  done_ = 0;
  began_ = clock_();
  show_if_due();
}

void Progress::add(std::size_t count) {
  end_if_cancelled();
  done_ += count;
  // Where another thread has it, that one shows what we have done.
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (lock) show_if_due();
}

void Progress::end() {
  const std::lock_guard lock(mutex_);
  if (is_shown_) write_(std::string(back).append(erase));
  is_shown_ = false;
}

void Progress::show_if_due() {
  const double now = clock_();
  if (now < next_) return;
  next_ = now + seconds_between;
  is_shown_ = true;
  write_(std::string(back).append(line(now)).append(erase));
}

std::string Progress::line(double now) const {
  std::string text(stage_.doing);
  if (stage_.total == 0) return text;
  const std::size_t done = done_;
  text += ' ' + grouped(done) + " of " + grouped(stage_.total) + ' ';
  text += stage_.what;
  const double rate = static_cast<double>(done) / std::max(now - began_, 1e-9);
  if (done > 0 && now > began_) text += ", " + grouped(rounded(rate)) + " a second";
  return text;
}

}  // namespace lamppost
