#pragma once

#include "read/walk.h"

namespace lamppost {

/// Finds everything in the content folder and gives each file the role that its place says.
void find_content(const Place& root, Walk& walk);

}  // namespace lamppost
