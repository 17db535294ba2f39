#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "data/diff_report.h"
#include "diagnostics/printers.h"
#include "exchange/page_record.h"
#include "exit_status.h"
#include "pipeline/pipeline.h"

namespace lamppost {

enum class Command : std::uint8_t {
  build,
  check,
  new_initiative,
  new_cluster,
  schema,
  explain,
  diff,
  import,
  write_out,  ///< `export`, which is a word of C++
};

/// What the command line asks for.
struct Options {
  Command command{};
  RunOptions run;
  DiagnosticFormat format = DiagnosticFormat::human;
  bool timings = false;
  bool explain = false;  ///< `build`: say of each file made why
  bool quiet = false;
  std::string directory;           ///< `-C`: run as if started there; empty: here
  std::vector<std::string> paths;  ///< `check`: report these files only
  bool fix = false;                ///< `check`: carry out the fixes that are certain
  std::string title;               ///< `new`
  std::string cluster;             ///< `new initiative`
  std::string slug;                ///< `new`; empty: made from the title
  std::string code;                ///< `explain`; empty: list all
  bool for_decap = false;          ///< `schema`: Decap's configuration
  std::string before;              ///< `diff`
  std::string after;               ///< `diff`
  DiffFormat diff_format = DiffFormat::text;
  std::string file;                          ///< `import`
  PageFormat page_format = PageFormat::csv;  ///< `import`, `export`
  bool force = false;                        ///< `import`: replace pages that are there
  bool keep_going = false;                   ///< `import`: take the pages without mistakes
};

/// The command line is answered already: help or version asked for, or a mistake in it.
struct Answer {
  ExitStatus status{};
  std::string text;  ///< for standard output when done, else for standard error
};

/// Reads the command line. Touches nothing and prints nothing.
[[nodiscard]] std::variant<Options, Answer> parse_options(int argc, const char* const* argv);

}  // namespace lamppost
