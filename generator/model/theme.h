#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/source_text.h"
#include "model/asset.h"

namespace lamppost {

/// A text of the theme in one language: by CLDR plural category (`one`, `other`), or `other` alone.
struct ThemeString {
  std::map<std::string, std::string> forms;
  Span where;

  friend bool operator==(const ThemeString&, const ThemeString&) = default;
};

/// One `i18n/<language>.toml`: dotted keys to texts. A child theme's file adds to its parent's,
/// key by key.
struct ThemeStrings {
  std::string language;
  std::string path;  ///< the nearest theme's file, for messages
  std::map<std::string, ThemeString> texts;

  friend bool operator==(const ThemeStrings&, const ThemeStrings&) = default;
};

/// A stylesheet or script that pages refer to: published under a name that holds its content's
/// hash, with its Subresource Integrity value (W3C SRI).
struct LinkedFile {
  std::string output_path;  ///< `css/main.3f2a9c….css`
  std::string integrity;    ///< `sha512-…`
  std::string bytes;
  /// The layouts whose pages refer to it; none: all of them.
  std::vector<std::string> layouts = {};

  friend bool operator==(const LinkedFile&, const LinkedFile&) = default;
};

/// Whether pages of a layout refer to a file.
[[nodiscard]] inline bool is_linked_from(const LinkedFile& file, std::string_view layout) {
  return file.layouts.empty() ||
         std::find(file.layouts.begin(), file.layouts.end(), layout) != file.layouts.end();
}

/// A script for the pages of one layout only.
struct LayoutScript {
  std::string layout;
  Located<std::string> file;  ///< below static/

  friend bool operator==(const LayoutScript&, const LayoutScript&) = default;
};

/// `theme.toml` of one theme, before its parents are joined in.
struct ThemeManifest {
  std::string name;
  std::string path;  ///< of its theme.toml, as shown to people
  std::int64_t api = 1;
  Located<std::string> extends;
  std::vector<Located<std::string>> styles;  ///< below static/, in the order pages name them
  std::vector<Located<std::string>> scripts;
  std::vector<LayoutScript> layout_scripts;

  friend bool operator==(const ThemeManifest&, const ThemeManifest&) = default;
};

/// A theme with its parents joined in, nearest first.
struct Theme {
  /// Its own first, then its parent …; empty where none was found.
  std::vector<ThemeManifest> chain;
  /// `home`, `partials/card` → the winning file.
  std::map<std::string, SourceText> layouts;
  /// By language.
  std::map<std::string, ThemeStrings> strings;
  std::vector<LinkedFile> styles;
  std::vector<LinkedFile> scripts;
};

}  // namespace lamppost
