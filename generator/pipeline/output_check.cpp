#include "pipeline/output_check.h"

#include <utility>

#include "diagnostics/machine_error.h"
#include "write/recorded.h"

namespace lamppost {

OutputCheck::OutputCheck(OutputPlace place)
    : place_(std::move(place)), thread_([this](const std::stop_token& stop) { look(stop); }) {}

std::optional<std::size_t> OutputCheck::files() {
  look({});
  if (thread_.joinable()) thread_.join();
  return is_all_there_ ? std::optional(manifest_.size()) : std::nullopt;
}

void OutputCheck::look(const std::stop_token& stop) {
  constexpr std::size_t share = 512;
  try {
    std::call_once(is_read_, [this] {
      manifest_ = read_manifest(place_.manifest);
      if (manifest_.empty()) is_all_there_ = false;
    });
    while (is_all_there_ && !stop.stop_requested()) {
      const std::size_t begin = next_.fetch_add(share);
      if (begin >= manifest_.size()) return;
      if (!all_as_recorded(manifest_, place_, begin, begin + share)) is_all_there_ = false;
    }
  } catch (const MachineError&) {
    is_all_there_ = false;  // what can't be looked at is not as it was; who writes there says why
  }
}

}  // namespace lamppost
