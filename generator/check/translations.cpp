#include "check/translations.h"

#include <optional>
#include <string>
#include <vector>

#include "assemble/translate.h"
#include "check/name_index.h"
#include "diagnostics/suggest.h"

namespace lamppost {
namespace {

/// A complaint about a file as a whole.
Diagnostic about_file(Code code, const Origin& origin) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.file = origin.file;
  diagnostic.has_place = false;
  return diagnostic;
}

/// A page's path with another language in its name, or none: `x.frr.md`, `fr` → `x.fr.md`.
std::string renamed(std::string path, const Origin& origin, const std::string& language) {
  const std::string ending = "." + origin.language + ".md";
  if (path.ends_with(ending)) path.resize(path.size() - ending.size());
  return path + (language.empty() ? "" : "." + language) + ".md";
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

Diagnostic unknown_language(const Site& site, const Misfit& misfit) {
  std::vector<std::string> codes;
  for (const auto& language : site.settings.languages) codes.push_back(language.code);
  const std::string& written = misfit.origin.language;
  Diagnostic diagnostic = about_file(Code::unknown_language, misfit.origin);
  diagnostic.message = "the site has no language `" + written + "`";
  const auto meant = nearest(written, codes);
  diagnostic.help = meant ? "did you mean `" +
                                file_name(renamed(misfit.origin.file, misfit.origin,
                                                  *meant == codes.front() ? "" : *meant)) +
                                "`? Otherwise add"
                          : "the site's languages are " + one_of(codes) + "; to add one, write";
  diagnostic.help += " these lines to `site.toml`: `[languages." + written +
                     "]` and below it `name = \"…\"`, the language's name in itself";
  return diagnostic;
}

Diagnostic orphan_translation(const Misfit& misfit, NameIndex& slugs) {
  const Origin& origin = misfit.origin;
  const std::string page = renamed(origin.file, origin, "");
  Diagnostic diagnostic = about_file(Code::orphan_translation, origin);
  diagnostic.message = "this translates `" + page + "`, which does not exist";
  const std::string folder = origin.path.substr(0, origin.path.find('/') + 1);
  const auto meant = slugs.nearest_in(folder, origin.slug);
  if (meant == origin.slug) {
    diagnostic.help = "a translation lies beside its page: move it to where `" + origin.slug +
                      "` is, under the same name with `." + origin.language + ".md`";
  } else if (meant) {
    diagnostic.help = "did you mean a translation of `" + *meant +
                      "`? A translation has its page's name with `." + origin.language +
                      "` before `.md`";
  } else {
    diagnostic.help = "write the page `" + page + "` first, in the site's default language";
  }
  return diagnostic;
}

Diagnostic duplicate_page(const Site& site, const Misfit& misfit) {
  const Origin& origin = misfit.origin;
  Diagnostic diagnostic = about_file(Code::duplicate_page, origin);
  if (!misfit.other.empty()) {
    diagnostic.message = "this is the same page as `" + misfit.other + "`";
    diagnostic.help = "keep one of the two files, or give this one another name";
    diagnostic.notes.push_back({"the page is already here", misfit.other, {}});
    return diagnostic;
  }
  diagnostic.message = "`" + site.settings.default_language +
                       "` is the site's default language, which file names do not say";
  diagnostic.help = "rename the file to `" + file_name(renamed(origin.file, origin, "")) + "`";
  return diagnostic;
}

NameIndex slugs_by_folder(const Site& site) {
  NameIndex slugs;
  const Edition& edition = site.editions.front();
  for (const auto& local : edition.initiatives) {
    slugs.add("initiatives/", local.initiative->origin.slug);
  }
  for (const auto& local : edition.clusters) slugs.add("clusters/", local.cluster->origin.slug);
  for (const auto& local : edition.pages) slugs.add("pages/", local.page->origin.slug);
  return slugs;
}

void check_misfits(const Site& site, Diagnostics& diagnostics) {
  if (site.misfits.empty()) return;
  NameIndex slugs = slugs_by_folder(site);
  for (const Misfit& misfit : site.misfits) {
    switch (misfit.reason) {
      case Misfit::Reason::unknown_language:
        diagnostics.add(unknown_language(site, misfit));
        break;
      case Misfit::Reason::no_default_page:
        diagnostics.add(orphan_translation(misfit, slugs));
        break;
      case Misfit::Reason::same_page:
        diagnostics.add(duplicate_page(site, misfit));
        break;
    }
  }
}

/// What a key that was not written stands for.
bool is_default(const Value& value) {
  const auto* flag = value.boolean();
  const auto* number = value.integer();
  const auto* text = value.text();
  return (flag != nullptr && !*flag) || (number != nullptr && *number == 0) ||
         (text != nullptr && *text == "active");
}

/// Equal in meaning: a date may be written as text, a whole number with a point.
bool says_the_same(const Value& a, const Value& b) {
  if (a == b) return true;
  const auto as_text = [](const Value& value) -> std::optional<std::string> {
    if (const auto* date = value.date()) return iso_date(*date);
    if (const auto* text = value.text()) return *text;
    return std::nullopt;
  };
  const auto as_number = [](const Value& value) -> std::optional<double> {
    if (const auto* number = value.integer()) return static_cast<double>(*number);
    if (const auto* number = value.decimal()) return *number;
    return std::nullopt;
  };
  return (as_text(a) && as_text(a) == as_text(b)) || (as_number(a) && as_number(a) == as_number(b));
}

/// Compares what a translation says with what its page says.
class Comparison {
 public:
  Comparison(const Origin& translation, const Origin& page, Diagnostics& diagnostics)
      : translation_(translation), page_(page), diagnostics_(diagnostics) {
    compare_tables(translation.given, page.given, "");
  }

 private:
  void compare_tables(const ValueMap& said, const ValueMap& page, const std::string& prefix) {
    for (const Field& field : said) {
      const std::string key = prefix + field.key;
      const bool is_absent = field.value.text() != nullptr && field.value.text()->empty();
      if (is_absent || is_translatable(key)) continue;
      const Value* own = find(page, field.key);
      static const Value nothing{ValueMap{}, {}};
      if (own == nullptr && field.value.map() != nullptr) own = &nothing;
      if (own == nullptr ? !is_default(field.value) : !agrees(field.value, *own, key)) {
        complain(field.value.where, key, own);
      }
    }
  }

  /// Tables are compared key by key, which complains at the key itself.
  bool agrees(const Value& said, const Value& own, const std::string& key) {
    if (said.map() != nullptr && own.map() != nullptr) {
      compare_tables(*said.map(), *own.map(), key + ".");
      return true;
    }
    const bool are_tables = said.list() != nullptr && own.list() != nullptr &&
                            !said.list()->empty() && said.list()->front().map() != nullptr;
    if (!are_tables) return says_the_same(said, own);
    compare_entries(*said.list(), *own.list(), key);
    return true;
  }

  void compare_entries(const ValueList& said, const ValueList& own, const std::string& key) {
    for (std::size_t i = 0; i < said.size(); ++i) {
      if (i >= own.size()) {
        complain_of_entry(said[i].where, key, own.size());
        return;
      }
      if (said[i].map() != nullptr && own[i].map() != nullptr) {
        compare_tables(*said[i].map(), *own[i].map(), key + ".");
      }
    }
  }

  void complain(Span where, const std::string& key, const Value* own) {
    Diagnostic diagnostic;
    diagnostic.code = Code::contradicting_translation;
    diagnostic.file = translation_.file;
    diagnostic.where = where;
    diagnostic.message = "`" + key + "` does not agree with the page that this translates";
    diagnostic.help = "leave `" + key + "` out here: it comes from `" + page_.file +
                      "`; a translation repeats only what reads differently";
    if (own != nullptr && !(own->where == Span{})) {
      diagnostic.notes.push_back({"the page says it here", page_.file, own->where});
    }
    diagnostics_.add(std::move(diagnostic));
  }

  void complain_of_entry(Span where, const std::string& key, std::size_t count) {
    Diagnostic diagnostic;
    diagnostic.code = Code::contradicting_translation;
    diagnostic.file = translation_.file;
    diagnostic.where = where;
    diagnostic.message =
        "the page that this translates has only " + std::to_string(count) + " `[[" + key + "]]`";
    diagnostic.help = "add the entry to `" + page_.file +
                      "` first; entries are matched with the page's in the order written";
    diagnostics_.add(std::move(diagnostic));
  }

  const Origin& translation_;
  const Origin& page_;
  Diagnostics& diagnostics_;
};

void compare(const Origin& shown, const Origin& page, Diagnostics& diagnostics) {
  if (!shown.language.empty()) Comparison(shown, page, diagnostics);
}

}  // namespace

void check_translations(const Site& site, Diagnostics& diagnostics) {
  check_misfits(site, diagnostics);
  const Edition& original = site.editions.front();
  for (std::size_t e = 1; e < site.editions.size(); ++e) {
    const Edition& edition = site.editions[e];
    for (std::size_t i = 0; i < edition.initiatives.size(); ++i) {
      compare(edition.initiatives[i].initiative->origin, original.initiatives[i].initiative->origin,
              diagnostics);
    }
    for (std::size_t i = 0; i < edition.clusters.size(); ++i) {
      compare(edition.clusters[i].cluster->origin, original.clusters[i].cluster->origin,
              diagnostics);
    }
    for (std::size_t i = 0; i < edition.pages.size(); ++i) {
      compare(edition.pages[i].page->origin, original.pages[i].page->origin, diagnostics);
    }
    compare(edition.home.page->origin, original.home.page->origin, diagnostics);
  }
}

}  // namespace lamppost
