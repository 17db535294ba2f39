#include "serve/server.h"

#include <algorithm>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <optional>
#include <set>
#include <sstream>
#include <thread>
#include <utility>  // Boost 1.74 forgets it
#include <vector>

#include "diagnostics/machine_error.h"
#include "serve/port_refusal.h"

namespace lamppost {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using beast::error_code;

constexpr unsigned too_many = 503;

class Connection;

/// What the connections of a server have in common.
struct Switchboard {
  ServerLimits limits;
  std::uint16_t port = 0;
  Server::Answering answering;
  std::string event;                  ///< the last that was told
  std::set<Connection*> listening;    ///< streams of events
  std::set<Connection*> connections;  ///< all
};

/// What every answer says: pages may use nothing but this site, as with a careful publisher; no
/// page of elsewhere may use them; and nothing is kept, as it may differ the next moment.
void say_always(http::fields& fields) {
  fields.set("Content-Security-Policy", "default-src 'self'");
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  fields.set("Referrer-Policy", "same-origin");
  fields.set(http::field::cache_control, "no-store");
}

Request request_of(const http::request<http::empty_body>& message) {
  Request request;
  request.method = std::string(message.method_string());
  request.target = std::string(message.target());
  const auto [begin, end] = message.equal_range(http::field::host);
  for (auto host = begin; host != end; ++host) request.hosts.emplace_back(host->value());
  return request;
}

/// One client. It lives as long as something is awaited from it or for it.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, Switchboard& board)
      : stream_(std::move(socket)), board_(board), heartbeat_(stream_.get_executor()) {
    board_.connections.insert(this);
  }
  ~Connection() {
    board_.listening.erase(this);
    board_.connections.erase(this);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = delete;
  Connection& operator=(Connection&&) = delete;

  void read_request() {
    parser_.emplace();
    parser_->header_limit(board_.limits.header_bytes);
    parser_->body_limit(0);
    stream_.expires_after(board_.limits.idle);
    http::async_read(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, std::size_t) { self->on_request(error); });
  }

  /// Sends an answer, then nothing more.
  void refuse(unsigned status, const std::string& words) {
    Answer answer;
    answer.status = status;
    answer.type = "text/plain; charset=utf-8";
    answer.body = words;
    is_last_ = true;
    send(std::move(answer), http::verb::get);
  }

  /// Sends the last event, once the one before is gone.
  void send_event() {
    has_news_ = true;
    if (!is_writing_) write_to_listener();
  }

  void close() {
    error_code ignored;
    heartbeat_.cancel();
    stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
    stream_.socket().close(ignored);
  }

 private:
  void on_request(error_code error) {
    constexpr unsigned bad = 400;
    constexpr unsigned header_too_large = 431;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
      return refuse(header_too_large, "This request is too long.\n");
    }
    if (error == http::error::end_of_stream || error == beast::error::timeout) return close();
    // That a request brings something along changes nothing in its answer.
    const bool has_body = error == http::error::body_limit || error == http::error::unexpected_body;
    if (!has_body &&
        error.category() == http::make_error_code(http::error::bad_method).category()) {
      return refuse(bad, "This is no request that can be understood.\n");
    }
    if (error && !has_body) return close();
    const http::request<http::empty_body> message = parser_->release();
    is_last_ = has_body || !message.keep_alive();
    version_ = message.version();
    Answer answer = board_.answering(request_of(message), board_.port);
    if (answer.is_stream && message.method() != http::verb::head) return begin_stream();
    send(std::move(answer), message.method());
  }

  template <typename Body>
  void fill_in(http::response<Body>& message, const Answer& answer) const {
    constexpr unsigned not_allowed = 405;
    message.result(answer.status);
    message.version(version_);
    message.keep_alive(!is_last_);
    message.set(http::field::content_type, answer.type);
    if (!answer.location.empty()) message.set(http::field::location, answer.location);
    if (answer.status == not_allowed) message.set(http::field::allow, "GET, HEAD");
    say_always(message);
  }

  void send(Answer answer, http::verb method) {
    const std::uint64_t size = answer.file.file.is_open() ? answer.file.size : answer.body.size();
    if (method == http::verb::head) {
      http::response<http::empty_body> message;
      fill_in(message, answer);
      message.content_length(size);
      return write(std::move(message));
    }
    if (answer.file.file.is_open()) return send_file(std::move(answer));
    http::response<http::string_body> message;
    fill_in(message, answer);
    message.body() = std::move(answer.body);
    message.content_length(size);
    write(std::move(message));
  }

  /// Piece by piece, as the client takes it.
  void send_file(Answer answer) {
    http::response<http::file_body> message;
    fill_in(message, answer);
    beast::file file;
    file.native_handle(answer.file.file.release());
    error_code error;
    message.body().reset(std::move(file), error);
    if (error) return close();
    message.content_length(message.body().size());
    write(std::move(message));
  }

  template <typename Message>
  void write(Message message) {
    const auto kept = std::make_shared<Message>(std::move(message));
    using Serializer = http::serializer<false, typename Message::body_type>;
    const auto serializer = std::make_shared<Serializer>(*kept);
    stream_.expires_after(board_.limits.idle);
    http::async_write(stream_, *serializer,
                      [self = shared_from_this(), kept, serializer](error_code error, std::size_t) {
                        self->on_written(error);
                      });
  }

  void on_written(error_code error) {
    if (error || is_last_) return linger(error);
    read_request();
  }

  /// Closes after what was sent; what the client still sends would make the kernel throw that away.
  void linger(error_code error) {
    if (error) return close();
    stream_.socket().shutdown(tcp::socket::shutdown_send, error);
    constexpr std::chrono::seconds most{1};
    stream_.expires_after(most);
    wait_for_end();
  }

  void wait_for_end() {
    rest_.resize(most_rest);
    stream_.async_read_some(asio::buffer(rest_),
                            [self = shared_from_this()](error_code error, std::size_t size) {
                              self->rest_seen_ += size;
                              // A client that goes on and on is not waited for.
                              if (error || self->rest_seen_ > 64 * most_rest) return self->close();
                              self->wait_for_end();
                            });
  }

  // --- A stream of events ---

  void begin_stream() {
    http::response<http::empty_body> message;
    Answer answer;
    answer.type = "text/event-stream";
    is_last_ = true;
    fill_in(message, answer);
    std::ostringstream head;
    head << message.base();
    pending_ = head.str();
    stream_.expires_never();
    board_.listening.insert(this);
    is_writing_ = false;
    send_event();
    beat();
    watch_for_end();
  }

  void write_to_listener() {
    if (has_news_) pending_ += board_.event;
    has_news_ = false;
    if (pending_.empty()) return;
    is_writing_ = true;
    sending_ = std::exchange(pending_, {});
    asio::async_write(stream_.socket(), asio::buffer(sending_),
                      [self = shared_from_this()](error_code error, std::size_t) {
                        self->is_writing_ = false;
                        self->is_late_ = false;
                        if (error) return self->close();
                        self->write_to_listener();
                      });
  }

  /// A line that means nothing: a client that is gone without a word is found out by it. One that
  /// has not taken what was sent from one beat to the next is given up.
  void beat() {
    heartbeat_.expires_after(board_.limits.heartbeat);
    heartbeat_.async_wait([self = shared_from_this()](error_code error) {
      if (error) return;
      if (self->is_writing_ && self->is_late_) return self->close();
      self->is_late_ = self->is_writing_;
      self->pending_ += ":\n\n";
      if (!self->is_writing_) self->write_to_listener();
      self->beat();
    });
  }

  /// Nothing more comes from who listens, but that it goes.
  void watch_for_end() {
    rest_.resize(most_rest);
    stream_.socket().async_read_some(asio::buffer(rest_),
                                     [self = shared_from_this()](error_code error, std::size_t) {
                                       if (error) return self->close();
                                       self->watch_for_end();
                                     });
  }

  static constexpr std::size_t most_rest = 512;

  beast::tcp_stream stream_;
  Switchboard& board_;
  beast::flat_buffer buffer_{16UL * 1024};
  std::optional<http::request_parser<http::empty_body>> parser_;
  unsigned version_ = 11;
  bool is_last_ = false;
  std::vector<char> rest_;
  std::size_t rest_seen_ = 0;

  asio::steady_timer heartbeat_;
  bool is_writing_ = false;
  bool is_late_ = false;  ///< it was writing at the last beat, and has not finished since
  bool has_news_ = false;
  std::string pending_;
  std::string sending_;
};

[[noreturn]] void fail_to_listen(std::uint16_t port, const error_code& error) {
  throw MachineError("port " + std::to_string(port), why_no_port(port, error.value()));
}

tcp::acceptor listening_on(asio::io_context& context, const tcp::endpoint& endpoint,
                           error_code& error) {
  tcp::acceptor acceptor(context);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error && endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  return acceptor;
}

}  // namespace

class Server::Implementation {
 public:
  Implementation(std::uint16_t port, const ServerLimits& limits) : pause_(context_) {
    board_.limits = limits;
    error_code error;
    acceptors_.push_back(listening_on(context_, {asio::ip::address_v4::loopback(), port}, error));
    if (error) fail_to_listen(port, error);
    board_.port = acceptors_.front().local_endpoint().port();
    // A browser asks for `localhost` there first. Some machines don't have it.
    tcp::acceptor second =
        listening_on(context_, {asio::ip::address_v6::loopback(), board_.port}, error);
    if (error == asio::error::address_in_use) fail_to_listen(board_.port, error);
    if (!error) acceptors_.push_back(std::move(second));
  }
  ~Implementation() {
    asio::post(context_, [this] { end(); });
    if (thread_.joinable()) thread_.join();
  }
  Implementation(const Implementation&) = delete;
  Implementation& operator=(const Implementation&) = delete;
  Implementation(Implementation&&) = delete;
  Implementation& operator=(Implementation&&) = delete;

  [[nodiscard]] std::uint16_t port() const { return board_.port; }

  void start(Answering answering, std::string first_event) {
    board_.answering = std::move(answering);
    board_.event = std::move(first_event);
    for (tcp::acceptor& acceptor : acceptors_) accept(acceptor);
    thread_ = std::thread([this] { context_.run(); });
  }

  void tell(std::string event) {
    asio::post(context_, [this, event = std::move(event)]() mutable {
      board_.event = std::move(event);
      for (Connection* const connection : board_.listening) connection->send_event();
    });
  }

 private:
  void accept(tcp::acceptor& acceptor) {
    acceptor.async_accept([this, &acceptor](error_code error, tcp::socket socket) {
      if (!acceptor.is_open()) return;
      if (error) return accept_later(acceptor);
      const auto connection = std::make_shared<Connection>(std::move(socket), board_);
      if (board_.connections.size() > board_.limits.connections) {
        connection->refuse(too_many, "Too many connections are open. Close some tabs.\n");
      } else {
        connection->read_request();
      }
      accept(acceptor);
    });
  }

  /// There are no descriptors left, most likely: to ask again at once would keep a processor busy.
  void accept_later(tcp::acceptor& acceptor) {
    constexpr std::chrono::milliseconds a_while{100};
    pause_.expires_after(a_while);
    pause_.async_wait([this, &acceptor](error_code) {
      if (acceptor.is_open()) accept(acceptor);
    });
  }

  void end() {
    error_code ignored;
    for (tcp::acceptor& acceptor : acceptors_) acceptor.close(ignored);
    pause_.cancel();
    // Closing lets go of connections, one by one.
    const std::vector<Connection*> all(board_.connections.begin(), board_.connections.end());
    for (Connection* const connection : all) connection->close();
  }

  Switchboard board_;         // outlives the connections, which the context holds
  asio::io_context context_;  // the next use it
  std::vector<tcp::acceptor> acceptors_;
  asio::steady_timer pause_;
  std::thread thread_;
};

Server::Server(std::uint16_t port, const ServerLimits& limits)
    : implementation_(std::make_unique<Implementation>(port, limits)) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return implementation_->port(); }

void Server::start(Answering answering, std::string first_event) {
  implementation_->start(std::move(answering), std::move(first_event));
}

void Server::tell(std::string event) { implementation_->tell(std::move(event)); }

}  // namespace lamppost
