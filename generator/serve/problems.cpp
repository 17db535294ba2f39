#include "serve/problems.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "data/escape.h"
#include "diagnostics/counted.h"
#include "diagnostics/display.h"

namespace lamppost {
namespace {

constexpr std::size_t most_shown = 100;

constexpr std::string_view headline =
    "<h1 id=\"problems-title\">The site could not be built</h1>\n";
constexpr std::string_view what_next =
    "What you see is the site as it was before, if there was one. It is built again as soon as a "
    "file is saved.";

std::string element(std::string_view tag, std::string_view kind, std::string_view markup) {
  std::string html = "<";
  html.append(tag).append(" class=\"").append(kind).append("\">").append(markup);
  html.append("</").append(tag).append(">\n");
  return html;
}

std::string place_of_file(const std::string& file, Span where, const SourceText* text) {
  std::string shown = visible(file);
  if (text != nullptr) {
    const LineColumn place = line_column(*text, where.begin);
    shown += ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
  }
  return element("p", "place", "<code>" + escape_markup(shown) + "</code>");
}

/// The line, and a line that marks the place in it.
std::string source_of(const Diagnostic& diagnostic, const SourceText& text) {
  const LineColumn place = line_column(text, diagnostic.where.begin);
  const std::uint32_t start = text.line_starts[place.line - 1];
  const Excerpt shown =
      excerpt(line_text(text, place.line), std::max(diagnostic.where.begin, start) - start,
              std::max(diagnostic.where.end, start) - start, widest_line);
  const std::string number = std::to_string(place.line) + " | ";
  const std::string marks = std::string(number.size() + shown.indent, ' ') +
                            "<span aria-hidden=\"true\">" + std::string(shown.width, '^') +
                            "</span>";
  return "<pre class=\"source\" tabindex=\"0\">" + escape_markup(number + shown.line) + '\n' +
         marks + "</pre>\n";
}

std::string labelled_words(std::string_view label, const std::string& markup) {
  return element("p", label, "<b>" + std::string(label) + ":</b> " + markup);
}

std::string fix_of(const Fix& fix, const SourceText& text) {
  std::string lines;
  for (const std::string& line : what_to_write(fix, text)) lines += escape_markup(line) + '\n';
  return labelled_words("write", "") + "<pre tabindex=\"0\">" + lines + "</pre>\n";
}

const SourceText* text_in(const SourceTexts& texts, const std::string& file) {
  const auto found = texts.find(file);
  return found == texts.end() ? nullptr : &found->second;
}

std::string article(const Diagnostic& diagnostic, const SourceTexts& texts) {
  const CodeInfo& code = info(diagnostic.code);
  const std::string severity = code.severity == Severity::error ? "error" : "warning";
  const SourceText* const text = diagnostic.has_place ? text_in(texts, diagnostic.file) : nullptr;
  std::string html = "<h2><span>" + severity + '[' + escape_markup(code.name) +
                     "]</span>: " + escape_markup(visible(diagnostic.message)) + "</h2>\n";
  if (!diagnostic.file.empty()) html += place_of_file(diagnostic.file, diagnostic.where, text);
  if (text != nullptr) html += source_of(diagnostic, *text);
  if (!diagnostic.help.empty()) {
    html += labelled_words("help", escape_markup(visible(diagnostic.help)));
  }
  if (diagnostic.fix && text != nullptr) html += fix_of(*diagnostic.fix, *text);
  for (const Note& note : diagnostic.notes) {
    html += labelled_words("note", escape_markup(visible(note.message)));
    if (!note.file.empty()) {
      html += place_of_file(note.file, note.where, text_in(texts, note.file));
    }
  }
  return element("article", severity, html);
}

}  // namespace

std::string problems_html(const Diagnostics& diagnostics, const SourceTexts& texts) {
  const std::vector<Diagnostic>& list = diagnostics.list();
  std::string html(headline);
  html += element("p", "count", counted(diagnostics) + ". " + std::string(what_next));
  const std::size_t count = std::min(list.size(), most_shown);
  for (std::size_t i = 0; i < count; ++i) html += article(list[i], texts);
  if (count < list.size()) {
    html += element("p", "count",
                    "The terminal shows " + std::to_string(list.size() - count) + " more.");
  }
  return html;
}

std::string failure_html(const std::string& words) {
  return std::string(headline) + element("p", "count", what_next) +
         element("article", "error", "<h2>" + escape_markup(visible(words)) + "</h2>\n");
}

}  // namespace lamppost
