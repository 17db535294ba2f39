#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lamppost {

/// What `check` says of a mistake that can be made in a form, with blanks for what differs from one
/// time to the next: `{value}` is what was written, `{key}` and `{table}` where, `{example}` and
/// `{meaning}` what the key table says of it.
struct Mistake {
  std::string_view name;  ///< by which the form's script knows it: `bad-url.white`
  std::string message;
  std::string help;

  friend bool operator==(const Mistake&, const Mistake&) = default;
};

/// All of them. The words are asked from the functions that `check` calls, each time anew: each
/// mistake is made in a small page of its own, and what is said of it is taken down.
[[nodiscard]] std::vector<Mistake> mistakes();

}  // namespace lamppost
