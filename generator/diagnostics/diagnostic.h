#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/codes.h"
#include "diagnostics/source_text.h"

namespace lamppost {

/// An edit that mends the file, most likely: replaces the bytes of `where` by `text`.
struct Fix {
  Span where;
  std::string text;

  friend auto operator<=>(const Fix&, const Fix&) = default;
};

/// Something else worth knowing, at another place or at none.
struct Note {
  std::string message;
  std::string file;  ///< empty: no place
  Span where;

  friend auto operator<=>(const Note&, const Note&) = default;
};

/// What is wrong in a file, and what to write instead.
/// `message` says what is wrong, `help` what was expected and the likely mend, `fix` the exact
/// bytes to write when they are known. All in plain words, without a full stop at the end.
struct Diagnostic {
  Code code{};
  std::string file;  ///< path as shown to people
  Span where;
  std::string message;
  std::string help;
  std::optional<Fix> fix;
  std::vector<Note> notes;
  /// False where no line of the file can be shown (a folder, a file that is not text).
  bool has_place = true;
  /// Whether nothing else than `fix` can have been meant, so that `check --fix` may write it.
  bool is_certain = false;

  [[nodiscard]] Severity severity() const { return info(code).severity; }
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// A diagnostic at a place, without a fix or notes.
[[nodiscard]] Diagnostic diagnostic_at(std::string file, Code code, Span where, std::string message,
                                       std::string help);

/// The diagnostics of a run or of one file's share of it. Not shared between threads: each
/// iteration of a parallel loop has its own, joined in order afterwards.
class Diagnostics {
 public:
  Diagnostics() = default;
  explicit Diagnostics(std::vector<Diagnostic> list) : list_(std::move(list)) {}

  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }

  /// Takes over all of another's.
  void append(Diagnostics&& other);

  /// Puts them in the order they are shown: by path, offset, then code and message.
  /// Drops exact repetitions.
  void sort();

  /// Of one code in one file, keeps the first `most` and says at the last how many more there are:
  /// a file that was made by a program can hold the same mistake in every line. For a sorted list.
  void shorten(std::size_t most);

  /// Keeps those of files for which `keep(file)` is true.
  void keep_files(const std::function<bool(const std::string&)>& keep);

  [[nodiscard]] const std::vector<Diagnostic>& list() const { return list_; }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] std::size_t count(Severity severity) const;

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace lamppost
