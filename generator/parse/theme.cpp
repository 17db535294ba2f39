#include "parse/theme.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "diagnostics/suggest.h"
#include "keys/keyed_toml.h"
#include "keys/keys.h"
#include "model/content_hash.h"
#include "model/language.h"
#include "parse/clean_text.h"
#include "parse/fields.h"
#include "parse/theme_strings.h"
#include "toml/mend.h"
#include "toml/toml.h"

namespace lamppost {
namespace {

constexpr std::int64_t theme_api = 1;

/// All themes' files by their path; of one file in two theme folders the first folder's.
using ThemeFiles = std::map<std::string, const SourceFile*>;

ThemeFiles by_path(std::span<const SourceFile> files) {
  ThemeFiles found;
  for (const auto& file : files) {
    const auto [place, is_new] = found.emplace(file.entry.path, &file);
    if (!is_new && file.entry.theme_root < place->second->entry.theme_root) place->second = &file;
  }
  return found;
}

const SourceFile* find_file(const ThemeFiles& files, const std::string& path) {
  const auto file = files.find(path);
  return file == files.end() ? nullptr : file->second;
}

/// The files of a folder, `prefix`, that end in `suffix`, by what stands between.
std::map<std::string, const SourceFile*> files_in(const ThemeFiles& files,
                                                  const std::string& prefix,
                                                  std::string_view suffix) {
  std::map<std::string, const SourceFile*> found;
  for (auto file = files.lower_bound(prefix);
       file != files.end() && file->first.starts_with(prefix); ++file) {
    const std::string_view rest = std::string_view(file->first).substr(prefix.size());
    if (rest.size() > suffix.size() && rest.ends_with(suffix)) {
      found.emplace(rest.substr(0, rest.size() - suffix.size()), file->second);
    }
  }
  return found;
}

/// The theme being joined.
class Joiner {
 public:
  Joiner(const ThemeFiles& files, Diagnostics& diagnostics)
      : files_(files), diagnostics_(diagnostics) {}

  Theme join(const Settings& settings, const std::string& settings_file) {
    // With a parent missing, nearly every name would seem wrong: only that is told.
    if (!follow(settings.theme, settings_file)) return {};
    // Parents first, so that what is nearer replaces what it builds on.
    for (auto name = names_.rbegin(); name != names_.rend(); ++name) {
      add_layouts(*name);
      add_texts(*name);
    }
    for (auto manifest = theme_.chain.rbegin(); manifest != theme_.chain.rend(); ++manifest) {
      link(manifest->styles, *manifest, theme_.styles);
      link(manifest->scripts, *manifest, theme_.scripts);
      for (const auto& script : manifest->layout_scripts) link_from_layout(script, *manifest);
    }
    check_strings(theme_, settings, settings_file, diagnostics_);
    return std::move(theme_);
  }

 private:
  /// The chain of themes, from the one that is named to the last that extends none; false where
  /// it is broken.
  bool follow(Located<std::string> name, std::string named_in) {
    while (true) {
      if (std::find(names_.begin(), names_.end(), name.value) != names_.end()) {
        diagnostics_.add(diagnostic_at(named_in, Code::theme_loop, name.where,
                                       "the theme `" + name.value + "` builds on itself",
                                       "let `extends` name another theme, or delete it"));
        return false;
      }
      const auto* file = find_file(files_, name.value + "/theme.toml");
      if (file == nullptr) {
        missing_theme(name, named_in);
        return false;
      }
      names_.push_back(name.value);
      theme_.chain.push_back(read_manifest(*file));
      named_in = file->text.path;
      name = theme_.chain.back().extends;
      if (name.value.empty()) return true;
    }
  }

  void missing_theme(const Located<std::string>& name, const std::string& named_in) {
    std::vector<std::string> known;
    for (const auto& [path, file] : files_) {
      if (path.ends_with("/theme.toml") &&
          std::find(names_.begin(), names_.end(), path.substr(0, path.find('/'))) == names_.end())
        known.push_back(path.substr(0, path.find('/')));
    }
    const auto meant = nearest(name.value, known);
    std::string help = "put it into the folder `themes/" + name.value + "`, with a `theme.toml`";
    if (meant) help = "did you mean `" + *meant + "`?";
    if (!meant && !known.empty()) help = "the themes here are " + one_of(known);
    const bool has_place = !named_in.empty() && name.where.size() > 0;
    const auto file = named_in.empty() ? "themes/" + name.value + "/theme.toml" : named_in;
    auto diagnostic = diagnostic_at(file, Code::missing_theme, name.where,
                                    "there is no theme `" + name.value + "`", help);
    diagnostic.has_place = has_place;
    if (meant && has_place) diagnostic.fix = Fix{name.where, in_quotes(*meant)};
    diagnostics_.add(std::move(diagnostic));
  }

  ThemeManifest read_manifest(const SourceFile& file) {
    ThemeManifest manifest;
    manifest.path = file.text.path;
    const auto text = clean_text(file.text, diagnostics_);
    if (!text) return manifest;
    const auto region = toml_region(*text);
    const auto [map, is_read] =
        read_and_conform(theme_keys(), {*text, "theme.toml", region}, diagnostics_);
    if (!is_read) return manifest;
    manifest.name = text_of(map, "name");
    manifest.api = integer_of(map, "api").value_or(theme_api);
    manifest.extends = located_text_of(map, "extends");
    manifest.styles = texts_of(map, "styles");
    manifest.scripts = texts_of(map, "scripts");
    for (const auto& field : table_of(map, "scripts_for")) {
      for (auto& script : texts_of(table_of(map, "scripts_for"), field.key))
        manifest.layout_scripts.push_back({field.key, std::move(script)});
    }
    if (manifest.api != theme_api) {
      auto diagnostic = diagnostic_at(
          text->path, Code::theme_api, find(map, "api")->where,
          "this theme was written for the contract `api = " + std::to_string(manifest.api) +
              "`, which this lamppost does not have",
          "bring the theme to `api = " + std::to_string(theme_api) +
              "`, or use another version of lamppost");
      diagnostics_.add(std::move(diagnostic));
    }
    return manifest;
  }

  void add_layouts(const std::string& name) {
    for (const auto& [layout, file] : files_in(files_, name + "/layouts/", ".mustache")) {
      if (auto text = clean_text(file->text, diagnostics_))
        theme_.layouts[layout] = std::move(*text);
    }
  }

  void add_texts(const std::string& name) {
    for (const auto& [language, file] : files_in(files_, name + "/i18n/", ".toml")) {
      if (!is_language_code(language)) {
        auto diagnostic = diagnostic_at(file->text.path, Code::bad_language, {},
                                        "`" + language + "` is no language code",
                                        "name the file as `fr.toml` or `pt-BR.toml`");
        diagnostic.has_place = false;
        diagnostics_.add(std::move(diagnostic));
        continue;
      }
      auto& strings = theme_.strings[language];
      strings.language = language;
      if (const auto text = clean_text(file->text, diagnostics_))
        add_strings(strings, *text, diagnostics_);
    }
  }

  void link(const std::vector<Located<std::string>>& wanted, const ThemeManifest& manifest,
            std::vector<LinkedFile>& linked) {
    for (const auto& path : wanted) {
      const auto* file = find_static(path.value);
      if (file == nullptr) {
        missing_static(path, manifest);
      } else if (linked_.insert(path.value).second) {
        add_for_all(linked_file(path.value, file->text.bytes), linked);
      }
    }
  }

  using LinkedFiles = std::vector<LinkedFile>;

  /// The place of a file that another layout, or a parent, named already.
  static LinkedFiles::iterator find_linked(const LinkedFile& file, LinkedFiles& linked) {
    return std::find_if(linked.begin(), linked.end(), [&](const LinkedFile& other) {
      return other.output_path == file.output_path;
    });
  }

  static void add_for_all(LinkedFile file, LinkedFiles& linked) {
    const auto same = find_linked(file, linked);
    if (same == linked.end()) {
      linked.push_back(std::move(file));
    } else {
      same->layouts.clear();
    }
  }

  /// A file that pages of several layouts refer to is published once; one that all refer to
  /// needs nothing more.
  void link_from_layout(const LayoutScript& script, const ThemeManifest& manifest) {
    const auto* file = find_static(script.file.value);
    if (file == nullptr) return missing_static(script.file, manifest);
    if (linked_.contains(script.file.value)) return;
    auto made = linked_file(script.file.value, file->text.bytes);
    const auto same = find_linked(made, theme_.scripts);
    if (same == theme_.scripts.end()) {
      made.layouts.push_back(script.layout);
      theme_.scripts.push_back(std::move(made));
    } else if (!is_linked_from(*same, script.layout)) {
      same->layouts.push_back(script.layout);
    }
  }

  [[nodiscard]] const SourceFile* find_static(const std::string& path) const {
    const auto below = "/static/" + path;
    for (const auto& name : names_) {
      if (const auto* file = find_file(files_, name + below)) return file;
    }
    return nullptr;
  }

  void missing_static(const Located<std::string>& path, const ThemeManifest& manifest) {
    std::vector<std::string> known;
    for (const auto& name : names_) {
      for (const auto& [rest, file] : files_in(files_, name + "/static/", ""))
        known.push_back(rest);
    }
    const auto meant = nearest(path.value, known);
    auto diagnostic = diagnostic_at(
        manifest.path, Code::missing_file, path.where,
        "there is no file `static/" + path.value + "` in this theme",
        meant ? "did you mean `" + *meant + "`?" : "put it there, or delete its name");
    if (meant) diagnostic.fix = Fix{path.where, in_quotes(*meant)};
    diagnostics_.add(std::move(diagnostic));
  }

  static LinkedFile linked_file(const std::string& path, const std::string& bytes) {
    const auto slash = path.rfind('/');
    const auto name_begin = slash == std::string::npos ? 0 : slash + 1;
    const auto dot = path.rfind('.');
    const auto end = dot == std::string::npos || dot <= name_begin ? path.size() : dot;
    const auto hash = content_hash(bytes).substr(0, 16);
    return {path.substr(0, end) + '.' + hash + path.substr(end), integrity_of(bytes), bytes};
  }

  const ThemeFiles& files_;
  Diagnostics& diagnostics_;
  std::vector<std::string> names_;  // the folders of the chain
  std::set<std::string> linked_;    // a file is linked once, where the farthest parent has it
  Theme theme_;
};

}  // namespace

Theme join_theme(std::span<const SourceFile> files, const Settings& settings,
                 const std::string& settings_file, Diagnostics& diagnostics) {
  const auto found = by_path(files);
  return Joiner(found, diagnostics).join(settings, settings_file);
}

}  // namespace lamppost
