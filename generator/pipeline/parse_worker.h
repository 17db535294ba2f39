#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/page_limits.h"

namespace lamppost {

/// The command by which lamppost starts itself as a worker; not for people, so no help shows it.
inline constexpr std::string_view worker_command = "parse-worker";

/// How a worker process ends, where it does by itself.
enum class WorkerEnd : int {
  done = 0,            ///< nobody is there any more to send a page
  wrong_usage = 2,     ///< somebody else than lamppost started it
  out_of_memory = 10,  ///< the page it was parsing needs more than it may have
  grown = 11,          ///< it has answered, but kept memory that the next page needs
};

/// The arguments that start a worker with these limits, the command among them.
[[nodiscard]] std::vector<std::string> worker_arguments(const PageLimits& limits);

/// The worker: parses the pages that come over the socket at descriptor 0 and answers each, until
/// the other side has gone. A page that overruns its limit ends the whole process: by SIGPROF for
/// its computing time, with `WorkerEnd::out_of_memory` for its memory.
/// `arguments` are those behind the command.
[[nodiscard]] WorkerEnd run_parse_worker(std::span<const char* const> arguments);

}  // namespace lamppost
