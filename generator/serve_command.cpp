#include "serve_command.h"

#include <iostream>
#include <string>
#include <vector>

#include "build_command.h"
#include "report.h"
#include "serve/open_browser.h"
#include "serve/serve.h"
#include "write/place.h"

namespace lamppost {
namespace {

/// Says what happens while a site is served.
class Reporter {
 public:
  Reporter(const Options& options, std::string folder)
      : options_(options), folder_(std::move(folder)) {}

  void say_address(const std::string& address) {
    std::cout << "The site is at " << address << " (Ctrl-C ends this)\n";
    std::cout.flush();
    if (options_.open && !is_opened_ && !open_browser(address)) {
      std::cerr << "lamppost: no browser could be opened: open " << address << " in yours\n";
    }
    is_opened_ = true;
  }

  void say_run(const Outcome& outcome, double seconds) {
    const bool has_failed = !outcome.written;
    const bool has_changed = !has_failed && outcome.written->made + outcome.written->removed > 0;
    const bool is_news = is_first_ || had_failed_ || has_changed;
    if (!has_failed && is_news && !options_.quiet) {
      print_summary(outcome, folder_, seconds);
      std::cout.flush();
    }
    // Warnings that are as they were are not repeated with each key that is pressed.
    if (is_first_ || has_failed || outcome.diagnostics.list() != last_) {
      static_cast<void>(finish(outcome, options_));
    }
    last_ = outcome.diagnostics.list();
    had_failed_ = has_failed;
    is_first_ = false;
  }

 private:
  const Options& options_;
  std::string folder_;
  std::vector<Diagnostic> last_;
  bool is_first_ = true;
  bool had_failed_ = false;
  bool is_opened_ = false;
};

}  // namespace

ExitStatus run_serve(const Options& options) {
  if (writes_into_sources(options.run.folders)) return ExitStatus::wrong_usage;
  ServeOptions asked{options.run, options.port, options.watching};
  Folders& folders = asked.run.folders;
  if (asked.run.overrides.drafts) folders.output = output_place(folders.output).memory + "/drafts";
  asked.run.on_wait = waits_for(folders.output);
  Reporter reporter(options, folders.output);
  Progress::Write show = progress_writer(options);
  if (!show) show = [](std::string_view) {};
  serve(asked, {[&](const std::string& address) { reporter.say_address(address); },
                [&](const Outcome& outcome, double seconds) { reporter.say_run(outcome, seconds); },
                [](const std::string& words) { std::cerr << "lamppost: " << words << '\n'; },
                std::move(show)});
  return ExitStatus::done;
}

}  // namespace lamppost
