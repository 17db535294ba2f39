#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "serve/answer.h"

namespace lamppost {

/// What a server bears of its clients.
struct ServerLimits {
  std::size_t connections = 512;      ///< at a time; more are told to come later
  std::uint32_t header_bytes = 8192;  ///< of a request
  std::chrono::milliseconds idle{
      15000};  ///< for a request to come, whole, or an answer to be taken
  std::chrono::milliseconds heartbeat{15000};  ///< between signs of life of a stream of events
};

/// An HTTP/1.1 server on this machine's own address (loopback), for this machine only. It has a
/// thread of its own, which answers one request after the other.
class Server {
 public:
  using Answering = std::function<Answer(const Request&, std::uint16_t port)>;

  /// Takes the port, 0: any that is free. Those who come have to wait until `start`. Throws
  /// MachineError, which says what to do, where the port is taken or not ours to take.
  explicit Server(std::uint16_t port, const ServerLimits& limits = {});
  /// Ends all connections.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  Server(Server&&) = delete;
  Server& operator=(Server&&) = delete;

  [[nodiscard]] std::uint16_t port() const;

  /// Begins to answer. `answering` is called on the server's thread and must not throw but for
  /// want of memory; each stream of events begins with `first_event`.
  void start(Answering answering, std::string first_event);

  /// Tells all who listen, and those who come later. Who takes long hears the last only. Any
  /// thread may call.
  void tell(std::string event);

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace lamppost
