#pragma once

#include <string>

namespace lamppost {

/// How letters beyond ASCII are written in the names of files, as JSON for the form's script: the
/// transliteration of `slug_from` for Latin, Greek and Cyrillic letters and the signs that go with
/// them. `letters` has under each ASCII text the characters that become it, `pairs` the pairs of
/// letters that become it together, though neither does alone; `longest` is how long a name may be.
/// Other scripts are for the generator alone: it knows them from the Unicode data.
[[nodiscard]] std::string proposal_letters();

}  // namespace lamppost
