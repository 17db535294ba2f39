#include "diagnostics/printers.h"

#include <algorithm>
#include <string_view>

#include "diagnostics/counted.h"
#include "diagnostics/display.h"
#include "diagnostics/machine_printers.h"

namespace lamppost {

namespace {

constexpr std::size_t explanation_width = 80;

/// The control sequences (ECMA-48 SGR) for what is painted; all empty without colour.
struct Palette {
  std::string_view error;
  std::string_view warning;
  std::string_view strong;
  std::string_view frame;
  std::string_view label;
  std::string_view reset;
};

constexpr Palette colours = {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1m",
                             "\x1b[1;34m", "\x1b[1;36m", "\x1b[0m"};

std::string painted(std::string_view colour, std::string_view text, const Palette& palette) {
  return std::string(colour).append(text).append(palette.reset);
}

/// One diagnostic on its way to the screen.
struct Block {
  const Diagnostic& diagnostic;
  const SourceTexts& texts;
  const Palette& palette;
  const SourceText* text = nullptr;  ///< null: no line can be shown
  LineColumn place;
  std::size_t gutter = 1;  ///< digits of the line number
};

std::string_view colour_of(const Block& block) {
  return block.diagnostic.severity() == Severity::error ? block.palette.error
                                                        : block.palette.warning;
}

std::string shown_place(const std::string& file, const LineColumn& place) {
  return visible(file) + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string headline(const Block& block) {
  const CodeInfo& code = info(block.diagnostic.code);
  const std::string_view severity = code.severity == Severity::error ? "error" : "warning";
  const std::string tag = std::string(severity).append("[").append(code.name).append("]");
  const std::string message = ": " + visible(block.diagnostic.message);
  return painted(colour_of(block), tag, block.palette) +
         painted(block.palette.strong, message, block.palette) + '\n';
}

std::string place_line(const Block& block) {
  const std::string& file = block.diagnostic.file;
  if (file.empty()) return {};
  const std::string arrow = std::string(block.gutter + 1, ' ') + "--> ";
  const std::string place = block.text == nullptr ? visible(file) : shown_place(file, block.place);
  return painted(block.palette.frame, arrow, block.palette) + place + '\n';
}

std::string source_lines(const Block& block) {
  if (block.text == nullptr) return {};
  const std::uint32_t start = block.text->line_starts[block.place.line - 1];
  const std::string_view line = line_text(*block.text, block.place.line);
  const Span where = block.diagnostic.where;
  const Excerpt shown = excerpt(line, std::max(where.begin, start) - start,
                                std::max(where.end, start) - start, widest_line);
  const std::string bar = std::string(block.gutter + 2, ' ') + '|';
  const std::string numbered = ' ' + std::to_string(block.place.line) + " |";
  const std::string marks = std::string(shown.width, '^');
  const auto frame = [&](std::string_view text) {
    return painted(block.palette.frame, text, block.palette);
  };
  return frame(bar) + '\n' + frame(numbered) + (shown.line.empty() ? "" : " ") + shown.line + '\n' +
         frame(bar) + ' ' + std::string(shown.indent, ' ') +
         painted(colour_of(block), marks, block.palette) + '\n';
}

/// `   = help: did you mean …`
std::string labelled(const Block& block, std::string_view label, std::string_view text) {
  return std::string(block.gutter + 2, ' ') + painted(block.palette.frame, "=", block.palette) +
         ' ' + painted(block.palette.label, std::string(label) + ':', block.palette) + ' ' +
         std::string(text) + '\n';
}

std::string fix_lines(const Block& block) {
  const auto& fix = block.diagnostic.fix;
  if (!fix || block.text == nullptr) return {};
  const std::vector<std::string> lines = what_to_write(*fix, *block.text);
  std::string shown = labelled(block, "write", lines[0]);
  const std::string indent(block.gutter + std::string_view("  = write: ").size(), ' ');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    shown += (lines[i].empty() ? "" : indent + lines[i]) + '\n';
  }
  return shown;
}

std::string note_lines(const Block& block, const Note& note) {
  std::string shown = labelled(block, "note", visible(note.message));
  if (note.file.empty()) return shown;
  const auto found = block.texts.find(note.file);
  const std::string place =
      found == block.texts.end()
          ? visible(note.file)
          : shown_place(note.file, line_column(found->second, note.where.begin));
  const std::string arrow = std::string(block.gutter + 4, ' ') + "--> ";
  return shown + painted(block.palette.frame, arrow, block.palette) + place + '\n';
}

std::string human(const Diagnostic& diagnostic, const SourceTexts& texts, const Palette& palette) {
  Block block{diagnostic, texts, palette, nullptr, {}, 1};
  const auto found = texts.find(diagnostic.file);
  if (diagnostic.has_place && found != texts.end()) {
    block.text = &found->second;
    block.place = line_column(*block.text, diagnostic.where.begin);
    block.gutter = std::to_string(block.place.line).size();
  }
  std::string shown = headline(block) + place_line(block) + source_lines(block);
  if (!diagnostic.help.empty()) shown += labelled(block, "help", visible(diagnostic.help));
  shown += fix_lines(block);
  for (const Note& note : diagnostic.notes) shown += note_lines(block, note);
  return shown + '\n';
}

/// `lamppost: 3 errors, 1 warning in 2 files`
std::string closing_line(const Diagnostics& diagnostics, bool is_strict) {
  std::string line = "lamppost: " + counted(diagnostics);
  const bool has_warnings = diagnostics.count(Severity::warning) > 0;
  if (is_strict && has_warnings) line += " (with --strict a warning counts as an error)";
  return line + '\n';
}

std::string print_human(const Diagnostics& diagnostics, const SourceTexts& texts,
                        const PrintOptions& options) {
  if (diagnostics.empty()) return {};
  const Palette palette = options.colour ? colours : Palette{};
  std::string shown;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    shown += human(diagnostic, texts, palette);
  }
  return shown + closing_line(diagnostics, options.strict);
}

/// Breaks a text at spaces.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string lines;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find(' '), text.size());
    if (column > 0 && column + 1 + size > width) {
      lines += '\n';
      column = 0;
    }
    if (column > 0) lines += ' ';
    lines += text.substr(0, size);
    column += size + (column > 0 ? 1 : 0);
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return lines + '\n';
}

std::string indented(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.append("    ").append(text.substr(0, end));
    lines += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::string print(const Diagnostics& diagnostics, const SourceTexts& texts,
                  const PrintOptions& options) {
  switch (options.format) {
    case DiagnosticFormat::json:
      return print_json(diagnostics, texts);
    case DiagnosticFormat::github:
      return print_github(diagnostics, texts, options.folder);
    case DiagnosticFormat::gitlab:
      return print_gitlab(diagnostics, texts, options.folder);
    case DiagnosticFormat::sarif:
      return print_sarif(diagnostics, texts, options.folder);
    case DiagnosticFormat::human:
      break;
  }
  return print_human(diagnostics, texts, options);
}

std::string explain(const CodeInfo& code) {
  const std::string_view severity = code.severity == Severity::error ? "error" : "warning";
  std::string text(severity);
  text.append("[").append(code.name).append("]: ").append(code.summary).append("\n\n");
  text += wrapped(code.explanation, explanation_width);
  text += "\nWrong:\n\n" + indented(code.wrong);
  text += "\nRight:\n\n" + indented(code.right);
  return text;
}

}  // namespace lamppost
