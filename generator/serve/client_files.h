#pragma once

#include <string_view>

namespace lamppost {

// What the server itself offers to pages: the files in client/, which CMake puts into the program.

extern const std::string_view live_script;  ///< reloads the page, shows what is wrong
extern const std::string_view live_worker;  ///< listens for all tabs of a browser
extern const std::string_view live_style;

}  // namespace lamppost
