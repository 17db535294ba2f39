#include "keys/decap_config.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "keys/decap_fields.h"
#include "keys/keys.h"

namespace lamppost {
namespace {

using ConfigJson = nlohmann::ordered_json;

/// A kind of page: which files, and which keys they have.
struct PageKind {
  std::string_view folder;
  std::string_view label;
  std::string_view label_of_one;
  std::span<const Key> keys;
};

ConfigJson fields_of_form(std::span<const Key> keys, const Settings& settings) {
  return ConfigJson::parse(decap_form(keys, settings));
}

/// By what a list of pages can be put in groups.
ConfigJson groups_of(std::span<const Key> keys) {
  ConfigJson groups = ConfigJson::array();
  for (const auto& [label, name] : {std::pair{"Cluster", "cluster"}, {"Status", "status"}}) {
    if (find_key(keys, name) != nullptr) groups.push_back({{"label", label}, {"field", name}});
  }
  return groups;
}

/// New pages are folders, so that pictures can lie beside them; files without a folder are found
/// too, and stay where they are.
ConfigJson collection_of(const PageKind& kind, const Settings& settings) {
  ConfigJson collection = {
      {"name", kind.folder},
      {"label", kind.label},
      {"label_singular", kind.label_of_one},
      {"folder", settings.repository.content + '/' + std::string(kind.folder)},
      {"path", "{{slug}}/index"},
      {"media_folder", ""},
      {"public_folder", ""},
      {"create", true},
      {"extension", "md"},
      {"format", "toml-frontmatter"},
      {"frontmatter_delimiter", "+++"},
      {"identifier_field", "title"},
      {"summary", "{{title}}"},
      {"sortable_fields", {"title"}},
  };
  if (ConfigJson groups = groups_of(kind.keys); !groups.empty()) {
    collection["view_groups"] = std::move(groups);
  }
  if (settings.languages.size() > 1) collection["i18n"] = true;
  collection["fields"] = fields_of_form(kind.keys, settings);
  return collection;
}

/// What may be said again in a translation.
std::vector<Key> translatable_keys(std::span<const Key> keys) {
  std::vector<Key> kept;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(kept),
               [](const Key& key) { return key.translatable; });
  return kept;
}

/// The home page in one language. Decap shows a single file in one language only, so it does not
/// know that there are others.
ConfigJson home_in(const LanguageSettings& language, const Settings& settings) {
  Settings alone = settings;
  alone.languages.clear();
  const bool is_default = language.code == settings.default_language;
  const std::vector<Key> translatable = translatable_keys(free_page_keys());
  const std::span<const Key> keys = is_default ? free_page_keys() : std::span(translatable);
  const std::string ending = is_default ? ".md" : "." + language.code + ".md";
  return {{"name", is_default ? "home" : "home-" + language.code},
          {"label", is_default ? "Home page" : "Home page: " + language.name},
          {"file", settings.repository.content + "/_index" + ending},
          {"fields", fields_of_form(keys, alone)}};
}

ConfigJson home_of(const Settings& settings) {
  ConfigJson files = ConfigJson::array();
  for (const LanguageSettings& language : settings.languages) {
    files.push_back(home_in(language, settings));
  }
  return {{"name", "home"},
          {"label", "Home page"},
          {"format", "toml-frontmatter"},
          {"frontmatter_delimiter", "+++"},
          {"files", std::move(files)}};
}

/// `example/catalogue` of `https://github.com/example/catalogue.git`, and what stands before it.
std::pair<std::string, std::string> split_repository(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  if (url.ends_with(".git")) url.resize(url.size() - 4);
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string::npos ? 0 : scheme + 3);
  if (path == std::string::npos) return {url, ""};
  return {url.substr(0, path), url.substr(path + 1)};
}

/// Who keeps the files: the forge that the repository's address names. Without one, the program
/// that Decap brings for a folder on one's own machine.
ConfigJson backend_of(const Repository& repository) {
  const auto [host, path] = split_repository(repository.url);
  if (path.empty()) return {{"name", "proxy"}, {"proxy_url", "http://localhost:8081/api/v1"}};
  if (host.ends_with("//github.com")) {
    return {{"name", "github"},
            {"repo", path},
            {"branch", repository.branch},
            {"open_authoring", true}};
  }
  if (host.find("gitlab") != std::string::npos) {
    return {{"name", "gitlab"},    {"repo", path},     {"branch", repository.branch},
            {"auth_type", "pkce"}, {"base_url", host}, {"api_root", host + "/api/v4"}};
  }
  return {{"name", "git-gateway"}, {"branch", repository.branch}};
}

/// The languages that Decap can take: it knows no digits in their names.
ConfigJson locales_of(const Settings& settings) {
  ConfigJson locales = ConfigJson::array({settings.default_language});
  for (const LanguageSettings& language : settings.languages) {
    const std::string& code = language.code;
    const bool is_plain = code.find_first_of("0123456789") == std::string::npos;
    if (is_plain && code != settings.default_language) locales.push_back(code);
  }
  return locales;
}

}  // namespace

std::string decap_config(const Settings& settings) {
  ConfigJson config = {
      {"backend", backend_of(settings.repository)},
      {"publish_mode", settings.repository.url.empty() ? "simple" : "editorial_workflow"},
      {"site_url", settings.base_url},
      {"show_preview_links", false},
      {"media_folder", "themes/" + settings.theme.value + "/static/media"},
      {"public_folder", base_path(settings.base_url) + "media"},
      {"slug", {{"encoding", "ascii"}, {"clean_accents", true}}},
  };
  if (settings.languages.size() > 1) {
    config["i18n"] = {{"structure", "multiple_files"},
                      {"locales", locales_of(settings)},
                      {"default_locale", settings.default_language}};
  }
  const std::array<PageKind, 3> kinds = {{
      {"initiatives", "Initiatives", "Initiative", initiative_keys()},
      {"clusters", "Action clusters", "Action cluster", cluster_keys()},
      {"pages", "Pages", "Page", free_page_keys()},
  }};
  ConfigJson& collections = config["collections"] = ConfigJson::array();
  for (const PageKind& kind : kinds) collections.push_back(collection_of(kind, settings));
  collections.push_back(home_of(settings));
  return config.dump(2) + '\n';
}

}  // namespace lamppost
