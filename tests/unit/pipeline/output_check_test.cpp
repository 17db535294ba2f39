#include "pipeline/output_check.h"

#include <filesystem>

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "write/manifest.h"
#include "write/recorded.h"

namespace lamppost::test {
namespace {

/// An output folder with many files, as a run publishes them.
struct PublishedSite {
  TemporaryFolder folder;
  OutputPlace place = output_place(folder.path() + "/public");
  std::size_t count = 0;

  PublishedSite() {
    std::vector<ManifestEntry> entries;
    std::vector<std::string> names;
    for (int i = 0; i < 1500; ++i) names.push_back("f" + std::to_string(i));
    for (const std::string& name : names) {
      folder.write("public/" + name, name);
      const Descriptor output(open_to_read(place.output));
      const FileState state = state_below(output, name.c_str()).value();
      entries.push_back({name, {{1, 2}, {3, 4}, state.size, state.modified}});
    }
    count = entries.size();
    std::filesystem::create_directories(place.memory);
    write_manifest(place.manifest, Manifest(entries));
  }
};

}  // namespace

TEST_CASE("all that was published is counted where it lies as it was") {
  const PublishedSite site;
  OutputCheck check(site.place);
  CHECK(is_whole(check.published()));
  CHECK(check.published().manifest.size() == site.count);
}

TEST_CASE("a file that is missing or was edited is noticed, wherever it stands in the manifest") {
  const PublishedSite site;
  for (const char* const name : {"public/f0", "public/f700", "public/f999"}) {
    const std::string file = site.folder.path() + "/" + name;
    std::filesystem::rename(file, file + "-away");
    OutputCheck check(site.place);
    CHECK_FALSE(is_whole(check.published()));
    CHECK_FALSE(check.published().find(name + std::string_view("public/").size())->stands);
    CHECK(check.published().find("f1")->stands);
    std::filesystem::rename(file + "-away", file);
  }
  site.folder.write("public/f42", "edited");
  CHECK_FALSE(is_whole(OutputCheck(site.place).published()));
}

TEST_CASE("where nothing was published nothing is as it was") {
  const TemporaryFolder folder;
  CHECK_FALSE(is_whole(OutputCheck(output_place(folder.path() + "/public")).published()));
}

TEST_CASE("whoever needs no answer need not wait for it") {
  const PublishedSite site;
  for (int i = 0; i < 20; ++i) const OutputCheck check(site.place);
}

}  // namespace lamppost::test
