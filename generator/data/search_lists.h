#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lamppost {

/// What stands in front of a key of the dictionary that is a filter's name, or a beginning of
/// words. No word has it.
inline constexpr std::string_view filter_mark = "\x01";
inline constexpr std::string_view prefix_mark = "\x02";

/// A list of ids, ascending: as a varint its bytes, doubled, plus 1 for a bitmap; then either the
/// distance of each id to the one before, less 1, as varints, or a bitmap (the lowest bit of the
/// first byte is id 0), whichever is shorter. So a list of a catalogue of 100,000 takes at
/// most 12.5 kB.
void append_id_list(std::string& out, std::span<const std::uint32_t> ids);

/// What `append_id_list` wrote, taken from the beginning and added to `ids`; false where it is
/// none, or an id is not below `end`.
[[nodiscard]] bool take_id_list(std::string_view& bytes, std::size_t end,
                                std::vector<std::uint32_t>& ids);

/// Divides things of these sizes, in order, into at most `count` runs of about the same size; gives
/// where each begins. No run is empty.
[[nodiscard]] std::vector<std::size_t> even_runs(std::span<const std::size_t> sizes,
                                                 std::size_t count);

}  // namespace lamppost
