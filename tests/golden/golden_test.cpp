// Each file of cases/ is a small site, a command and what must come of it (format: README.md here).
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "support/case_file.h"
#include "support/catch.h"
#include "support/run_lamppost.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

bool is_rewriting() { return std::getenv("LAMPPOST_UPDATE_GOLDEN") != nullptr; }

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> case_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(LAMPPOST_GOLDEN_CASES))
    files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

/// Bytes that a text file can't show are written `\xNN`.
std::string unescaped(const std::string& text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0) {
      bytes += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

/// `{text}*N` is that text N times, with `\xNN` in it as above.
std::string multiplied(const std::string& text) {
  std::string bytes;
  std::size_t done = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', done)) {
    const std::size_t close = text.find("}*", open);
    const std::string once = unescaped(text.substr(open + 1, close - open - 1));
    std::size_t digits = 0;
    const int count = std::stoi(text.substr(close + 2), &digits);
    bytes.append(text, done, open - done);
    for (int i = 0; i < count; ++i) bytes += once;
    done = close + 2 + digits;
  }
  return bytes.append(text, done);
}

/// More than the largest page that is read.
std::string repeated(const std::string& text) {
  std::string bytes;
  while (bytes.size() <= 1U << 20U) bytes += text;
  return bytes;
}

std::string without_line_end(std::string text) {
  text.resize(text.find_last_not_of('\n') + 1);
  return text;
}

/// Makes one file of the site; a word in brackets after its name says what its text stands for.
void lay_out(const Section& section, const TemporaryFolder& folder) {
  const std::size_t bracket = section.name.rfind(" (");
  const std::string name = section.name.substr(0, bracket);
  const std::string kind = bracket == std::string::npos ? "" : section.name.substr(bracket);
  if (kind == " (escaped)") {
    folder.write(name, unescaped(section.bytes));
  } else if (kind == " (multiplied)") {
    folder.write(name, multiplied(section.bytes));
  } else if (kind == " (repeated)") {
    folder.write(name, repeated(section.bytes));
  } else if (kind == " (link)") {
    fs::create_directories((fs::path(folder.path()) / name).parent_path());
    fs::create_symlink(without_line_end(section.bytes), fs::path(folder.path()) / name);
  } else {
    folder.write(section.name, section.bytes);
  }
}

void lay_out(const CaseFile& file, const TemporaryFolder& folder) {
  for (const Section& section : file.sections) {
    if (section.name == "site") {
      fs::copy(fs::path(LAMPPOST_GOLDEN_SITES) / without_line_end(section.bytes), folder.path(),
               fs::copy_options::recursive);
    } else if (section.name == "theme") {
      const std::string name = without_line_end(section.bytes);
      fs::create_directories(fs::path(folder.path()) / "themes");
      fs::copy(fs::path(LAMPPOST_TEST_THEMES) / name, fs::path(folder.path()) / "themes" / name,
               fs::copy_options::recursive);
    } else if (!section.name.starts_with("expect ") && section.name != "command") {
      lay_out(section, folder);
    }
  }
}

/// What the run left, for each file the case asks about.
std::string left_behind(const std::string& name, const TemporaryFolder& folder) {
  if (name == "no public") return folder.has("public") ? "there is a public folder\n" : "";
  return folder.has(name) ? folder.read(name) : "(no such file)\n";
}

/// What a build says at its end, without how long it took: `, 3.1 s` becomes `, * s`.
std::string without_duration(const std::string& output) {
  static const std::regex duration(R"(( removed, )\d+\.\d s\n)");
  return std::regex_replace(output, duration, "$1* s\n");
}

/// The case as the run shows it to be.
CaseFile as_it_is(const CaseFile& file, const RunResult& result, const TemporaryFolder& folder) {
  constexpr std::string_view expect = "expect ";
  CaseFile real = file;
  real.set("expect status", std::to_string(result.status) + "\n");
  if (!result.output.empty() || real.find("expect output"))
    real.set("expect output", without_duration(result.output));
  if (!result.errors.empty() || real.find("expect errors"))
    real.set("expect errors", result.errors);
  for (Section& section : real.sections) {
    if (!section.name.starts_with(expect)) continue;
    const std::string name = section.name.substr(expect.size());
    if (name == "status" || name == "output" || name == "errors") continue;
    section.bytes = left_behind(name, folder);
  }
  return real;
}

}  // namespace

TEST_CASE("golden cases") {
  for (const fs::path& path : case_files()) {
    DYNAMIC_SECTION(path.stem().string()) {
      const CaseFile file = parse_case(read_file(path));
      REQUIRE(file.find("command") != nullptr);
      const std::string command = without_line_end(*file.find("command"));

      const TemporaryFolder folder;
      lay_out(file, folder);
      const CaseFile real = as_it_is(file, run_lamppost(folder.path(), command), folder);

      if (is_rewriting()) std::ofstream(path, std::ios::binary) << format_case(real);
      CHECK(format_case(real) == format_case(is_rewriting() ? real : file));
    }
  }
}

}  // namespace lamppost::test
