#include "pipeline/memory.h"

#include <filesystem>

#include "pipeline/parsed_bytes.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

const Hash128 program{1, 2};

std::string text_bytes(const std::string& text) {
  ParsedFile file;
  file.body.text = {Html("<p>" + text + "</p>"), text};
  return encode(file, {}).text;
}

/// A run that remembers one text.
BlobPlace remember(const OutputPlace& place, const std::string& text) {
  Memory memory(place, program, false);
  Snapshot snapshot;
  snapshot.program = program;
  RememberedFile file;
  file.file = "a.md";
  file.head = memory.texts().put("head");
  file.given = memory.texts().put("given");
  file.text = memory.texts().put(text_bytes(text));
  snapshot.files = {file};
  memory.save(snapshot);
  return file.text;
}

}  // namespace

TEST_CASE("a run finds what the one before it saved") {
  const TemporaryFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  (void)remember(place, "lamp");
  const Memory memory(place, program, false);
  REQUIRE(memory.known().files.size() == 1);
  CHECK(memory.text_at(memory.known().files[0].text).plain_text == "lamp");
  CHECK(recollected(place, program).known.files.size() == 1);
}

TEST_CASE("nothing is known where it is to be forgotten, or another program saved it") {
  const TemporaryFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  (void)remember(place, "lamp");
  CHECK(recollected(place, {3, 4}).known.files.empty());
  CHECK(Memory(place, {3, 4}, false).known().files.empty());
  CHECK(Memory(place, program, true).known().files.empty());
}

TEST_CASE("a text that is lost is told of when it is asked for, and texts cut short at once") {
  const TemporaryFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  const BlobPlace text = remember(place, "lamp");
  folder.write(".lamppost/public/texts-0", std::string(text.offset + text.size, 'x'));
  CHECK_THROWS_AS(Memory(place, program, false).text_at(text), LostMemory);
  std::filesystem::resize_file(folder.path() + "/.lamppost/public/texts-0", 3);
  CHECK(Memory(place, program, false).known().files.empty());
}

TEST_CASE("what comes after another run's publishing is not taken for the last run's") {
  const TemporaryFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  {
    Memory memory(place, program, false);
    Snapshot snapshot;
    snapshot.program = program;
    snapshot.site = {5, 6};
    snapshot.inputs = {7, 8};
    memory.save(snapshot);
  }
  CHECK(Memory(place, program, false).known().site == Hash128{5, 6});
  folder.write(".lamppost/public/manifest", "another");
  CHECK(Memory(place, program, false).known().site == Hash128{});
  CHECK(Memory(place, program, false).known().inputs == Hash128{});
}

TEST_CASE("texts that nobody remembers are left behind, the others stay readable") {
  const TemporaryFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  (void)remember(place, std::string(3'000'000, 'a'));
  (void)remember(place, "lamp");
  Memory memory(place, program, false);  // clears up
  CHECK(memory.texts().size() < 1000);
  CHECK(memory.text_at(memory.known().files[0].text).plain_text == "lamp");
  CHECK(folder.has(".lamppost/public/texts-0"));  // the saved snapshot still needs it
  memory.save(memory.known());
  CHECK_FALSE(folder.has(".lamppost/public/texts-0"));
}

TEST_CASE("texts that a killed run or another lamppost left are cleared away") {
  const TemporaryFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  folder.write(".lamppost/public/texts-7", "left over");
  (void)remember(place, "lamp");
  CHECK_FALSE(folder.has(".lamppost/public/texts-7"));
  CHECK(folder.has(".lamppost/public/texts-0"));
}

TEST_CASE("a first run that saves nothing leaves nothing") {
  const TemporaryFolder folder;
  const OutputPlace place = output_place(folder.path() + "/public");
  { (void)Memory(place, program, false).texts().put("x"); }
  CHECK_FALSE(folder.has(".lamppost/public/texts-0"));
}

}  // namespace lamppost::test
