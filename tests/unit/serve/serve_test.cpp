// The whole of it, in this process; the program itself is tested in tests/serve.
#include "serve/serve.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <future>
#include <thread>
#include <unistd.h>

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

ServeOptions options_for(const TemporaryFolder& folder) {
  folder.write(
      "content/site.toml",
      "title = \"T\"\ndescription = \"D\"\nbase_url = \"https://x.example/c/\"\n"
      "theme = \"marketplace\"\ndefault_language = \"en\"\n[languages.en]\nname = \"English\"\n");
  folder.write("content/clusters/light.md", "+++\ntitle = \"Light\"\n+++\n");
  ServeOptions options;
  options.run.folders = {folder.path() + "/content",
                         {folder.path() + "/themes", LAMPPOST_THEMES},
                         folder.path() + "/public"};
  return options;
}

ServeListener silent() {
  return {[](const std::string&) {}, [](const Outcome&, double) {}, [](const std::string&) {},
          [](std::string_view) {}};
}

}  // namespace

TEST_CASE("a site is built, served, built again after a change, and let go of at a signal") {
  const TemporaryFolder folder;
  const ServeOptions options = options_for(folder);
  std::promise<std::string> address;
  ServeListener listener = silent();
  listener.on_address = [&](const std::string& at) { address.set_value(at); };
  std::size_t runs = 0;
  listener.on_run = [&](const Outcome& outcome, double) {
    ++runs;
    CHECK(outcome.written);
  };
  // The visitor's thread must not take the signal.
  ::sigset_t signals = {};
  ::sigset_t before = {};
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, &before);
  std::string seen;
  std::thread visitor([&] {
    const std::string at = address.get_future().get();
    const auto port = static_cast<std::uint16_t>(std::stoul(at.substr(at.rfind(':') + 1)));
    const std::string host = "Host: localhost:" + std::to_string(port) + "\r\n\r\n";
    Client events(port);
    events.send("GET /c/.lamppost/events HTTP/1.1\r\n" + host);
    const std::size_t size = events.received_until(" 0\n\n").size();
    std::this_thread::sleep_for(std::chrono::milliseconds(200));  // nothing is to be built now
    folder.write("new.md", "+++\ntitle = \"Dark\"\n+++\n");
    std::filesystem::rename(folder.path() + "/new.md",
                            folder.path() + "/content/clusters/light.md");
    while (events.received_until("data").find("data", size) == std::string::npos) {
      if (!events.receive()) break;
    }
    Client page(port);
    page.send("GET /c/clusters/light/ HTTP/1.1\r\n" + host);
    seen = page.received_until("</html>");
    ::kill(::getpid(), SIGTERM);
  });
  serve(options, listener);
  visitor.join();
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  CHECK(runs == 2);  // that the site's own memory came to be is no change
  CHECK(contains(seen, "Dark"));
  CHECK(contains(seen, "/c/.lamppost/live.js?v="));
}

TEST_CASE("where the first run fails for the machine's sake, there is nothing to serve") {
  const TemporaryFolder folder;
  ServeOptions options = options_for(folder);
  options.run.folders.content = folder.path() + "/missing";
  CHECK_THROWS_AS(serve(options, silent()), MachineError);
}
