#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.h"

/// What the tests of `parse` ask of diagnostics.
namespace lamppost::test {

inline std::string slice(const SourceText& text, Span where) {
  return text.bytes.substr(where.begin, where.size());
}

inline SourceText source(std::string bytes) {
  return make_source_text("content/x.md", std::move(bytes));
}

/// Each diagnostic as `code: what it underlines`.
inline std::vector<std::string> told(const SourceText& text, const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const auto& diagnostic : diagnostics.list()) {
    lines.push_back(std::string(info(diagnostic.code).name) + ": " + slice(text, diagnostic.where));
  }
  return lines;
}

/// The text with a diagnostic's fix carried out; empty where it has none.
inline std::string mended(const SourceText& text, const Diagnostic& diagnostic) {
  if (!diagnostic.fix) return {};
  auto bytes = text.bytes;
  const auto where = diagnostic.fix->where;
  return bytes.replace(where.begin, where.size(), diagnostic.fix->text);
}

using Lines = std::vector<std::string>;

}  // namespace lamppost::test
