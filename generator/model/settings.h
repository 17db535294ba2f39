#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/value.h"

namespace lamppost {

/// One `[languages.<code>]`: what the site says of itself in that language.
struct LanguageSettings {
  std::string code;   ///< BCP 47: `en`, `pt-BR`
  std::string name;   ///< in the language itself: `Français`
  std::string title;  ///< the site's, in this language; filled from the site's own where not given
  std::string description;

  friend bool operator==(const LanguageSettings&, const LanguageSettings&) = default;
};

/// Where the content lies, for the "edit this page" links.
struct Repository {
  std::string url;  ///< empty: no such links
  std::string branch = "main";
  std::string content = "content";  ///< the content folder inside the repository

  friend bool operator==(const Repository&, const Repository&) = default;
};

/// What data portals are told of the catalogue's data. What is empty is left out.
struct OpenData {
  std::string publisher;      ///< who answers for it, by name
  std::string publisher_url;  ///< who that is
  std::string license;        ///< URL of the terms under which it may be used again

  friend bool operator==(const OpenData&, const OpenData&) = default;
};

/// `site.toml`. The defaults are those of a folder without one.
struct Settings {
  std::string title = "Initiatives";
  std::string description;
  std::string base_url = "http://localhost/";  ///< ends in `/`
  Located<std::string> theme{"marketplace", {}};
  std::string default_language = "en";
  /// The default language first, then as written; never empty.
  std::vector<LanguageSettings> languages = {{"en", "English", "Initiatives", ""}};
  Repository repository;
  OpenData open_data;
  std::size_t initiatives_per_page = 100;
  std::size_t teaser_length = 180;  ///< characters
  std::size_t feed_length = 50;     ///< entries
  ValueMap extra;

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// The path part of a base URL: `/` or `/a/b/`.
[[nodiscard]] std::string base_path(const std::string& base_url);

}  // namespace lamppost
