#include "options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include "pipeline/parallel.h"

namespace lamppost {
namespace {

constexpr unsigned most_jobs = 256;

/// The command line as CLI11 fills it, before it is turned into `Options`.
struct CommandLine {
  Options options;
  std::string themes = "themes";
  std::string base_url;

  CLI::App app{"lamppost makes a static site of a catalogue of initiatives.", "lamppost"};
  CLI::App* build = nullptr;
  CLI::App* check = nullptr;
  CLI::App* create = nullptr;
  CLI::App* create_initiative = nullptr;
  CLI::App* create_cluster = nullptr;
  CLI::App* schema = nullptr;
  CLI::App* explain = nullptr;
};

/// CLI11's validators answer with what is wrong, or with nothing.
std::string wrong_base_url(const std::string& url) {
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  const std::size_t host = url.find("//");
  if (is_web && url.size() > host + 2 && url[host + 2] != '/' &&
      url.find_first_of(" \t\r\n\"<>#?") == std::string::npos) {
    return {};
  }
  return "write the whole address, such as https://example.eu/catalogue/";
}

/// Beside the output folder lies what is remembered of it, so it needs a name and a place.
std::string wrong_output(const std::string& folder) {
  const std::size_t end = folder.find_last_not_of('/');
  const std::string name = end == std::string::npos ? "" : folder.substr(0, end + 1);
  const std::string last = name.substr(name.rfind('/') + 1);
  if (last.empty() || last == "." || last == "..")
    return "write the name of a folder, such as public";
  return {};
}

void add_folder_flags(CommandLine& line) {
  CLI::App& app = line.app;
  app.add_option("-C", line.options.directory, "run as if started in this folder")
      ->type_name("DIR");
  app.add_option("--content", line.options.run.folders.content, "the content folder")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--themes", line.themes, "the folder of the site's own themes")
      ->type_name("DIR")
      ->capture_default_str();
  app.add_option("--output", line.options.run.folders.output, "the folder the site is written to")
      ->type_name("DIR")
      ->check(CLI::Validator(wrong_output, ""))
      ->capture_default_str();
}

void add_run_flags(CommandLine& line) {
  static const std::map<std::string, DiagnosticFormat> formats = {
      {"human", DiagnosticFormat::human},
      {"json", DiagnosticFormat::json},
      {"github", DiagnosticFormat::github},
      {"sarif", DiagnosticFormat::sarif}};
  CLI::App& app = line.app;
  app.add_option("--base-url", line.base_url,
                 "where the site will be, instead of site.toml's base_url")
      ->type_name("URL")
      ->check(CLI::Validator(wrong_base_url, ""));
  app.add_flag("--drafts", line.options.run.overrides.drafts, "publish drafts too");
  app.add_option("--jobs", line.options.run.jobs, "how many threads to use")
      ->type_name("N")
      ->check(CLI::Range(1U, most_jobs));
  app.add_option("--format", line.options.format,
                 "how diagnostics are shown: human, json, github or sarif")
      ->type_name("NAME")
      ->transform(CLI::CheckedTransformer(formats).description(""));
  app.add_flag("--strict", line.options.run.strict, "warnings fail too");
  app.add_flag("--timings", line.options.timings, "say how long each stage took");
  app.add_flag("--quiet", line.options.quiet, "print diagnostics only");
}

void add_commands(CommandLine& line) {
  CLI::App& app = line.app;
  app.require_subcommand(1);
  app.fallthrough();
  line.build = app.add_subcommand("build", "make the site");
  line.check =
      app.add_subcommand("check", "find every mistake that build would, and write nothing");
  line.check->add_option("PATH", line.options.paths, "report these files or folders only");
  line.create = app.add_subcommand("new", "make a page to fill in");
  line.create->require_subcommand(1);
  line.create_initiative = line.create->add_subcommand("initiative", "make an initiative's page");
  line.create_initiative
      ->add_option("--cluster", line.options.cluster, "the action cluster that leads it")
      ->type_name("SLUG");
  line.create_cluster = line.create->add_subcommand("cluster", "make a cluster's page");
  for (CLI::App* kind : {line.create_initiative, line.create_cluster}) {
    kind->add_option("TITLE", line.options.title, "its title, in quotes")->required();
    kind->add_option("--slug", line.options.slug,
                     "its name in the address, if not made from the title")
        ->type_name("SLUG");
  }
  line.schema = app.add_subcommand("schema", "print the front matter's JSON Schema");
  line.explain = app.add_subcommand("explain", "say what a diagnostic's code means");
  line.explain->add_option("CODE", line.options.code,
                           "such as unknown-key; without it, all codes are listed");
  for (CLI::App* command : {line.build, line.check, line.create, line.create_initiative,
                            line.create_cluster, line.schema, line.explain}) {
    command->fallthrough();
  }
}

Command command_of(const CommandLine& line) {
  if (line.check->parsed()) return Command::check;
  if (line.create_initiative->parsed()) return Command::new_initiative;
  if (line.create_cluster->parsed()) return Command::new_cluster;
  if (line.schema->parsed()) return Command::schema;
  if (line.explain->parsed()) return Command::explain;
  return Command::build;
}

Options finish(CommandLine& line) {
  Options options = std::move(line.options);
  options.command = command_of(line);
  options.run.folders.themes = {line.themes, LAMPPOST_SHIPPED_THEMES};
  if (!line.base_url.empty()) options.run.overrides.base_url = line.base_url;
  return options;
}

}  // namespace

std::variant<Options, Answer> parse_options(int argc, const char* const* argv) {
  CommandLine line;
  line.options.run.jobs = default_jobs();
  line.app.set_version_flag("--version", "lamppost " LAMPPOST_VERSION);
  add_folder_flags(line);
  add_run_flags(line);
  add_commands(line);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& end) {
    std::ostringstream out;
    std::ostringstream errors;
    const bool is_done = line.app.exit(end, out, errors) == 0;
    return Answer{is_done ? ExitStatus::done : ExitStatus::wrong_usage, out.str() + errors.str()};
  }
  return finish(line);
}

}  // namespace lamppost
