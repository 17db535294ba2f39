#include "serve/server.h"

#include <memory>
#include <vector>

#include "client.h"
#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/contains.h"
#include "support/temporary_folder.h"

using namespace lamppost;
using lamppost::test::Client;
using lamppost::test::contains;
using lamppost::test::TemporaryFolder;

namespace {

Answer text(std::string body) {
  Answer answer;
  answer.type = "text/plain";
  answer.body = std::move(body);
  return answer;
}

Answer echo(const Request& request, std::uint16_t /*port*/) {
  if (request.target == "/events") {
    Answer stream;
    stream.is_stream = true;
    return stream;
  }
  return text(request.method + ' ' + request.target + ' ' +
              (request.hosts.empty() ? "" : request.hosts.front()) + ';');
}

std::string get(const std::string& target, const std::string& rest = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + rest + "\r\n";
}

}  // namespace

TEST_CASE("a request is answered, the connection is kept for the next") {
  Server server(0);
  server.start(echo, "");
  Client client(server.port());
  client.send(get("/one"));
  const std::string first = client.received_until(";");
  CHECK(contains(first, "HTTP/1.1 200 OK\r\n"));
  CHECK(contains(first, "Content-Security-Policy: default-src 'self'\r\n"));
  CHECK(contains(first, "X-Content-Type-Options: nosniff\r\n"));
  CHECK(contains(first, "GET /one h;"));
  client.send(get("/two", "Connection: close\r\n"));
  CHECK(contains(client.all_received(), "GET /two h;"));
  CHECK(client.is_closed());
}

TEST_CASE("an answer to HEAD has no body; a file is sent whole") {
  const TemporaryFolder folder;
  const std::string large(3'000'000, 'x');
  folder.write("x.txt", large + "end");
  Server server(0);
  server.start(
      [&](const Request& /*request*/, std::uint16_t /*port*/) {
        Answer answer;
        answer.type = "text/plain";
        answer.file = find_file(folder.path(), "x.txt");
        return answer;
      },
      "");
  Client head(server.port());
  head.send("HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  CHECK(contains(head.all_received(), "Content-Length: 3000003\r\n"));
  CHECK(head.all_received().ends_with("\r\n\r\n"));
  Client whole(server.port());
  whole.send(get("/", "Connection: close\r\n"));
  CHECK(whole.all_received().ends_with("\r\n\r\n" + large + "end"));
}

TEST_CASE("what is no request, too long or too slow is told so, and the connection ends") {
  ServerLimits limits;
  limits.header_bytes = 300;
  limits.idle = std::chrono::milliseconds(300);
  Server server(0, limits);
  server.start(echo, "");
  Client strange(server.port());
  strange.send("what is this\r\n\r\n");
  CHECK(contains(strange.all_received(), "HTTP/1.1 400 "));
  CHECK(strange.is_closed());
  Client lengthy(server.port());
  lengthy.send(get("/", "X: " + std::string(400, 'y') + "\r\n"));
  CHECK(contains(lengthy.all_received(), "HTTP/1.1 431 "));
  Client slow(server.port());
  slow.send("GET / HT");
  CHECK(slow.all_received().empty());
  CHECK(slow.is_closed());
}

TEST_CASE("a body is not waited for") {
  Server server(0);
  server.start(echo, "");
  Client client(server.port());
  client.send("POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\nabc");
  CHECK(contains(client.received_until(";"), "POST /x h;"));
}

TEST_CASE("listeners hear the last event at once, and each that follows") {
  Server server(0);
  server.start(echo, "data: 1\n\n");
  Client one(server.port());
  one.send(get("/events"));
  CHECK(contains(one.received_until("data: 1\n\n"), "Content-Type: text/event-stream\r\n"));
  server.tell("data: 2\n\n");
  CHECK(contains(one.received_until("data: 2\n\n"), "data: 2\n\n"));
  Client two(server.port());
  two.send(get("/events"));
  CHECK(contains(two.received_until("data: 2\n\n"), "data: 2\n\n"));
  CHECK_FALSE(contains(two.received_until("data: 2\n\n"), "data: 1\n\n"));
}

TEST_CASE("listeners get a sign of life") {
  ServerLimits limits;
  limits.heartbeat = std::chrono::milliseconds(30);
  Server server(0, limits);
  server.start(echo, "data: 1\n\n");
  Client client(server.port());
  client.send(get("/events"));
  CHECK(contains(client.received_until("\n:\n\n:\n\n"), ":\n\n:\n\n"));
}

TEST_CASE("a sign of life never comes between who listens and what is told just then") {
  ServerLimits limits;
  limits.heartbeat = std::chrono::milliseconds(1);
  Server server(0, limits);
  server.start(echo, "data: 0\n\n");
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 20; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    clients.back()->send(get("/events"));
    clients.back()->received_until("data: 0");
  }
  for (int number = 1; number <= 300; ++number) {
    const std::string event = "data: " + std::to_string(number) + "\n\n";
    server.tell(event);
    for (const auto& client : clients) REQUIRE(contains(client->received_until(event), event));
  }
}

TEST_CASE("who comes when there are too many is sent away, until others have gone") {
  ServerLimits limits;
  limits.connections = 3;
  Server server(0, limits);
  server.start(echo, "data: 1\n\n");
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    clients.back()->send(get("/events"));
    clients.back()->received_until("data: 1");
  }
  Client next(server.port());
  CHECK(contains(next.all_received(), "HTTP/1.1 503 "));
  clients.clear();
  std::string received;
  for (int tries = 0; tries < 500 && !contains(received, " 200 "); ++tries) {
    Client again(server.port());
    again.send(get("/x", "Connection: close\r\n"));
    received = again.all_received();
  }
  CHECK(contains(received, "GET /x h;"));
}

TEST_CASE("a port that is taken or not ours is refused with what to do") {
  const Server first(0);
  try {
    const Server second(first.port());
    FAIL("it was given");
  } catch (const MachineError& failure) {
    CHECK(contains(failure.what(), "port " + std::to_string(first.port()) + ": another program"));
    CHECK(contains(failure.what(), "`--port "));
  }
}

TEST_CASE("those who come before the start are answered after it; with the server all ends") {
  auto server = std::make_unique<Server>(std::uint16_t{0});
  Client early(server->port());
  early.send(get("/early"));
  server->start(echo, "data: 1\n\n");
  CHECK(contains(early.received_until(";"), "GET /early h;"));
  Client listener(server->port());
  listener.send(get("/events"));
  listener.received_until("data: 1");
  const std::uint16_t port = server->port();
  server.reset();
  listener.all_received();
  CHECK(listener.is_closed());
  CHECK_THROWS(Client(port));
  const Server again(port);
  CHECK(again.port() == port);
}

TEST_CASE("a server that was never started can go") { CHECK(Server(0).port() != 0); }
