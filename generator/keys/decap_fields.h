#pragma once

#include <span>
#include <string>

#include "keys/keys.h"
#include "model/settings.h"

namespace lamppost {

/// The fields of a page's form in Decap CMS, its text the last of them: a JSON array. Left out is
/// what may hold anything (`extra`), which no form can show; Decap keeps it as it is.
[[nodiscard]] std::string decap_form(std::span<const Key> keys, const Settings& settings);

}  // namespace lamppost
