#include "model/page_groups.h"

namespace lamppost {

std::optional<std::size_t> language_index(const Settings& settings, const std::string& code) {
  for (std::size_t i = 0; i < settings.languages.size(); ++i) {
    if (settings.languages[i].code == code) return i;
  }
  return std::nullopt;
}

std::optional<Misfit::Reason> misfit_reason(const Settings& settings, const Origin& translation,
                                            const Origin* page) {
  if (translation.language == settings.default_language) return Misfit::Reason::same_page;
  if (!language_index(settings, translation.language)) return Misfit::Reason::unknown_language;
  // `x.fr.md` belongs to `x.md`, `x/index.fr.md` to `x/index.md`: their links and files agree.
  if (page == nullptr || page->is_bundle != translation.is_bundle) {
    return Misfit::Reason::no_default_page;
  }
  return std::nullopt;
}

BodyId keep_body(Site& site, Body body) {
  site.bodies.push_back(std::move(body));
  return static_cast<BodyId>(site.bodies.size() - 1);
}

}  // namespace lamppost
