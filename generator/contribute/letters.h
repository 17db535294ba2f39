#pragma once

#include "data/json_writer.h"

namespace lamppost {

/// How letters beyond ASCII are written in the names of files: the transliteration of `slug_from`
/// for Latin, Greek and Cyrillic letters and the signs that go with them. Two fields of an object:
/// `letters` has under each ASCII text the characters that become it, `pairs` the pairs of letters
/// that become it together, though neither does alone; what is in neither is left out of a name.
/// Other scripts are for the generator alone: it knows them from the Unicode data.
void write_letters(JsonWriter& json);

}  // namespace lamppost
