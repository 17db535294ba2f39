#include "parse/front_matter.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "toml/mend.h"

namespace lamppost {
namespace {

constexpr std::string_view fence = "+++";

/// A line without its end, and where the next one begins.
struct Line {
  Span text;
  std::uint32_t next = 0;
};

Line line_at(std::string_view bytes, std::uint32_t begin) {
  const auto newline = bytes.find('\n', begin);
  const bool is_last = newline == std::string_view::npos;
  auto end = static_cast<std::uint32_t>(is_last ? bytes.size() : newline);
  const auto next = is_last ? end : end + 1;
  if (end > begin && bytes[end - 1] == '\r') --end;
  return {{begin, end}, next};
}

std::string_view slice(std::string_view bytes, Span where) {
  return bytes.substr(where.begin, where.size());
}

std::uint32_t size_of(std::string_view bytes) { return static_cast<std::uint32_t>(bytes.size()); }

/// Whether a line was surely meant to be `+++`.
bool is_almost_fence(std::string_view line) {
  line = trimmed(line);
  return line.size() >= 2 && line.find_first_not_of('+') == std::string_view::npos;
}

/// Where the next `+++` line begins.
std::optional<std::uint32_t> fence_after(std::string_view bytes, std::uint32_t begin) {
  while (begin < bytes.size()) {
    const auto line = line_at(bytes, begin);
    if (slice(bytes, line.text) == fence) return begin;
    begin = line.next;
  }
  return std::nullopt;
}

/// `key = …` or `[table]`, at a line's beginning.
bool is_statement(std::string_view line) {
  constexpr std::string_view of_keys =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
  line = trimmed(line);
  if (line.starts_with('[')) return line.ends_with(']');
  const auto end = std::min(line.find_first_not_of(of_keys), line.size());
  return end > 0 && trimmed(line.substr(end)).starts_with('=');
}

/// Whether front matter can have such a line: a statement, a remark, or a part of a long list.
bool may_be_front_matter(std::string_view line) {
  if (is_statement(line)) return true;
  line = trimmed(line);
  return line.empty() || std::string_view("#\"'{}]").find(line[0]) != std::string_view::npos;
}

/// Whether every line of a region, which has statements, can be one of front matter.
bool is_front_matter(std::string_view bytes, Span region) {
  bool has_statement = false;
  for (auto at = region.begin; at < region.end;) {
    const auto line = line_at(bytes, at);
    const auto words = slice(bytes, line.text);
    if (!may_be_front_matter(words)) return false;
    has_statement = has_statement || is_statement(words);
    at = line.next;
  }
  return has_statement;
}

/// Where front matter that begins there certainly ends, though no line says so: nothing like it
/// follows.
std::optional<std::uint32_t> end_of_statements(std::string_view bytes, std::uint32_t begin) {
  auto end = begin;
  auto at = begin;
  while (at < bytes.size()) {
    const auto line = line_at(bytes, at);
    const auto words = slice(bytes, line.text);
    if (!may_be_front_matter(words)) break;
    // An empty line, or one that begins as a remark does, may be the text's.
    if (!trimmed(words).empty() && !trimmed(words).starts_with('#')) end = line.next;
    at = line.next;
  }
  const auto block = slice(bytes, {begin, end});
  const bool has_long_text =
      block.find("\"\"\"") != std::string_view::npos || block.find("'''") != std::string_view::npos;
  if (has_long_text || !is_front_matter(bytes, {begin, end})) return std::nullopt;
  while (at < bytes.size()) {
    const auto line = line_at(bytes, at);
    if (is_statement(slice(bytes, line.text))) return std::nullopt;
    at = line.next;
  }
  return end;
}

std::string line_end_of(std::string_view bytes) {
  return bytes.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

/// The first line with words, or the file's last.
Line first_words(std::string_view bytes, std::uint32_t begin) {
  auto line = line_at(bytes, begin);
  while (trimmed(slice(bytes, line.text)).empty() && line.next < bytes.size()) {
    line = line_at(bytes, line.next);
  }
  return line;
}

/// The first line with words was meant to be `+++`.
Diagnostic almost_begun(const SourceText& text, std::uint32_t begin, Span line) {
  const bool is_first = line.begin == begin;
  auto diagnostic =
      diagnostic_at(text.path, Code::missing_front_matter, line,
                    is_first ? "the first line is not exactly `+++`"
                             : "there is something before the front matter",
                    is_first ? "write three plus signs and nothing else"
                             : "delete the empty lines: the first line must be `+++`");
  diagnostic.fix = Fix{{begin, line.end}, std::string(fence)};
  diagnostic.is_certain = true;
  return diagnostic;
}

/// A page, or a part of one, and what is wrong with how it is divided.
struct Division {
  Diagnostic diagnostic;
  std::optional<PageParts> parts = std::nullopt;  ///< where it is certain what they were to be
};

/// No line was meant to be the first `+++`.
Division unopened(const SourceText& text, std::uint32_t begin, Span line) {
  const std::string_view bytes = text.bytes;
  const auto first = slice(bytes, line);
  const auto say = [&](std::string message, std::string help) {
    return diagnostic_at(text.path, Code::missing_front_matter, line, std::move(message),
                         std::move(help));
  };
  if (trimmed(first) == "---") {
    return {say("the front matter is written as YAML",
                "write `+++` in place of both `---` lines, and `title = \"…\"` in place of "
                "`title: …`")};
  }
  if (first.starts_with('{')) {
    return {say("the front matter is written as JSON",
                "lamppost reads TOML: write `title = \"…\"` on a line of its own, between two "
                "`+++` lines")};
  }
  const auto last = fence_after(bytes, begin);
  const auto end = last ? last : end_of_statements(bytes, begin);
  if (!end) {
    return {say("the page does not begin with its facts: title, cluster and what else there is",
                "begin the file with a line `+++`, then a line for each fact, such as `title = "
                "\"…\"` and `cluster = \"…\"`, then a line `+++`; the text follows below")};
  }
  auto diagnostic = say("the first line is not `+++`",
                        last ? "write `+++` on a line of its own above this one"
                             : "write a line `+++` above the first key and another below the last");
  diagnostic.fix = Fix{{begin, begin}, std::string(fence) + line_end_of(bytes)};
  diagnostic.is_certain = is_front_matter(bytes, {begin, *end});
  if (!diagnostic.is_certain) return {std::move(diagnostic)};
  const auto body = last ? line_at(bytes, *last).next : *end;
  return {std::move(diagnostic), PageParts{{begin, *end}, {body, size_of(bytes)}}};
}

/// The line that was meant to end the front matter, if there is one: `+++ `, `++++`, `---`.
std::optional<Line> meant_as_end(std::string_view bytes, std::uint32_t begin) {
  while (begin < bytes.size()) {
    const auto line = line_at(bytes, begin);
    const auto words = slice(bytes, line.text);
    if (is_almost_fence(words) || trimmed(words) == "---") return line;
    begin = line.next;
  }
  return std::nullopt;
}

Division endless(const SourceText& text, const Line& first) {
  const std::string_view bytes = text.bytes;
  auto diagnostic = diagnostic_at(text.path, Code::unclosed_front_matter, first.text,
                                  "the facts that begin here have no second `+++` at their end",
                                  "write a line `+++` below its last key");
  const auto at = end_of_statements(bytes, first.next);
  if (!at) return {std::move(diagnostic)};
  const std::string newline = line_end_of(bytes);
  const bool is_whole_line = bytes[*at - 1] == '\n';
  diagnostic.fix = Fix{{*at, *at}, (is_whole_line ? "" : newline) + std::string(fence) + newline};
  diagnostic.is_certain = true;
  return {std::move(diagnostic), PageParts{{first.next, *at}, {*at, size_of(bytes)}}};
}

Division unclosed(const SourceText& text, const Line& first) {
  const std::string_view bytes = text.bytes;
  const auto end = meant_as_end(bytes, first.next);
  if (!end) return endless(text, first);
  auto diagnostic = diagnostic_at(text.path, Code::unclosed_front_matter, end->text,
                                  "the line that ends the front matter is not exactly `+++`",
                                  "write three plus signs and nothing else");
  const Span facts{first.next, end->text.begin};
  diagnostic.fix = Fix{end->text, std::string(fence)};
  diagnostic.is_certain = is_front_matter(bytes, facts);
  diagnostic.notes.push_back({"the front matter begins here", text.path, first.text});
  if (!diagnostic.is_certain && !is_almost_fence(slice(bytes, end->text)))
    return {std::move(diagnostic)};
  return {std::move(diagnostic), PageParts{facts, {end->next, size_of(bytes)}}};
}

std::optional<PageParts> parts_of(Division division, Diagnostics& diagnostics) {
  diagnostics.add(std::move(division.diagnostic));
  return division.parts;
}

}  // namespace

std::optional<PageParts> split_page(const SourceText& text, Diagnostics& diagnostics) {
  const std::string_view bytes = text.bytes;
  const auto begin =
      static_cast<std::uint32_t>(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  auto first = line_at(bytes, begin);
  if (slice(bytes, first.text) != fence) {
    first = first_words(bytes, begin);
    if (!is_almost_fence(slice(bytes, first.text)))
      return parts_of(unopened(text, begin, first.text), diagnostics);
    diagnostics.add(almost_begun(text, begin, first.text));
  }
  const auto end = fence_after(bytes, first.next);
  if (!end) return parts_of(unclosed(text, first), diagnostics);
  return PageParts{{first.next, *end}, {line_at(bytes, *end).next, size_of(bytes)}};
}

}  // namespace lamppost
