#include "pipeline/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>
#include <vector>

namespace lamppost {
namespace {

/// The exception of the lowest index that threw.
class FirstFailure {
 public:
  void keep(std::size_t index, std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (index < index_) {
      index_ = index;
      failure_ = std::move(failure);
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::mutex mutex_;
  std::size_t index_ = std::numeric_limits<std::size_t>::max();
  std::exception_ptr failure_;
};

}  // namespace

unsigned default_jobs() { return std::max(1U, std::thread::hardware_concurrency()); }

void parallel_for(std::size_t count, unsigned jobs,
                  const std::function<void(std::size_t index, unsigned worker)>& body) {
  std::atomic<std::size_t> next = 0;
  FirstFailure failure;
  const auto work = [&](unsigned worker) {
    // Indexes are handed out in order: all below a failing one have begun, so the lowest is found.
    for (std::size_t index = next++; index < count; index = next++) {
      try {
        body(index, worker);
      } catch (...) {
        failure.keep(index, std::current_exception());
        next = count;
      }
    }
  };

  const auto workers = static_cast<unsigned>(std::min<std::size_t>(std::max(1U, jobs), count));
  {
    std::vector<std::jthread> threads;
    for (unsigned worker = 1; worker < workers; ++worker) threads.emplace_back(work, worker);
    work(0);
  }
  failure.rethrow();
}

}  // namespace lamppost
