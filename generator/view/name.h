#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lamppost {

/// The name of a value in a view. Nearly all are written in the program's text, so that a name is
/// not copied, only pointed at; it is compared by a hash that the compiler has made.
class Name {
 public:
  // NOLINTBEGIN(google-explicit-constructor, hicpp-explicit-conversions): written like a literal
  template <std::size_t size>
  consteval Name(const char (&literal)[size])  // NOLINT(*-avoid-c-arrays): that is what it is
      : Name(std::string_view(static_cast<const char*>(literal), size - 1)) {}
  // NOLINTEND(google-explicit-constructor, hicpp-explicit-conversions)

  /// A name to look for; valid as long as the text.
  [[nodiscard]] static constexpr Name of(std::string_view text) { return Name(text); }

  /// A name to give: its text is kept until the program ends, once. Any thread may call.
  [[nodiscard]] static Name kept(std::string_view text);

  [[nodiscard]] constexpr std::string_view text() const { return text_; }

  friend constexpr bool operator==(const Name& a, const Name& b) {
    return a.hash_ == b.hash_ && a.text_ == b.text_;
  }

 private:
  constexpr explicit Name(std::string_view text) : text_(text), hash_(hash_of(text)) {}

  /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
  [[nodiscard]] static constexpr std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return hash;
  }

  std::string_view text_;
  std::uint64_t hash_;
};

/// A text as an argument of a template.
template <std::size_t size>
struct Literal {
  std::array<char, size> text{};

  // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions, *-avoid-c-arrays)
  consteval Literal(const char (&literal)[size]) {
    for (std::size_t i = 0; i < size; ++i) text[i] = literal[i];
  }
};

/// `topics`, and the name of the flag whether there is one: `has_topics`.
template <Literal literal>
struct ListName {
  static constexpr std::size_t size = literal.text.size() - 1;
  static constexpr std::array<char, size + 4> has_text = [] {
    std::array<char, size + 4> text{'h', 'a', 's', '_'};
    for (std::size_t i = 0; i < size; ++i) text[i + 4] = literal.text[i];
    return text;
  }();
  static constexpr std::array<char, size + 1> own_text = literal.text;
  static constexpr Name list = Name::of({own_text.data(), size});
  static constexpr Name has = Name::of({has_text.data(), has_text.size()});
};

}  // namespace lamppost
