#pragma once

#include <string>
#include <string_view>

namespace lamppost {

/// Gives a file below a folder other bytes, all at once: whoever reads it sees the old or the new.
/// Its mode stays. Follows no symbolic link below the folder. Throws MachineError, and leaves the
/// file as it was, where that can't be done or where it does not hold `before` any more.
void replace_file(const std::string& folder, const std::string& path, std::string_view before,
                  std::string_view after);

}  // namespace lamppost
