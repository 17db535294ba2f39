#include "pipeline/output_check.h"

#include <algorithm>
#include <utility>

#include "diagnostics/machine_error.h"

namespace lamppost {

OutputCheck::OutputCheck(OutputPlace place)
    : place_(std::move(place)), thread_([this](const std::stop_token& stop) { look(stop); }) {}

const Published& OutputCheck::published() {
  look({});
  if (thread_.joinable()) thread_.join();
  return published_;
}

void OutputCheck::look(const std::stop_token& stop) {
  constexpr std::size_t share = 512;
  try {
    std::call_once(is_read_, [this] {
      published_.manifest = read_manifest(place_.manifest);
      published_.stands.resize(published_.manifest.size());
    });
    while (!stop.stop_requested()) {
      const std::size_t begin = next_.fetch_add(share);
      if (begin >= published_.stands.size()) return;
      look_at(published_, place_, begin, std::min(begin + share, published_.stands.size()));
    }
  } catch (const MachineError&) {
    return;  // who writes there says why
  }
}

}  // namespace lamppost
