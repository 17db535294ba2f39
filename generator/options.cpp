#include "options.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include "diagnostics/suggest.h"
#include "pipeline/parallel.h"

namespace lamppost {
namespace {

constexpr unsigned most_jobs = 256;
constexpr double least_page_seconds = 0.1;
constexpr double most_page_seconds = 3600;
constexpr unsigned least_page_memory = 16;
constexpr unsigned most_page_memory = 1U << 20U;
constexpr auto common_group = "Common flags";

/// The command line as CLI11 fills it, before it is turned into `Options`.
struct CommandLine {
  Options options;
  std::string themes = "themes";
  std::string base_url;
  std::string format = "human";
  std::string diff_format = "text";
  std::string page_format;
  bool is_polling = false;
  std::string schema_for;
  double page_seconds = 2;
  unsigned page_memory = 512;

  CLI::App app{"lamppost makes a static site of a catalogue of initiatives.", "lamppost"};
  CLI::App* build = nullptr;
  CLI::App* check = nullptr;
  CLI::App* serve = nullptr;
  CLI::App* create = nullptr;
  CLI::App* create_initiative = nullptr;
  CLI::App* create_cluster = nullptr;
  CLI::App* schema = nullptr;
  CLI::App* explain = nullptr;
  CLI::App* diff = nullptr;
  CLI::App* import = nullptr;
  CLI::App* write_out = nullptr;
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

const std::map<std::string, DiagnosticFormat>& formats() {
  static const std::map<std::string, DiagnosticFormat> all = {{"human", DiagnosticFormat::human},
                                                              {"json", DiagnosticFormat::json},
                                                              {"github", DiagnosticFormat::github},
                                                              {"gitlab", DiagnosticFormat::gitlab},
                                                              {"sarif", DiagnosticFormat::sarif}};
  return all;
}

const std::map<std::string, DiffFormat>& diff_formats() {
  static const std::map<std::string, DiffFormat> all = {
      {"text", DiffFormat::text}, {"markdown", DiffFormat::markdown}, {"json", DiffFormat::json}};
  return all;
}

std::string wrong_diff_format(const std::string& name) {
  return diff_formats().contains(name) ? "" : "choose text, markdown or json";
}

std::string wrong_schema(const std::string& name) {
  return name == "decap" ? "" : "choose decap, or leave it out for JSON Schema";
}

std::string wrong_page_format(const std::string& name) {
  return name == "csv" || name == "json" ? "" : "choose csv or json";
}

std::string wrong_format(const std::string& name) {
  return formats().contains(name) ? "" : "choose human, json, github, gitlab or sarif";
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
  CLI::App& app = line.app;
  app.add_option("--base-url", line.base_url,
                 "where the site will be, instead of site.toml's base_url")
      ->type_name("URL")
      ->check(CLI::Validator(wrong_base_url, ""));
  app.add_flag("--drafts", line.options.run.overrides.drafts, "publish drafts too");
  app.add_option("--jobs", line.options.run.jobs, "how many threads to use")
      ->type_name("N")
      ->check(CLI::Range(1U, most_jobs));
  app.add_option("--page-seconds", line.page_seconds,
                 "computing time that reading one page may take")
      ->type_name("SECONDS")
      ->check(CLI::Range(least_page_seconds, most_page_seconds))
      ->capture_default_str();
  app.add_option("--page-memory", line.page_memory, "memory that reading one page may take")
      ->type_name("MB")
      ->check(CLI::Range(least_page_memory, most_page_memory))
      ->capture_default_str();
  app.add_option("--format", line.format,
                 "how diagnostics are shown: human, json, github, gitlab or sarif")
      ->type_name("NAME")
      ->check(CLI::Validator(wrong_format, ""));
  app.add_flag("--strict", line.options.run.strict, "warnings fail too");
  app.add_flag("--timings", line.options.timings, "say how long each stage took");
  app.add_flag("--quiet", line.options.quiet, "print diagnostics only");
}

/// What may follow every command, for its help.
std::string common_flags(const CLI::App& app) {
  const auto flags = app.get_options(
      [](const CLI::Option* option) { return option->get_group() == common_group; });
  return CLI::Formatter().make_group(common_group, false, flags);
}

void add_serve(CommandLine& line) {
  line.serve = line.app.add_subcommand(
      "serve", "show the site on this machine, and build it again as you write");
  line.serve->add_option("--port", line.options.port, "where to listen; 0: wherever there is room")
      ->type_name("N")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  line.serve->add_flag("--open", line.options.open, "open it in your browser");
  line.serve->add_flag("--poll", line.is_polling,
                       "look for changes again and again: for drives that tell of none");
}

/// Its `--format` is that of its result; `lamppost --format NAME diff` is about its diagnostics.
void add_diff(CommandLine& line) {
  line.diff = line.app.add_subcommand("diff", "say what is different between two built sites");
  line.diff->add_option("OLD", line.options.before, "a built site's folder, or its catalogue.json")
      ->required();
  line.diff->add_option("NEW", line.options.after, "the same of the site as it is to be")
      ->required();
  line.diff->add_option("--format", line.diff_format, "how it is told: text, markdown or json")
      ->type_name("NAME")
      ->check(CLI::Validator(wrong_diff_format, ""));
}

/// The same for these two.
void add_exchange(CommandLine& line) {
  line.import = line.app.add_subcommand("import", "make content files of a CSV or JSON file");
  line.import
      ->add_option("FILE", line.options.file, "the file, as `export` or a spreadsheet writes it")
      ->required();
  line.import->add_flag("--force", line.options.force, "replace pages that are there");
  line.import->add_flag("--keep-going", line.options.keep_going,
                        "take the pages without mistakes where others have some");
  line.write_out = line.app.add_subcommand("export", "print all pages as CSV or JSON");
  for (CLI::App* command : {line.import, line.write_out}) {
    command->add_option("--format", line.page_format, "csv or json")
        ->type_name("NAME")
        ->check(CLI::Validator(wrong_page_format, ""));
  }
}

/// `import` goes by the file's name where it is not told.
PageFormat page_format_of(const CommandLine& line) {
  const bool is_json =
      line.page_format.empty() ? line.options.file.ends_with(".json") : line.page_format == "json";
  return is_json ? PageFormat::json : PageFormat::csv;
}

void add_commands(CommandLine& line) {
  CLI::App& app = line.app;
  app.option_defaults()->group("Options");  // each command's own
  app.require_subcommand(1);
  app.fallthrough();
  line.build = app.add_subcommand("build", "make the site");
  line.build->add_flag("--clean", line.options.run.clean, "trust nothing an earlier build left");
  line.build
      ->add_option("--previous", line.options.run.previous,
                   "say what is new since that former catalogue.json")
      ->type_name("FILE");
  line.build->add_flag("--explain", line.options.explain, "say of each file made why");
  line.check =
      app.add_subcommand("check", "find every mistake that build would, and write nothing");
  line.check->add_option("PATH", line.options.paths, "report these files or folders only");
  line.check->add_flag("--fix", line.options.fix, "write what is certain, and show it first");
  add_serve(line);
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
  line.schema->add_option("--for", line.schema_for, "another form of it: decap (for Decap CMS)")
      ->type_name("NAME")
      ->check(CLI::Validator(wrong_schema, ""));
  line.explain = app.add_subcommand("explain", "say what a diagnostic's code means");
  line.explain->add_option("CODE", line.options.code,
                           "such as unknown-key; without it, all codes are listed");
  add_diff(line);
  add_exchange(line);
  for (CLI::App* command :
       {line.build, line.check, line.serve, line.create, line.create_initiative,
        line.create_cluster, line.schema, line.explain, line.diff, line.import, line.write_out}) {
    command->fallthrough();
    command->footer([&app] { return common_flags(app); });
  }
}

/// What a word that no command takes was probably meant to be: a command where there is none yet,
/// or a flag.
std::optional<std::string> meant(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  if (word.starts_with('-')) {
    for (const CLI::Option* option : app.get_options()) known.push_back(option->get_name());
    for (const CLI::App* command : app.get_subcommands()) {
      for (const CLI::Option* option : command->get_options()) known.push_back(option->get_name());
    }
  } else if (app.get_subcommands().empty()) {
    for (const CLI::App* command : app.get_subcommands(nullptr)) {
      known.push_back(command->get_name());
    }
  }
  return nearest(word.substr(0, word.find('=')), known);
}

/// Why a command line can't be understood, with what was probably meant.
std::string refusal(const CLI::App& app, const CLI::ParseError& error) {
  std::string message = std::string("lamppost: ") + error.what() + '\n';
  for (const std::string& word : app.remaining(true)) {
    const bool is_command = !word.starts_with('-') && app.get_subcommands().empty();
    if (is_command) message = "lamppost: there is no command " + in_ticks(word) + '\n';
    if (const auto better = meant(app, word)) {
      return message + "did you mean " + in_ticks(*better) + "?\n";
    }
    if (is_command) break;
  }
  return message + "`lamppost --help` lists the commands and flags\n";
}

Command command_of(const CommandLine& line) {
  if (line.check->parsed()) return Command::check;
  if (line.serve->parsed()) return Command::serve;
  if (line.create_initiative->parsed()) return Command::new_initiative;
  if (line.create_cluster->parsed()) return Command::new_cluster;
  if (line.schema->parsed()) return Command::schema;
  if (line.explain->parsed()) return Command::explain;
  if (line.diff->parsed()) return Command::diff;
  if (line.import->parsed()) return Command::import;
  if (line.write_out->parsed()) return Command::write_out;
  return Command::build;
}

Options finish(CommandLine& line) {
  const PageFormat page_format = page_format_of(line);
  Options options = std::move(line.options);
  options.command = command_of(line);
  options.format = formats().at(line.format);
  options.page_format = page_format;
  if (line.is_polling) options.watching = WatchKind::polling;
  options.for_decap = line.schema_for == "decap";
  options.diff_format = diff_formats().at(line.diff_format);
  options.run.folders.themes = {line.themes, LAMPPOST_SHIPPED_THEMES};
  options.run.program = "/proc/self/exe";  // also where its file was replaced meanwhile
  options.run.page_limits = {std::chrono::round<std::chrono::milliseconds>(
                                 std::chrono::duration<double>(line.page_seconds)),
                             std::uint64_t{line.page_memory} << 20U};
  if (!line.base_url.empty()) options.run.overrides.base_url = line.base_url;
  return options;
}

}  // namespace

std::variant<Options, Answer> parse_options(int argc, const char* const* argv) {
  CommandLine line;
  line.options.run.jobs = default_jobs();
  line.app.set_version_flag("--version", "lamppost " LAMPPOST_VERSION);
  line.app.option_defaults()->group(common_group);
  add_folder_flags(line);
  add_run_flags(line);
  add_commands(line);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& end) {
    if (end.get_exit_code() != 0) return Answer{ExitStatus::wrong_usage, refusal(line.app, end)};
    std::ostringstream out;
    line.app.exit(end, out, out);
    return Answer{ExitStatus::done, out.str()};
  }
  return finish(line);
}

}  // namespace lamppost
