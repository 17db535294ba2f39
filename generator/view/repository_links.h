#pragma once

#include <string>

#include "model/origin.h"
#include "model/settings.h"

namespace lamppost {

/// The page of the repository's host where a file is edited (GitHub, Gitea and their like; GitLab).
/// Empty where there is no repository or no file.
[[nodiscard]] std::string edit_link(const Repository& repository, const Origin* origin);

/// Where a problem with a page is reported, its title and URL filled in; empty where there is no
/// repository.
[[nodiscard]] std::string report_link(const Repository& repository, const std::string& title,
                                      const std::string& url);

}  // namespace lamppost
