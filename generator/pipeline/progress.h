#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace lamppost {

/// A part of a run that people may have to wait for.
struct ProgressStage {
  std::string_view doing;   ///< `Parsing`
  std::size_t total = 0;    ///< 0: nobody counts here, and `doing` says all
  std::string_view what{};  ///< `pages`
};

/// Thrown out of a run that nobody wants to see the end of any more. Nothing is published then.
class RunCancelled : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "the run was cancelled"; }
};

/// Seconds since any moment; never less than before.
[[nodiscard]] double steady_seconds();

/// Tells people at a terminal how far a run is, in one line that is written over in place: nothing
/// in the first half second, then at most ten times a second. Whoever does the work counts it and
/// looks at the clock, so there is no thread of its own. Where no one is watching there is no such
/// object.
class Progress {
 public:
  using Write = std::function<void(std::string_view bytes)>;  ///< to the terminal, all at once
  using Clock = std::function<double()>;

  /// Once `is_cancelled` is true, which another thread may make it, `begin` and `add` end the run.
  explicit Progress(Write write, Clock clock = steady_seconds,
                    const std::atomic<bool>* is_cancelled = nullptr);
  /// Leaves an empty line, whatever ended the run.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  Progress(Progress&&) = delete;
  Progress& operator=(Progress&&) = delete;

  /// What comes now. Called while nobody counts. Throws RunCancelled.
  void begin(const ProgressStage& stage);

  /// So much more of the stage is done. Any thread may call. Throws RunCancelled.
  void add(std::size_t count);

  /// Clears the line: what is printed next stands alone.
  void end();

 private:
  void end_if_cancelled() const;
  void show_if_due();
  [[nodiscard]] std::string line(double now) const;

  Write write_;
  Clock clock_;
  const std::atomic<bool>* is_cancelled_;
  std::atomic<std::size_t> done_ = 0;
  std::mutex mutex_;  ///< for all that follows
  ProgressStage stage_;
  double began_;  ///< when the stage did
  double next_;   ///< not shown before
  bool is_shown_ = false;
};

/// For whoever does the work: `progress` is null where no one is watching.
inline void begin_stage(Progress* progress, const ProgressStage& stage) {
  if (progress != nullptr) progress->begin(stage);
}
inline void add_done(Progress* progress, std::size_t count) {
  if (progress != nullptr) progress->add(count);
}

}  // namespace lamppost
