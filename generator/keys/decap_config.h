#pragma once

#include <string>

#include "model/settings.h"

namespace lamppost {

/// The configuration for Decap CMS (its `config.yml`), made from the key tables: a form for each
/// kind of page, in all of the site's languages. JSON, which is YAML too. Two of its widgets,
/// `lamppost-figure` and `lamppost-pages`, and the names of files in the default language are known
/// to `generator/keys/decap/lamppost.js` only.
[[nodiscard]] std::string decap_config(const Settings& settings);

}  // namespace lamppost
