#pragma once

#include <string>

#include "model/site.h"

namespace lamppost {

// For what is read outside the site (feeds, open data, search engines): whole URLs. A page that is
// not translated has the URL of the edition it is written for, in every edition.

[[nodiscard]] std::string home_url(const Site& site, const Edition& edition);
[[nodiscard]] std::string cluster_url(const Site& site, const Edition& edition, ClusterId id);
[[nodiscard]] std::string initiative_url(const Site& site, const Edition& edition, InitiativeId id);

/// Of a file that lies beside a page; empty where there is none of that name.
[[nodiscard]] std::string file_url(const Site& site, const Origin& page, const std::string& name);

}  // namespace lamppost
