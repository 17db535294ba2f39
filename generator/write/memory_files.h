#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lamppost {

/// The bytes of a file of lamppost's own; nothing where there is none that can be read.
[[nodiscard]] std::optional<std::string> bytes_if_there(const std::string& file);

/// Writes a file beside the old one and puts it in its place, so that there is always a whole one.
/// Not made to outlast a loss of power: for what costs no more than time. Throws MachineError.
void replace_file(const std::string& file, std::string_view bytes);

/// What the file system takes for now, in nanoseconds since the epoch; by a file that is there. Its
/// clock need not be this machine's.
[[nodiscard]] std::int64_t file_system_time(const std::string& file);

/// Fine where it is not there.
void remove_file(const std::string& file);

}  // namespace lamppost
