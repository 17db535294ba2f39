#pragma once

#include <string>

namespace lamppost {

/// Opens an address in the person's browser and does not wait for it. False where there is no
/// `xdg-open` to ask, or no program can be started.
[[nodiscard]] bool open_browser(const std::string& address);

}  // namespace lamppost
