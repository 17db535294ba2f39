#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/source_text.h"
#include "keys/keys.h"
#include "model/value.h"
#include "read/source_tree.h"

namespace lamppost {

/// How pages are exchanged.
enum class PageFormat : std::uint8_t { csv, json };

/// What a page has beside the keys of its front matter, as columns of a table or keys of an object:
/// its kind, its file's name, and its text. The keys of no kind of page are called so.
inline constexpr std::string_view kind_key = "kind";          ///< else `initiative`
inline constexpr std::string_view slug_key = "slug";          ///< else made from the title
inline constexpr std::string_view language_key = "language";  ///< else the default language
inline constexpr std::string_view bundle_key = "bundle";      ///< whether files lie beside it
inline constexpr std::string_view body_key = "body";          ///< Markdown

/// A page as a file to be imported gives it, not held against any rule yet.
struct GivenPage {
  ValueMap fields;
  Span where;
};

/// A page of the content as it is written.
struct PageRecord {
  FileRole role = FileRole::initiative;
  std::string slug;      ///< empty: the home page
  std::string language;  ///< as in the file's name; empty: the default one
  bool is_bundle = false;
  ValueMap keys;     ///< of its front matter
  std::string body;  ///< Markdown, without the empty line before and the line's end after it
};

/// The kinds of page by the name they have in tables: `initiative`, `cluster`, `page`, `home`.
[[nodiscard]] std::optional<FileRole> role_named(std::string_view kind);
[[nodiscard]] std::string_view name_of(FileRole role);

/// The keys that the front matter of such a page may have.
[[nodiscard]] std::span<const Key> keys_of(FileRole role);

/// Puts a page's keys in the order of the key table.
void sort_keys(PageRecord& page);

/// Where a page lies below the content folder: `initiatives/humble-lamppost.fr.md`.
[[nodiscard]] std::string path_of(const PageRecord& page);

/// The whole file of a page, its keys in the order given.
[[nodiscard]] std::string file_of(const PageRecord& page);

}  // namespace lamppost
