#pragma once

#include "diagnostics/diagnostic.h"
#include "model/parsed_file.h"
#include "read/source_tree.h"

namespace lamppost {

/// Makes of one content file the noun its role names, with its body. Text that is not UTF-8 or
/// holds control characters, and every mistake that one file shows by itself, is a diagnostic; the
/// rest of the file is looked at all the same, so that one run tells everything.
/// In one thread at a time: see `parse_markdown`.
[[nodiscard]] ParsedFile parse_file(const SourceFile& file, Diagnostics& diagnostics);

/// What stands for a content file that could not be read or parsed, which others have said: a noun
/// without anything in it, so that those who name it need not be told that it does not exist.
[[nodiscard]] ParsedFile unparsed_file(const SourceEntry& entry);

}  // namespace lamppost
