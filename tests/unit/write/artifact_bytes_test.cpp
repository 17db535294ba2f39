#include "write/artifact_bytes.h"

#include <fcntl.h>

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

/// Sizes around that of a piece, and none.
const std::vector<std::size_t> sizes = {0, 1, 128 * 1024 - 1, 128 * 1024, 128 * 1024 + 1, 400'000};

std::string some_bytes(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * 7 % 251);
  return bytes;
}

std::function<void(Pieces&)> in_pieces(const std::string& content) {
  return [content](Pieces& pieces) {
    const std::string_view all = content;
    for (std::size_t at = 0; at < all.size(); at += 100'000) {
      pieces.end() += all.substr(at, 100'000);
      pieces.pass_on();
    }
  };
}

/// The same bytes as a file to copy, in memory and in pieces.
std::vector<Artifact> all_kinds(const TemporaryFolder& folder, const std::string& content) {
  folder.write("source", content);
  return {
      {"x", {}, folder.path() + "/source"}, {"x", content, {}}, {"x", {}, {}, in_pieces(content)}};
}

Descriptor file_to_write(const std::string& path) {
  return Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
}

}  // namespace

TEST_CASE("an artifact has the same bytes and hash in memory, as a file to copy and in pieces") {
  for (const std::size_t size : sizes) {
    INFO(size);
    const TemporaryFolder folder;
    const std::string content = some_bytes(size);
    for (const Artifact& artifact : all_kinds(folder, content)) {
      ArtifactBytes bytes(artifact);
      CHECK(bytes.size().value_or(size) == size);
      CHECK(bytes.hash() == hash128(content));
      CHECK(bytes.write_to(file_to_write(folder.path() + "/copy"), "copy") == hash128(content));
      CHECK(folder.read("copy") == content);
      CHECK(bytes.are_those_of(open_to_read(folder.path() + "/copy"), "copy"));
    }
  }
}

TEST_CASE("an artifact is not taken for a file that is shorter, longer or differs in a byte") {
  for (const std::size_t size : sizes) {
    INFO(size);
    const TemporaryFolder folder;
    const std::string content = some_bytes(size);
    for (const Artifact& artifact : all_kinds(folder, content)) {
      ArtifactBytes bytes(artifact);
      const auto is_that_of = [&](const std::string& other) {
        folder.write("other", other);
        return bytes.are_those_of(open_to_read(folder.path() + "/other"), "other");
      };
      CHECK_FALSE(is_that_of(content + 'x'));
      if (size == 0) continue;
      CHECK_FALSE(is_that_of(content.substr(1)));
      CHECK_FALSE(is_that_of(content.substr(0, size - 1) + '\xff'));
    }
  }
}

TEST_CASE("an artifact to copy that is not there is the machine's failure") {
  const TemporaryFolder folder;
  const Artifact artifact = {"x", {}, folder.path() + "/none"};
  CHECK_THROWS_AS(ArtifactBytes(artifact), MachineError);
  const Artifact a_folder = {"x", {}, folder.path()};
  CHECK_THROWS_AS(ArtifactBytes(a_folder).hash(), MachineError);
}

}  // namespace lamppost::test
