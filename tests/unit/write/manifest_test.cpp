#include "write/manifest.h"

#include "diagnostics/machine_error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

const FileRecord some_record = {{1, 2}, {3, 4}, 5, -6};

Manifest small_manifest() {
  return Manifest({{"index.html", some_record},
                   {"é.png", {{7, 8}, {9, 10}, 11, 12}},
                   {"clusters/citizen-focus/index.html", {}}});
}

}  // namespace

TEST_CASE("a manifest reads back as it was written") {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/manifest";
  write_manifest(file, small_manifest());
  CHECK(read_manifest(file) == small_manifest());
  CHECK(read_manifest(file).size() == 3);
  CHECK_FALSE(folder.has("manifest.new"));
  write_manifest(file, Manifest());
  CHECK(read_manifest(file).empty());
}

TEST_CASE("a manifest finds each path and no other") {
  const Manifest manifest = small_manifest();
  const auto record_of = [&](const char* path) {
    return manifest[*manifest.number_of(path)].record;
  };
  CHECK(record_of("index.html") == some_record);
  CHECK(record_of("clusters/citizen-focus/index.html") == FileRecord{});
  CHECK(record_of("é.png").size == 11);
  for (const char* other : {"", "index", "index.html2", "clusters", "zebra"})
    CHECK_FALSE(manifest.number_of(other).has_value());
  CHECK_FALSE(Manifest().number_of("index.html").has_value());
}

TEST_CASE("a manifest lists its entries by path, whatever order they came in") {
  const Manifest manifest = small_manifest();
  CHECK(manifest[0].path == "clusters/citizen-focus/index.html");
  CHECK(manifest[1].path == "index.html");
  CHECK(manifest[2].path == "é.png");
  CHECK(std::string(manifest[1].path.data()) == "index.html");  // a zero byte follows
}

TEST_CASE("a manifest that can't be trusted knows nothing") {
  const TemporaryFolder folder;
  CHECK(read_manifest(folder.path() + "/none").empty());
  CHECK(read_manifest(folder.path()).empty());  // a folder
  CHECK(manifest_of("").empty());
  CHECK(manifest_of("lamppost manifest 1\nindex.html\nend\n").empty());
  CHECK(manifest_of("lamppost manifest 99\n" + to_bytes(small_manifest()).substr(20)).empty());
  CHECK(manifest_of(to_bytes(small_manifest()) + "x").empty());
}

TEST_CASE("a manifest that is cut off anywhere knows nothing") {
  const std::string whole = to_bytes(small_manifest());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO(size);
    CHECK(manifest_of(std::string_view(whole).substr(0, size)).empty());
  }
}

TEST_CASE("a manifest with any bit changed knows nothing") {
  const std::string whole = to_bytes(small_manifest());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    INFO(i);
    CHECK(manifest_of(damaged).empty());
  }
}

TEST_CASE("a manifest with a right checksum over a wrong count is refused") {
  const auto with_body = [](const std::string& body) {
    const Hash128 checksum = hash128(body);
    std::string bytes = "lamppost manifest 2\n";
    bytes.append(reinterpret_cast<const char*>(&checksum), sizeof checksum);
    return bytes + body;
  };
  CHECK(manifest_of(with_body("")).empty());
  CHECK(manifest_of(with_body(std::string(8, '\xff'))).empty());
  CHECK(manifest_of(with_body(std::string("\1\0\0\0\0\0\0\0", 8) + std::string(48, 'r') + "no end"))
            .empty());
}

TEST_CASE("a manifest that can't be written is the machine's failure") {
  CHECK_THROWS_AS(write_manifest("/proc/no/such/manifest", small_manifest()), MachineError);
  const TemporaryFolder folder;
  folder.write("manifest/file", "");  // a folder stands in its place
  CHECK_THROWS_AS(write_manifest(folder.path() + "/manifest", small_manifest()), MachineError);
  CHECK_FALSE(folder.has("manifest.new"));
}

}  // namespace lamppost::test
