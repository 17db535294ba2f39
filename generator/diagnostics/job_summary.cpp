#include "diagnostics/job_summary.h"

#include <string_view>

#include "diagnostics/counted.h"
#include "diagnostics/display.h"

namespace lamppost {
namespace {

/// Text in which no sign means anything to Markdown, HTML or GitHub: each is a numeric character
/// reference, which never makes markup (CommonMark 0.31, 2.5).
std::string as_plain_markdown(std::string_view text) {
  constexpr std::string_view plain = " ,;'()";
  std::string escaped;
  for (const char c : visible(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_sign = byte > 0x20 && byte < 0x7F && !(c >= '0' && c <= '9') &&
                         !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
                         plain.find(c) == std::string_view::npos;
    if (is_sign) {
      escaped.append("&#").append(std::to_string(byte)).append(";");
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string place_of(const Diagnostic& diagnostic, const SourceTexts& texts) {
  const auto found = texts.find(diagnostic.file);
  if (!diagnostic.has_place || found == texts.end()) return diagnostic.file;
  const LineColumn place = line_column(found->second, diagnostic.where.begin);
  return diagnostic.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string row(const Diagnostic& diagnostic, const SourceTexts& texts) {
  const bool is_error = diagnostic.severity() == Severity::error;
  std::string notes;
  for (const Note& note : diagnostic.notes) {
    notes += "<br>" + as_plain_markdown(note.message);
    if (!note.file.empty()) notes += " (" + as_plain_markdown(note.file) + ")";
  }
  std::string line = is_error ? "| error | " : "| warning | ";
  line += as_plain_markdown(place_of(diagnostic, texts)) + " | ";
  line += as_plain_markdown(diagnostic.message) + notes + " | ";
  line += as_plain_markdown(diagnostic.help) + " | ";
  return line + std::string(info(diagnostic.code).name) + " |\n";
}

}  // namespace

std::string job_summary(const Diagnostics& diagnostics, const SourceTexts& texts,
                        std::size_t most) {
  if (diagnostics.empty()) return "## lamppost check\n\nNo mistakes found.\n";
  std::string text = "## lamppost check\n\n" + counted(diagnostics) +
                     ".\n\n| | where | what is wrong | what to write | code |\n"
                     "| --- | --- | --- | --- | --- |\n";
  std::size_t left_out = 0;
  for (const Severity severity : {Severity::error, Severity::warning}) {
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      if (diagnostic.severity() != severity) continue;
      const std::string line = row(diagnostic, texts);
      if (left_out > 0 || text.size() + line.size() > most) {
        ++left_out;
      } else {
        text += line;
      }
    }
  }
  if (left_out > 0) text += "\nThe log shows " + std::to_string(left_out) + " more.\n";
  return text + "\nWhat a code means: `lamppost explain CODE`.\n";
}

}  // namespace lamppost
