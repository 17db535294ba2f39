#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace lamppost {

/// What a key's value must be.
enum class KeyType : std::uint8_t {
  text,
  integer,
  number,  ///< integer or decimal
  count,   ///< integer ≥ 0
  boolean,
  date,  ///< a TOML date or the same as a string
  slug,
  choice,    ///< one of `Key::choices`
  country,   ///< ISO 3166-1 alpha-2
  language,  ///< BCP 47
  url,       ///< http or https
  email,
  digits,        ///< a CORDIS grant number: digits as text, or an integer
  file,          ///< name of a file beside the page or below it
  site_path,     ///< an address from the site's root
  list,          ///< array, each of `Key::item`
  table,         ///< of `Key::children`
  tables,        ///< array of tables of `Key::children`
  figure,        ///< count, or array of tables of `Key::children`
  named_tables,  ///< table of tables of `Key::children`, names free ([languages.fr])
  free_table,    ///< anything
};

/// One key of a table: everything parser, schema, `new`, suggestions and reference know of it.
struct Key {
  std::string_view name;
  KeyType type{};
  bool required = false;
  /// In a translation: may be said again (true) or must come from the default page (false).
  bool translatable = false;
  std::string_view help;     ///< one line: what it means
  std::string_view example;  ///< the whole line as TOML: `cluster = "citizen-focus"`
  std::span<const Key> children = {};
  std::span<const std::string_view> choices = {};
  KeyType item = KeyType::text;
  bool may_be_empty = false;  ///< `""` says something of its own (`alt`)
  int least = 0;              ///< of a count
  std::string_view folder;    ///< of a slug: the content's folder that has the pages it may name
};

[[nodiscard]] std::span<const Key> initiative_keys();
[[nodiscard]] std::span<const Key> cluster_keys();
[[nodiscard]] std::span<const Key> free_page_keys();
[[nodiscard]] std::span<const Key> settings_keys();
[[nodiscard]] std::span<const Key> theme_keys();

/// The key of that name, or null.
[[nodiscard]] const Key* find_key(std::span<const Key> keys, std::string_view name);

}  // namespace lamppost
