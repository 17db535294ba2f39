#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <sys/types.h>
#include <vector>

#include "pipeline/page_limits.h"
#include "pipeline/parsed_bytes.h"
#include "read/source_tree.h"

namespace lamppost {

/// A process of our own program that parses pages for us, and our end of the socket to it.
class WorkerProcess {
 public:
  /// Starts it. Throws MachineError where it can't be.
  WorkerProcess(const std::string& program, const PageLimits& limits);
  /// Ends it at once, whatever it does.
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;
  WorkerProcess(WorkerProcess&&) = delete;
  WorkerProcess& operator=(WorkerProcess&&) = delete;

  [[nodiscard]] ::pid_t id() const { return id_; }
  [[nodiscard]] int socket() const { return socket_; }

  /// Ends it, unless it has ended; gives its status as `waitpid` does.
  [[nodiscard]] int end();

 private:
  ::pid_t id_ = -1;  ///< or -1 once it was waited for
  int socket_ = -1;
};

/// Parses pages in worker processes, each page within limits, because cmark-gfm is neither
/// thread-safe nor safe from its input. A process is started when the first page is there for it;
/// one that ended is replaced. All of them end with this object, and when our own process does.
class Workers {
 public:
  /// `count` threads may call `parse`. `program` is lamppost's own file. If it is empty, pages are
  /// parsed in this process, one at a time and without limits: that is for tests.
  Workers(unsigned count, const PageLimits& limits, std::string program);

  /// What becomes of each page. One that overruns its limit, or ends its process twice, becomes a
  /// diagnostic (`too-costly`) and an empty page. Each thread has its own `worker`, below `count`.
  /// Pages that come together go to the process together, which saves waiting for it.
  /// Throws MachineError where no process can be started.
  [[nodiscard]] std::vector<ParsedBytes> parse(std::span<const SourceFile> pages, unsigned worker);

  /// The same of one page.
  [[nodiscard]] ParsedBytes parse(const SourceFile& page, unsigned worker);

  /// The process that parses for that worker now; nothing where none runs. For tests.
  [[nodiscard]] std::optional<::pid_t> process(unsigned worker) const;

 private:
  [[nodiscard]] std::optional<std::vector<ParsedBytes>> ask(std::span<const SourceFile> pages,
                                                            unsigned worker);
  [[nodiscard]] ParsedBytes parse_here(const SourceFile& page);

  PageLimits limits_;
  std::string program_;
  std::vector<std::optional<WorkerProcess>> processes_;
  std::mutex here_;  ///< taken for parsing in this process
};

}  // namespace lamppost
