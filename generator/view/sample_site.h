#pragma once

#include "model/site.h"

namespace lamppost {

/// A small catalogue, made in code, in which every kind of page exists and every key is used: with
/// and without translation, with several pages to a list. Language, addresses and words are the
/// given site's, so that templates meet in it all they can meet in that site.
[[nodiscard]] Site sample_site(const Site& site);

}  // namespace lamppost
