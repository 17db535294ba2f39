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

/// What people call the repository's host: `GitHub`, `GitLab`, else its name on the web.
[[nodiscard]] std::string forge_name(const Repository& repository);

/// Where a new file is written in a folder of the content; empty where there is no repository.
[[nodiscard]] std::string new_page_link(const Repository& repository, const std::string& folder);

/// The same with a page filled in: `{file}` and `{text}` are to be replaced by its file's name and
/// its text, percent-encoded. GitHub, Gitea and their like take `filename` and `value`; the whole
/// path in `filename`, as some of them take the last part of the address's path for the name.
/// GitLab takes `file_name` and `content`.
[[nodiscard]] std::string filled_in_page_link(const Repository& repository,
                                              const std::string& folder);

}  // namespace lamppost
