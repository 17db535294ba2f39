#pragma once

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace lamppost::test {

/// A client's connection to a server on this machine.
class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    ::sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const ::sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      throw std::runtime_error("nobody listens");
    }
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  Client(Client&&) = delete;
  Client& operator=(Client&&) = delete;

  void send(std::string_view bytes) const {
    static_cast<void>(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }

  /// What has come when the words come up, or the server closes, or 20 seconds have passed.
  const std::string& received_until(std::string_view words) {
    while (received_.find(words) == std::string::npos && receive()) continue;
    return received_;
  }

  /// Takes what comes next; false where the server closes or 20 seconds have passed.
  bool receive() {
    std::array<char, 4096> bytes{};
    ::pollfd source = {socket_, POLLIN, 0};
    if (::poll(&source, 1, 20000) <= 0) return false;
    const ::ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    is_closed_ = got <= 0;
    if (!is_closed_) received_.append(bytes.data(), static_cast<std::size_t>(got));
    return !is_closed_;
  }
  const std::string& all_received() { return received_until("there are no such words"); }

  [[nodiscard]] bool is_closed() const { return is_closed_; }

 private:
  int socket_;
  bool is_closed_ = false;
  std::string received_;
};

}  // namespace lamppost::test
