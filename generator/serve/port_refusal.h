#pragma once

#include <cstdint>
#include <string>

namespace lamppost {

/// Why a port can't be listened at, and what to do: `error` is what the system has said (errno).
[[nodiscard]] std::string why_no_port(std::uint16_t port, int error);

}  // namespace lamppost
