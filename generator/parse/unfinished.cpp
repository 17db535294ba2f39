#include "parse/unfinished.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "diagnostics/suggest.h"
#include "keys/placeholders.h"

namespace lamppost {
namespace {

/// More in one file say nothing new.
constexpr int most_placeholders = 10;

constexpr std::string_view help_with_placeholder = "write what is meant, or delete it";

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

/// `is_sentence`: signs alone are none.
void check_value(const Value& value, bool is_sentence, const std::string& file,
                 Diagnostics& diagnostics) {
  if (value.list() != nullptr) {
    for (const auto& item : *value.list()) check_value(item, false, file, diagnostics);
  }
  if (value.map() != nullptr) {
    for (const auto& field : *value.map()) check_value(field.value, false, file, diagnostics);
  }
  if (value.text() == nullptr) return;
  const auto piece = placeholder_in(*value.text());
  const bool is_said = !is_sentence || !says_nothing(*value.text());
  if (!piece && is_said) return;
  const auto words = piece ? value.text()->substr(piece->begin, piece->size) : *value.text();
  diagnostics.add(diagnostic_at(file, Code::placeholder_text, value.where,
                                in_ticks(words) + " only holds the place of a text",
                                std::string(help_with_placeholder)));
}

bool is_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with("```") || line.starts_with("~~~");
}

/// Whether a byte of Markdown is shown as code: between fences, behind a tab or four spaces, or
/// after a backtick that is not closed in its line before.
bool is_in_code(std::string_view markdown, std::size_t at) {
  bool is_fenced = false;
  std::size_t begin = 0;
  for (auto end = markdown.find('\n'); end < at; end = markdown.find('\n', begin)) {
    is_fenced = is_fenced != is_fence(markdown.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto before = markdown.substr(begin, at - begin);
  return is_fenced || before.starts_with('\t') || before.starts_with("    ") ||
         std::count(before.begin(), before.end(), '`') % 2 == 1;
}

}  // namespace

void check_goal(const Initiative& initiative, const Body& body, Diagnostics& diagnostics) {
  // A translation is as long as its language needs, and may leave to its page what is the same.
  if (!initiative.origin.language.empty()) return;
  if (const auto* goal = find(initiative.origin.given, "goal")) {
    const auto size = characters_in(initiative.goal);
    if (size <= longest_goal) return;
    diagnostics.add(diagnostic_at(
        initiative.origin.file, Code::long_goal, goal->where,
        "the goal has " + std::to_string(size) + " characters, and more than " +
            std::to_string(longest_goal) + " are too many for a card",
        "keep what is to be reached in one sentence; how and why go into the text below"));
    return;
  }
  const bool is_read = !initiative.title.value.empty();  // else a worse mistake is told already
  if (!is_read || initiative.draft || !initiative.summary.empty() || body.has_text) return;
  diagnostics.add(diagnostic_at(initiative.origin.file, Code::missing_goal, initiative.title.where,
                                "nothing says what this initiative is for",
                                "add a line like `goal = \"10 million smart lampposts across EU "
                                "cities\"`, or a text below the front matter"));
}

void check_placeholders(const Origin& origin, Diagnostics& diagnostics) {
  for (const auto& field : origin.given) {
    const bool is_sentence = field.key == "title" || field.key == "goal" || field.key == "summary";
    if (field.key != "extra") check_value(field.value, is_sentence, origin.file, diagnostics);
  }
}

void check_placeholders(const SourceText& text, Span body, Diagnostics& diagnostics) {
  const auto markdown = std::string_view(text.bytes).substr(body.begin, body.size());
  int told = 0;
  for (auto piece = placeholder_in(markdown); piece && told < most_placeholders;
       piece = placeholder_in(markdown, piece->begin + piece->size)) {
    if (is_in_code(markdown, piece->begin)) continue;
    const auto begin = body.begin + static_cast<std::uint32_t>(piece->begin);
    const auto words = std::string(markdown.substr(piece->begin, piece->size));
    diagnostics.add(diagnostic_at(
        text.path, Code::placeholder_text, {begin, begin + static_cast<std::uint32_t>(piece->size)},
        in_ticks(words) + " only holds the place of a text", std::string(help_with_placeholder)));
    ++told;
  }
}

}  // namespace lamppost
