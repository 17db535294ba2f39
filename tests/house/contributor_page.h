#pragma once

#include <map>
#include <string>

namespace lamppost::test {

/// The parts of content/README.md that are written by a program, by name, as they have to be: the
/// keys from their table, the codes from theirs, typical mistakes from the golden cases that make
/// them. In the page each stands between `<!-- NAME: … -->` and `<!-- end of NAME -->`.
[[nodiscard]] std::map<std::string, std::string> contributor_page_parts();

/// The page with its parts as they have to be. Throws std::runtime_error where it lacks one.
[[nodiscard]] std::string with_parts(std::string page);

}  // namespace lamppost::test
