#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/parsed_bytes.h"
#include "read/source_tree.h"

namespace lamppost {

// What goes over the socket between lamppost and a worker process: a page one way, what became of
// it the other. Each function waits until all is through; none of them raises SIGPIPE. False or
// nothing: the other side has gone, or sends what we never would.

[[nodiscard]] bool send_page(int socket, const SourceFile& page);
[[nodiscard]] std::optional<SourceFile> receive_page(int socket);

[[nodiscard]] bool send_answer(int socket, const ParsedBytes& answer);
/// `most`: as many bytes as an answer can have.
[[nodiscard]] std::optional<ParsedBytes> receive_answer(int socket, std::uint64_t most);

}  // namespace lamppost
