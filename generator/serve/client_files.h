#pragma once

#include <string_view>

namespace lamppost {

// What the server itself offers to pages: the files in client/, which CMake puts into the program.

/// Reloads a page when the site has changed, and shows what is wrong.
extern const std::string_view live_script;

/// Listens for all tabs of a browser (a SharedWorker).
extern const std::string_view live_worker;

/// How what is wrong is shown.
extern const std::string_view live_style;

}  // namespace lamppost
