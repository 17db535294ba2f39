#pragma once

#include <functional>

#include "write/descriptor.h"
#include "write/place.h"

namespace lamppost {

/// Says that a build writes to an output folder, until it goes: a second one waits. To be taken
/// before anything is read, so that what is published last was also read last, and held to the end
/// of the run. Commands that only read take none.
///
/// The system lets go of it when the process ends, however that happens. A process made by forking
/// holds on to it: start those before.
class OutputLock {
 public:
  /// Waits while another run has it; `on_wait`, unless it is empty, is called once when that has
  /// taken a fifth of a second. Then clears away what a killed run left. Throws MachineError, also
  /// where the output folder's parent is missing and can't be made or written to.
  OutputLock(const OutputPlace& place, const std::function<void()>& on_wait);

  /// Where there is nothing to remember, nothing is left of lamppost's own folder.
  ~OutputLock();

  OutputLock(const OutputLock&) = delete;
  OutputLock& operator=(const OutputLock&) = delete;
  OutputLock(OutputLock&&) = delete;
  OutputLock& operator=(OutputLock&&) = delete;

 private:
  OutputPlace place_;
  Descriptor file_;
};

}  // namespace lamppost
