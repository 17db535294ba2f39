#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "pipeline/parsed_bytes.h"
#include "read/source_tree.h"

namespace lamppost {

// What goes over the socket between lamppost and a worker process: pages one way, what became of
// them the other. Each function waits until all is through; none of them raises SIGPIPE. False or
// nothing: the other side has gone, or sends what we never would.

[[nodiscard]] bool send_pages(int socket, std::span<const SourceFile> pages);
[[nodiscard]] std::optional<std::vector<SourceFile>> receive_pages(int socket);

[[nodiscard]] bool send_answers(int socket, const std::vector<ParsedBytes>& answers);
/// `most`: as many bytes as the answers can have.
[[nodiscard]] std::optional<std::vector<ParsedBytes>> receive_answers(int socket,
                                                                      std::uint64_t most);

}  // namespace lamppost
