#pragma once

#include <span>
#include <string_view>

#include "model/cluster.h"
#include "model/free_page.h"
#include "model/initiative.h"

namespace lamppost {

/// The keys that a translation may say again, dotted (`members.name`); `extra` with all below it.
/// Every other key comes from the default language's page.
[[nodiscard]] std::span<const std::string_view> translatable_keys();

/// Whether `key` is one of `translatable_keys()`.
[[nodiscard]] bool is_translatable(std::string_view key);

/// A page in another language: the words the translation gives, entries matched by their place in
/// the list, and everything else from the default language's page. The origin is the translation's.
[[nodiscard]] Initiative translated(const Initiative& page, const Initiative& translation);
[[nodiscard]] Cluster translated(const Cluster& page, const Cluster& translation);
[[nodiscard]] FreePage translated(const FreePage& page, const FreePage& translation);

}  // namespace lamppost
