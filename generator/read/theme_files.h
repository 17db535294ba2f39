#pragma once

#include <cstdint>

#include "read/walk.h"

namespace lamppost {

/// Finds the files of every theme in a folder of themes, whose index among `Folders::themes` is
/// `number`. What no theme has is passed over: licences, screenshots, notes.
void find_themes(const Place& root, std::uint32_t number, Walk& walk);

}  // namespace lamppost
