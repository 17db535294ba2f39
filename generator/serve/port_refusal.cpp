#include "serve/port_refusal.h"

#include <cerrno>
#include <limits>
#include <system_error>

namespace lamppost {

std::string why_no_port(std::uint16_t port, int error) {
  const bool is_last = port == std::numeric_limits<std::uint16_t>::max();
  const int next = is_last ? port - 1 : port + 1;
  if (error == EADDRINUSE) {
    return "another program has taken it, perhaps another `lamppost serve`; end that one, or "
           "choose another port, such as `--port " +
           std::to_string(next) + '`';
  }
  if (error == EACCES) {
    return "only the administrator may use it; choose one from 1024 on, such as `--port 8000`";
  }
  return std::generic_category().message(error);
}

}  // namespace lamppost
