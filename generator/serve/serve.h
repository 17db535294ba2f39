#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "pipeline/pipeline.h"
#include "serve/watcher.h"

namespace lamppost {

/// What `serve` is asked for.
struct ServeOptions {
  RunOptions run;
  std::uint16_t port = 0;  ///< 0: any that is free
  WatchKind watching = WatchKind::inotify;
};

/// Who is told what happens, on the thread that called `serve`. All are needed.
struct ServeListener {
  /// The address of the home page, once it can be opened; again when it has become another.
  std::function<void(const std::string& address)> on_address;
  std::function<void(const Outcome& outcome, double seconds)> on_run;
  /// The machine failed in a run, or something can't be done as it should: in plain words.
  std::function<void(const std::string& words)> on_trouble;
  Progress::Write on_progress;
};

/// Builds the site with `build` and serves its output folder on loopback, under the site's own base
/// path; builds again after each change of content and themes and has open pages reload. What is
/// wrong is shown in them, and they stay as they were. Comes back when the process is told to end
/// (`StopSignals`). Throws MachineError where the port is taken or the first run fails so.
void serve(const ServeOptions& options, const ServeListener& listener);

}  // namespace lamppost
