#pragma once

#include <string>

#include "diagnostics/diagnostic.h"
#include "model/settings.h"
#include "model/theme.h"

namespace lamppost {

/// Reads an `i18n/<language>.toml` and puts its texts over those of the parent's file. Tables nest
/// to dotted keys; a table whose keys are all CLDR plural categories is one text in several forms,
/// and needs the form `other`.
void add_strings(ThemeStrings& strings, const SourceText& text, Diagnostics& diagnostics);

/// Reports what a language of the site lacks of the theme's texts: those of English, or of the
/// default language where the theme has no English.
void check_strings(const Theme& theme, const Settings& settings, const std::string& settings_file,
                   Diagnostics& diagnostics);

}  // namespace lamppost
