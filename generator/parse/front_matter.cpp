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

/// Whether a line was surely meant to be `+++`.
bool is_almost_fence(std::string_view line) {
  line = trimmed(line);
  return line.size() >= 2 && line.find_first_not_of('+') == std::string_view::npos;
}

/// Whether a `+++` line comes later: then only the first one is missing.
bool has_fence_after(std::string_view bytes, std::uint32_t begin) {
  while (begin < bytes.size()) {
    const auto line = line_at(bytes, begin);
    if (slice(bytes, line.text) == fence) return true;
    begin = line.next;
  }
  return false;
}

Diagnostic missing(const SourceText& text, std::uint32_t begin) {
  const std::string_view bytes = text.bytes;
  auto line = line_at(bytes, begin);
  while (trimmed(slice(bytes, line.text)).empty() && line.next < bytes.size()) {
    line = line_at(bytes, line.next);
  }
  const auto first = slice(bytes, line.text);
  const auto say = [&](std::string message, std::string help) {
    return diagnostic_at(text.path, Code::missing_front_matter, line.text, std::move(message),
                         std::move(help));
  };
  const std::string example =
      "begin the file with a line `+++`, then `title = \"…\"`, then a line `+++`";
  if (is_almost_fence(first) && line.text.begin > begin) {
    auto diagnostic = say("there is something before the front matter",
                          "delete the empty lines: the first line must be `+++`");
    diagnostic.fix = Fix{{begin, line.text.end}, std::string(fence)};
    return diagnostic;
  }
  if (is_almost_fence(first)) {
    auto diagnostic =
        say("the first line is not exactly `+++`", "write three plus signs and nothing else");
    diagnostic.fix = Fix{line.text, std::string(fence)};
    return diagnostic;
  }
  if (trimmed(first) == "---") {
    return say("the front matter is written as YAML",
               "lamppost reads TOML: write `+++` in place of both `---` lines, and `title = \"…\"` "
               "in place of `title: …`");
  }
  if (first.starts_with('{')) {
    return say(
        "the front matter is written as JSON",
        "lamppost reads TOML: write `title = \"…\"` on a line of its own, between two `+++` lines");
  }
  auto diagnostic = say("the page has no front matter", example);
  if (!has_fence_after(bytes, begin)) return diagnostic;
  diagnostic.message = "the first line is not `+++`";
  diagnostic.help = "write `+++` on a line of its own above this one";
  diagnostic.fix =
      Fix{{begin, begin}, bytes.find("\r\n") == std::string_view::npos ? "+++\n" : "+++\r\n"};
  return diagnostic;
}

/// The line that was meant to end the front matter, if there is one: `+++ `, `++++`, `---`.
std::optional<Span> meant_as_end(std::string_view bytes, std::uint32_t begin) {
  while (begin < bytes.size()) {
    const auto line = line_at(bytes, begin);
    const auto words = slice(bytes, line.text);
    if (is_almost_fence(words) || trimmed(words) == "---") return line.text;
    begin = line.next;
  }
  return std::nullopt;
}

Diagnostic unclosed(const SourceText& text, const Line& first) {
  const auto end = meant_as_end(text.bytes, first.next);
  if (!end) {
    return diagnostic_at(text.path, Code::unclosed_front_matter, first.text,
                         "the front matter that begins here does not end",
                         "write a line `+++` below its last key");
  }
  auto diagnostic = diagnostic_at(text.path, Code::unclosed_front_matter, *end,
                                  "the line that ends the front matter is not exactly `+++`",
                                  "write three plus signs and nothing else");
  diagnostic.fix = Fix{*end, std::string(fence)};
  diagnostic.notes.push_back({"the front matter begins here", text.path, first.text});
  return diagnostic;
}

}  // namespace

std::optional<PageParts> split_page(const SourceText& text, Diagnostics& diagnostics) {
  const std::string_view bytes = text.bytes;
  const auto begin =
      static_cast<std::uint32_t>(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  const auto first = line_at(bytes, begin);
  if (slice(bytes, first.text) != fence) {
    diagnostics.add(missing(text, begin));
    return std::nullopt;
  }
  for (auto at = first.next; at < bytes.size();) {
    const auto line = line_at(bytes, at);
    if (slice(bytes, line.text) == fence) {
      return PageParts{{first.next, line.text.begin},
                       {line.next, static_cast<std::uint32_t>(bytes.size())}};
    }
    at = line.next;
  }
  diagnostics.add(unclosed(text, first));
  return std::nullopt;
}

}  // namespace lamppost
