#include "data/diff_report.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>
#include <vector>

#include "data/json_writer.h"
#include "diagnostics/display.h"

namespace lamppost {
namespace {

constexpr std::size_t longest_comment = 60'000;
/// Room for the line that says how much is left out.
constexpr std::size_t closing_room = 200;
/// Characters of a value in a comment.
constexpr std::size_t longest_value = 160;

std::string_view word_for(PageFate fate) {
  constexpr std::array<std::string_view, 4> words = {"added", "changed", "moved", "removed"};
  return words.at(static_cast<std::size_t>(fate));
}

constexpr std::string_view nothing = "No page, figure or address of the catalogue changes.\n";

/// What stands before the lost addresses.
constexpr std::string_view lost_words =
    "lead nowhere any more. Add each to `aliases` of the page that takes its place";

/// Quotes what the content says: for a terminal or for a comment.
using Quote = std::function<std::string(std::string_view text)>;

std::string quoted_for_terminal(std::string_view text) { return "\"" + visible(text) + "\""; }

/// At most `longest_value` characters.
std::string shortened(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == longest_value) return std::string(text.substr(0, at)) + "\u2026";
    at += character_at(text, at).size;
  }
  return std::string(text);
}

/// A code span that holds the text whatever is in it (CommonMark 6.1): its fence is longer than
/// each row of backticks in it.
std::string code_span(std::string_view text) {
  const std::string shown = shortened(visible(text));
  std::size_t longest = 0;
  std::size_t row = 0;
  for (const char c : shown) {
    row = c == '`' ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  const std::string fence(longest + 1, '`');
  const bool needs_room = longest > 0 || shown.starts_with(' ') || shown.empty();
  const std::string room = needs_room ? " " : "";
  return fence + room + shown + room + fence;
}

// --- for people ---

std::string line_of(const PageChange& page, const Quote& quote, const Quote& place) {
  std::string line = page.kind + " " + quote(page.title);
  if (page.fate == PageFate::changed) line += " (" + page.language + ")";
  if (page.fate == PageFate::moved) {
    return line + ": " + place(page.former_address) + " \u2192 " + place(page.address);
  }
  line += ": " + place(page.address);
  if (!page.leads_to.empty()) line += ", leads to " + place(page.leads_to);
  return line;
}

std::string line_of(const KeyChange& change, const Quote& quote, const Quote& place) {
  std::string line = place(change.key);
  if (change.before.empty() && change.after.empty()) return line;
  if (change.before.empty()) return line + ": now " + quote(change.after);
  if (change.after.empty()) return line + ": no longer " + quote(change.before);
  return line + ": " + quote(change.before) + " \u2192 " + quote(change.after);
}

std::string line_of(const TotalChange& total) {
  return total.name + ": " + std::to_string(total.before) + " \u2192 " +
         std::to_string(total.after);
}

/// Every line with what stands before it in either format.
class Lines {
 public:
  Lines(bool is_markdown, std::size_t most) : is_markdown_(is_markdown), most_(most) {}

  void heading(std::string_view words, std::size_t count) {
    const std::string line = std::string(words) + " (" + std::to_string(count) + ")";
    add((text_.empty() ? "" : "\n") + (is_markdown_ ? "### " + line + "\n\n" : line + "\n"));
  }
  void item(const std::string& line) { add((is_markdown_ ? "- " : "  ") + line + "\n"); }
  void detail(const std::string& line) { add((is_markdown_ ? "  - " : "      ") + line + "\n"); }
  void paragraph(const std::string& line) { add(line + "\n" + (is_markdown_ ? "\n" : "")); }

  [[nodiscard]] std::string take() {
    if (left_out_ > 0) {
      text_ += "\nThere are " + std::to_string(left_out_) +
               " more lines; `lamppost diff` tells all of them.\n";
    }
    return std::move(text_);
  }

 private:
  /// Once something does not fit nothing that follows is told: no heading over other items.
  void add(const std::string& lines) {
    if (left_out_ > 0 || text_.size() + lines.size() > most_) {
      ++left_out_;
    } else {
      text_ += lines;
    }
  }

  bool is_markdown_;
  std::size_t most_;
  std::string text_;
  std::size_t left_out_ = 0;
};

void add_lost(Lines& lines, const std::vector<std::string>& lost, const Quote& place) {
  if (lost.empty()) return;
  lines.heading("Lost addresses", lost.size());
  lines.paragraph("These " + std::string(lost_words) + ":");
  for (const std::string& address : lost) lines.item(place(address));
}

void add_pages(Lines& lines, const std::vector<PageChange>& pages, PageFate fate,
               const Quote& quote, const Quote& place) {
  const auto count = std::ranges::count(pages, fate, &PageChange::fate);
  if (count == 0) return;
  constexpr std::array<std::string_view, 4> headings = {"Added", "Changed", "Moved", "Removed"};
  lines.heading(headings.at(static_cast<std::size_t>(fate)), static_cast<std::size_t>(count));
  for (const PageChange& page : pages) {
    if (page.fate != fate) continue;
    lines.item(line_of(page, quote, place));
    for (const KeyChange& change : page.keys) lines.detail(line_of(change, quote, place));
  }
}

std::string for_people(const CatalogueDiff& diff, bool is_markdown) {
  if (diff.empty()) return std::string(nothing);
  const Quote quote = is_markdown ? Quote(code_span) : Quote(quoted_for_terminal);
  const Quote place = is_markdown ? Quote(code_span) : Quote(visible);
  Lines lines(is_markdown, is_markdown ? longest_comment - closing_room : std::string().max_size());
  add_lost(lines, diff.lost, place);
  for (const PageFate fate :
       {PageFate::added, PageFate::changed, PageFate::moved, PageFate::removed}) {
    add_pages(lines, diff.pages, fate, quote, place);
  }
  if (!diff.totals.empty()) lines.heading("Figures", diff.totals.size());
  for (const TotalChange& total : diff.totals) lines.item(line_of(total));
  return lines.take();
}

// --- for programs ---

void write_page(JsonWriter& json, const PageChange& page) {
  json.begin_object();
  json.field("fate", word_for(page.fate));
  json.field("kind", page.kind);
  json.field("language", page.language);
  json.field("title", page.title);
  json.field("address", page.address);
  json.key("former_address");
  json.text_or_null(page.former_address);
  json.key("leads_to");
  json.text_or_null(page.leads_to);
  json.key("keys");
  json.begin_array();
  for (const KeyChange& change : page.keys) {
    json.begin_object();
    json.field("key", change.key);
    json.key("before");
    json.text_or_null(change.before);
    json.key("after");
    json.text_or_null(change.after);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

std::string for_programs(const CatalogueDiff& diff) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  json.key("pages");
  json.begin_array();
  for (const PageChange& page : diff.pages) write_page(json, page);
  json.end_array();
  json.key("totals");
  json.begin_array();
  for (const TotalChange& total : diff.totals) {
    json.begin_object();
    json.field("name", total.name);
    json.field("before", total.before);
    json.field("after", total.after);
    json.end_object();
  }
  json.end_array();
  json.key("lost");
  json.begin_array();
  for (const std::string& address : diff.lost) json.text(address);
  json.end_array();
  json.end_object();
  text += '\n';
  return text;
}

}  // namespace

std::string told(const CatalogueDiff& diff, DiffFormat format) {
  return format == DiffFormat::json ? for_programs(diff)
                                    : for_people(diff, format == DiffFormat::markdown);
}

}  // namespace lamppost
