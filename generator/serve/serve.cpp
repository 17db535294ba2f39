#include "serve/serve.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <new>
#include <shared_mutex>
#include <sys/stat.h>
#include <thread>
#include <utility>

#include "diagnostics/machine_error.h"
#include "model/settings.h"
#include "serve/answer.h"
#include "serve/problems.h"
#include "serve/server.h"
#include "serve/stop_signals.h"
#include "write/place.h"

namespace lamppost {
namespace {

/// Which manifest lies there: another one whenever a run has changed the site.
struct ManifestIdentity {
  ::ino_t inode = 0;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;

  friend bool operator==(const ManifestIdentity&, const ManifestIdentity&) = default;
};

ManifestIdentity manifest_at(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) return {};
  return {status.st_ino, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

/// Greater than any that an earlier `serve` has used: pages that are still open reload.
std::uint64_t first_version() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

Watched watched_by(const Folders& folders) {
  Watched watched{{folders.content}, output_place(folders.output).manifest};
  watched.folders.insert(watched.folders.end(), folders.themes.begin(), folders.themes.end());
  return watched;
}

/// A site that is being served: what it is at each moment, and how it comes to the next.
class Preview {
 public:
  Preview(const ServeOptions& options, const ServeListener& listener)
      : options_(options),
        listener_(listener),
        place_(output_place(options.run.folders.output)),
        server_(options.port),
        watcher_(watched_by(options.run.folders), options.watching, listener.on_trouble),
        signals_([this] { stop(); }) {
    site_.folder = place_.output;
    site_.version = first_version();
    last_problem_ = site_.version;
    options_.run.exchanging = &exchanging_;
  }

  void run() {
    if (!run_first()) return;
    server_.start(
        [this](const Request& request, std::uint16_t port) { return answer(request, port); },
        event_of(site_));
    tell_address();
    for (Seen seen = watcher_.wait(); seen != Seen::stop; seen = watcher_.wait()) {
      if (seen == Seen::folders) {
        run_again();
      } else {
        set(with_version(site_));  // another build has changed it, perhaps
      }
    }
  }

 private:
  /// Called by a signal's thread.
  void stop() noexcept {
    is_stopped_ = true;
    watcher_.stop();
  }

  Outcome run_once() {
    Progress progress(listener_.on_progress, steady_seconds, &is_stopped_);
    RunOptions asked = options_.run;
    asked.progress = &progress;
    return build(asked);
  }

  /// A folder that is not there will not come by itself: the first run may fail. False where it was
  /// stopped.
  bool run_first() {
    const double begin = steady_seconds();
    try {
      take(run_once(), steady_seconds() - begin);
    } catch (const RunCancelled&) {
      return false;
    }
    return true;
  }

  void run_again() {
    const double begin = steady_seconds();
    try {
      try {
        take(run_once(), steady_seconds() - begin);
      } catch (const MachineError&) {
        // A file that went while it was looked at, most likely; editors do so.
        constexpr std::chrono::milliseconds a_moment{50};
        std::this_thread::sleep_for(a_moment);
        take(run_once(), steady_seconds() - begin);
      }
    } catch (const RunCancelled&) {
      return;
    } catch (const MachineError& failure) {
      take_failure(failure.what());
    } catch (const std::bad_alloc&) {
      take_failure("out of memory");
    }
  }

  void take(const Outcome& outcome, double seconds) {
    listener_.on_run(outcome, seconds);
    ServedSite next = with_version(site_);
    if (outcome.written) {
      next.problem = 0;
      next.problems.clear();
    } else {
      next.problem = ++last_problem_;
      next.problems = problems_html(outcome.diagnostics, texts_of(outcome.diagnostics));
    }
    // Where a run fails, the site that is still there has the address that it had.
    if (outcome.written || !has_been_written_) next.base_path = base_path(outcome.base_url);
    has_been_written_ = has_been_written_ || outcome.written.has_value();
    const bool is_elsewhere = next.base_path != site_.base_path;
    set(std::move(next));
    if (is_elsewhere && is_told_) tell_address();
  }

  void take_failure(const std::string& words) {
    listener_.on_trouble(words);
    ServedSite next = with_version(site_);
    next.problem = ++last_problem_;
    next.problems = failure_html(words);
    set(std::move(next));
  }

  /// A new version where the site is another than it was, whoever has made it so.
  ServedSite with_version(ServedSite site) {
    const ManifestIdentity now = manifest_at(place_.manifest);
    if (now != known_manifest_) ++site.version;
    known_manifest_ = now;
    return site;
  }

  void set(ServedSite next) {
    if (next.version == site_.version && next.problem == site_.problem) return;
    {
      const std::lock_guard lock(site_mutex_);
      site_ = std::move(next);
    }
    server_.tell(event_of(site_));
  }

  void tell_address() {
    is_told_ = true;
    listener_.on_address("http://localhost:" + std::to_string(server_.port()) + site_.base_path);
  }

  /// On the server's thread.
  Answer answer(const Request& request, std::uint16_t port) {
    // Before the files are looked at: a page may turn out newer than it says, and be loaded twice,
    // but never older.
    const ServedSite site = [this] {
      const std::lock_guard lock(site_mutex_);
      return site_;
    }();
    const std::shared_lock lock(exchanging_);
    return answer_to(request, port, site);
  }

  ServeOptions options_;
  const ServeListener& listener_;
  OutputPlace place_;
  std::atomic<bool> is_stopped_ = false;
  std::shared_mutex exchanging_;  ///< held alone while files of the site are exchanged
  std::mutex site_mutex_;         ///< for reading `site_` on other threads, and for writing it
  ServedSite site_;
  ManifestIdentity known_manifest_;
  std::uint64_t last_problem_ = 0;
  bool has_been_written_ = false;
  bool is_told_ = false;
  Server server_;
  Watcher watcher_;
  StopSignals signals_;  ///< the last: it uses the others
};

}  // namespace

void serve(const ServeOptions& options, const ServeListener& listener) {
  Preview(options, listener).run();
}

}  // namespace lamppost
