#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "read/source_tree.h"

/// Pages as `read` gives them to `parse`.
namespace lamppost::test {

/// AddressSanitizer and ThreadSanitizer take the address space they need at once and make all
/// slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool is_sanitized = true;
#else
inline constexpr bool is_sanitized = false;
#endif

inline SourceFile source_file(FileRole role, const std::string& slug, std::string bytes) {
  SourceFile file;
  file.entry.file = "content/initiatives/" + slug + ".md";
  file.entry.path = "initiatives/" + slug + ".md";
  file.entry.role = role;
  file.entry.slug = slug;
  file.entry.size = bytes.size();
  file.text = make_source_text(file.entry.file, std::move(bytes));
  return file;
}

/// An initiative with its title and that text.
inline std::string page_with(const std::string& markdown) {
  return "+++\ntitle = \"T\"\ncluster = \"light\"\n+++\n" + markdown;
}

inline std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// 16 KB that take cmark-gfm seconds and 2 GB: each short row is filled up to the header's width.
inline std::string hostile_table() {
  return times(2000, "|a") + "|\n" + times(2000, "|-") + "|\n" + times(4000, "a\n");
}

/// 16 KB that take it most of a second and hardly any memory: each blank line walks down all lists.
inline std::string hostile_lists() { return times(4000, "* ") + "a\n" + times(8000, "\n"); }

}  // namespace lamppost::test
