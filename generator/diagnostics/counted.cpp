#include "diagnostics/counted.h"

#include <set>
#include <string_view>

namespace lamppost {
namespace {

std::string plural(std::size_t count, std::string_view noun) {
  return std::to_string(count).append(" ").append(noun).append(count == 1 ? "" : "s");
}

}  // namespace

std::string counted(const Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.count(Severity::error);
  const std::size_t warnings = diagnostics.count(Severity::warning);
  std::set<std::string_view> files;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (!diagnostic.file.empty()) files.insert(diagnostic.file);
  }
  std::string line;
  if (errors > 0) line += plural(errors, "error");
  if (errors > 0 && warnings > 0) line += ", ";
  if (warnings > 0) line += plural(warnings, "warning");
  if (!files.empty()) line += " in " + plural(files.size(), "file");
  return line;
}

}  // namespace lamppost
