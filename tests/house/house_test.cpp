// The house plan (generator/README.md), held against the code.
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "repository.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

std::string room_of(const std::string& path) {
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

std::vector<std::string> generator_files() {
  std::vector<std::string> files = repository_files("generator", ".cpp");
  for (std::string& header : repository_files("generator", ".h"))
    files.push_back(std::move(header));
  return files;
}

/// Who may include whom: rooms, or single headers of rooms.
const std::map<std::string, std::set<std::string>> may_include = {
    {"diagnostics", {}},
    {"model", {"diagnostics"}},
    {"assemble", {"model", "diagnostics"}},
    {"read", {"model", "diagnostics"}},
    {"toml", {"model", "diagnostics"}},
    {"keys", {"model", "diagnostics", "toml"}},
    {"markdown", {"model", "diagnostics"}},
    {"parse", {"model", "diagnostics", "keys", "markdown", "toml", "read/source_tree.h"}},
    {"check", {"model", "diagnostics", "assemble/translate.h"}},
    {"data", {"model", "diagnostics"}},
    {"contribute",
     {"model", "diagnostics", "keys", "toml", "assemble", "check", "data/json_writer.h",
      "parse/clean_text.h", "parse/nouns.h", "parse/unfinished.h", "scaffold/page_text.h"}},
    {"view",
     {"model", "diagnostics", "assemble", "data", "contribute/asked_keys.h",
      "contribute/taken_names.h", "scaffold/page_text.h"}},
    {"render",
     {"model", "diagnostics", "data", "view", "contribute/proposal_rules.h",
      "contribute/taken_names.h", "keys/json_schema.h"}},
    {"write", {"diagnostics", "data/pieces.h", "model/content_hash.h", "render/artifact.h"}},
    {"pipeline",
     {"diagnostics", "model", "assemble", "read", "parse", "check", "data", "view", "render",
      "write"}},
    {"serve",
     {"diagnostics", "model", "pipeline", "data/escape.h", "read/file_types.h", "read/folder.h",
      "read/walk.h", "write/descriptor.h", "write/place.h"}},
    {"scaffold", {"model", "diagnostics", "keys/keys.h", "keys/placeholders.h"}},
    {"exchange",
     {"model", "diagnostics", "keys", "toml", "data/csv_cell.h", "data/json_writer.h",
      "parse/clean_text.h", "parse/front_matter.h", "read/page_name.h", "read/source_tree.h",
      "scaffold/content_files.h"}},
};

/// The home of each library: files of which one begins so may include it.
const std::map<std::string, std::vector<std::string>> library_homes = {
    {"toml++/", {"toml/toml.cpp"}},
    {"cmark-gfm", {"markdown/"}},
    {"kainjow/", {"render/templates"}},
    {"boost/filesystem",
     {"read/", "write/", "scaffold/", "main.cpp", "build_command.cpp", "check_command.cpp",
      "exchange_commands.cpp", "paths."}},
    {"boost/asio", {"serve/server.cpp"}},
    {"boost/beast", {"serve/server.cpp"}},
    {"unicode/", {"model/language", "model/country_codes", "model/teaser", "model/slug"}},
    {"xxhash", {"model/content_hash.cpp"}},
    {"sodium", {"model/content_hash.cpp"}},
    {"CLI/", {"options.cpp"}},
    {"thread", {"pipeline/parallel.cpp", "pipeline/output_check", "serve/"}},
    {"filesystem", {}},
};

/// Writers of JSON, each with its own reason to know the library.
const std::set<std::string> json_homes = {"diagnostics/", "keys/json_schema.cpp", "keys/decap_",
                                          "data/", "exchange/json_values.cpp"};

bool begins_with_one_of(const std::string& text, const auto& beginnings) {
  return std::ranges::any_of(beginnings, [&](const std::string& b) { return text.starts_with(b); });
}

}  // namespace

TEST_CASE("rooms include only what the house plan allows") {
  for (const std::string& file : generator_files()) {
    const std::string room = room_of(file);
    if (room.empty()) continue;  // the front door may include everything
    REQUIRE(may_include.contains(room));
    const std::set<std::string>& allowed = may_include.at(room);
    for (const std::string& include : includes_of(repository_file("generator/" + file))) {
      const std::string other = room_of(include);
      if (!may_include.contains(other) || other == room) continue;  // a library, or at home
      INFO(file << " includes " << include);
      CHECK((allowed.contains(other) || allowed.contains(include)));
    }
  }
}

TEST_CASE("each library has one home, and no header outside it names the library") {
  for (const std::string& file : generator_files()) {
    for (const std::string& include : includes_of(repository_file("generator/" + file))) {
      INFO(file << " includes " << include);
      for (const auto& [library, homes] : library_homes) {
        if (include.starts_with(library)) CHECK(begins_with_one_of(file, homes));
      }
      if (include.starts_with("nlohmann/")) CHECK(begins_with_one_of(file, json_homes));
    }
  }
}

TEST_CASE("every source file is listed in the build") {
  const std::string build = repository_file("generator/CMakeLists.txt");
  for (const std::string& source : repository_files("generator", ".cpp")) {
    INFO(source);
    CHECK(build.find(source) != std::string::npos);
  }
}

TEST_CASE("every test source is listed in the build of its folder") {
  for (const char* const part : {"unit", "spec", "golden", "property", "house"}) {
    const std::string folder = std::string("tests/") + part + '/';
    for (const std::string& source : repository_files(folder, "_test.cpp")) {
      const std::size_t name = source.rfind('/') + 1;
      INFO(folder << source);
      CHECK(repository_file(folder + source.substr(0, name) + "CMakeLists.txt")
                .find(source.substr(name)) != std::string::npos);
    }
  }
}

TEST_CASE("every source file of a room has its unit test") {
  for (const std::string& source : repository_files("generator", ".cpp")) {
    if (room_of(source).empty()) continue;  // main and options are tested through the program
    const std::string test = "tests/unit/" + source.substr(0, source.size() - 4) + "_test.cpp";
    INFO(test);
    CHECK(std::filesystem::exists(std::string(LAMPPOST_SOURCE_DIR "/") + test));
  }
}

TEST_CASE("a source includes its own header first, so that this compiles by itself") {
  for (const std::string& source : repository_files("generator", ".cpp")) {
    const std::string header = source.substr(0, source.size() - 3) + "h";
    if (!std::filesystem::exists(LAMPPOST_SOURCE_DIR "/generator/" + header)) continue;
    INFO(source);
    const auto includes = includes_of(repository_file("generator/" + source));
    REQUIRE_FALSE(includes.empty());
    CHECK(includes.front() == header);
  }
}

TEST_CASE("what a function has put together it gives, not a copy of it") {
  // `return text += …` and `return text.append(…)` return a reference, of which a copy is made.
  const std::regex copy(R"(^\s*return \(*[a-z_]+( \+= |\.append\())");
  for (const std::string& file : generator_files()) {
    for (const std::string& line : lines_of(repository_file("generator/" + file))) {
      INFO(file << ": " << line);
      CHECK_FALSE(std::regex_search(line, copy));
    }
  }
}

TEST_CASE("every header says what its names are for, and guards itself") {
  for (const std::string& header : repository_files("generator", ".h")) {
    const std::string text = repository_file("generator/" + header);
    INFO(header);
    CHECK(text.starts_with("#pragma once\n"));
    CHECK(text.find("/// ") != std::string::npos);
  }
}

TEST_CASE("no file has grown past what can be kept in mind") {
  // Tables are exempt: a table is read by the line.
  const std::set<std::string> tables = {"diagnostics/codes_of_pages.h",
                                        "diagnostics/codes_of_sites.h", "keys/keys.cpp"};
  for (const std::string& file : generator_files()) {
    if (tables.contains(file)) continue;
    INFO(file);
    CHECK(lines_of(repository_file("generator/" + file)).size() <= 400);
  }
}

TEST_CASE("there is no room without a purpose") {
  for (const std::string& file : generator_files()) {
    for (const char* name : {"util", "common", "helper", "misc"}) {
      INFO(file);
      CHECK(file.find(name) == std::string::npos);
    }
  }
}

TEST_CASE("between read and write nothing asks the clock, the locale, the environment or chance") {
  for (const std::string& file : generator_files()) {
    const std::string room = room_of(file);
    if (room.empty() || room == "pipeline" || room == "write" || room == "read" ||
        room == "scaffold" || room == "serve")
      continue;
    const std::string text = repository_file("generator/" + file);
    for (const char* word : {"system_clock", "steady_clock", "setlocale", "getenv", "std::rand",
                             "random_device", "Locale::getDefault", "std::time("}) {
      INFO(file << " uses " << word);
      CHECK(text.find(word) == std::string::npos);
    }
  }
}

}  // namespace lamppost::test
