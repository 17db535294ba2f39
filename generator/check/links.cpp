#include "check/links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "check/files_beside.h"
#include "check/name_index.h"
#include "diagnostics/suggest.h"
#include "model/address.h"
#include "model/resolve.h"

namespace lamppost {
namespace {

/// A path's folder with its `/`, and the name after it.
struct SplitPath {
  std::string folder;
  std::string name;
};

SplitPath split_path(const std::string& path) {
  const std::size_t slash = path.rfind('/') + 1;  // 0 where there is none
  return {path.substr(0, slash), path.substr(slash)};
}

/// `/topics/` and `lighting` for `/topics/lighting/`.
SplitPath split_address(std::string address) {
  if (address.ends_with('/')) address.pop_back();
  return split_path(address);
}

/// The page that a content file belongs to: `initiatives/x` for `initiatives/x.fr.md` and for
/// `initiatives/x/index.md`.
std::string page_stem(const std::string& path) {
  SplitPath split = split_path(path);
  split.name.resize(std::min(split.name.find('.'), split.name.size()));
  if (split.name != "index" || split.folder.empty()) return split.folder + split.name;
  split.folder.pop_back();
  return split.folder;
}

/// A link's target in its parts: the path, and what follows from `?` or `#` on.
struct Target {
  std::string path;
  std::string rest;
};

Target parts_of(const Link& link) {
  const std::string& target = link.target;
  std::size_t end = std::min(target.find('#'), target.size());
  // The address of a page ends in `/`, so only after one does `?` begin a query.
  const std::size_t query = target.find("/?");
  if (link.kind == LinkKind::site && query < end) end = query + 1;
  return {target.substr(0, end), target.substr(end)};
}

/// How a content file is written in a link from another.
std::string relative_path(const Origin& from, const std::string& path) {
  const std::string folder = split_path(from.path).folder;
  if (path.starts_with(folder)) return path.substr(folder.size());
  std::string up;
  for (const char c : folder) up += c == '/' ? "../" : "";
  return up + path;
}

class LinkCheck {
 public:
  LinkCheck(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics)
      : site_(site), plans_(plans), diagnostics_(diagnostics), is_checked_(site.bodies.size()) {}

  /// Each body is checked once, in the first edition that shows it: the one it is written for.
  void check(std::size_t edition, const Origin& from, BodyId id) {
    if (is_checked_[id]) return;
    is_checked_[id] = true;
    const Body& body = site_.bodies[id];
    for (const Link& link : body.links) {
      if (link.kind == LinkKind::site) {
        check_address(from, link);
      } else {
        check_link(from, link, resolve(site_, edition, from, body, link));
      }
    }
  }

 private:
  /// What mistakes are compared with. Made for the first one: most runs have none.
  struct Names {
    NameIndex addresses;                      ///< of pages
    NameIndex sources;                        ///< of pages, as content
    std::unordered_set<std::string> bundles;  ///< pages that are folders; looked up, never walked

    void add_address(const PagePlan& plan) {
      if (!plan.address.ends_with('/') || plan.page_number > 1) return;
      const SplitPath address = split_address(plan.address);
      addresses.add(address.folder, address.name);
    }

    void add_source(const Origin& origin) {
      if (origin.path.empty()) return;  // a home page without a file
      const std::string stem = page_stem(origin.path);
      const SplitPath page = split_path(stem);
      sources.add(page.folder, page.name);
      if (origin.is_bundle) bundles.insert(stem);
    }
  };

  Names& names() {
    if (names_) return *names_;
    names_.emplace();
    for (const PagePlan& plan : plans_) names_->add_address(plan);
    const Edition& edition = site_.editions.front();
    for (const auto& local : edition.initiatives) names_->add_source(local.initiative->origin);
    for (const auto& local : edition.clusters) names_->add_source(local.cluster->origin);
    for (const auto& local : edition.pages) names_->add_source(local.page->origin);
    names_->add_source(edition.home.page->origin);
    return *names_;
  }

  void check_link(const Origin& from, const Link& link, const ResolvedLink& resolved) {
    if (resolved.is_draft) {
      complain(Code::dead_link, from, link,
               "`" + link.target + "` is a draft, which is not published",
               "take the link out, or take `draft = true` out of that page");
    } else if (!resolved.fragment_exists) {
      complain_of_anchor(from, link, *resolved.body);
    } else if (resolved.address.empty() && link.kind == LinkKind::page) {
      complain_of_page(from, link);
    } else if (resolved.address.empty()) {
      complain_of_file(from, link);
    }
  }

  void check_address(const Origin& from, const Link& link) {
    const auto [address, rest] = parts_of(link);
    if (is_planned(address)) return;
    const std::string message = "the site has no page at `" + address + "`";
    if (is_planned(address + '/')) {
      complain_with_fix(Code::dead_link, from, link, message, address + '/' + rest);
      return;
    }
    if (const auto meant = meant_address(split_address(address))) {
      complain_with_fix(Code::dead_link, from, link, message, *meant + rest);
    } else {
      complain(Code::dead_link, from, link, message,
               "link to the page's content file, for example `../clusters/name.md`: its address is "
               "then always right");
    }
  }

  /// The page that was most likely meant: of that name in the nearest folder, or of the nearest
  /// name in that folder.
  std::optional<std::string> meant_address(const SplitPath& written) {
    if (const auto folder = nearest(written.folder, names().addresses.folders_with(written.name))) {
      return *folder + written.name + '/';
    }
    const auto name = names().addresses.nearest_in(written.folder, written.name);
    return name ? std::optional(written.folder + *name + '/') : std::nullopt;
  }

  [[nodiscard]] bool is_planned(const std::string& address) {
    if (output_paths_.empty()) {
      output_paths_.reserve(plans_.size());
      for (const PagePlan& plan : plans_) output_paths_.insert(output_path(plan.address));
    }
    return output_paths_.contains(output_path(address));
  }

  void complain_of_file(const Origin& from, const Link& link) {
    Diagnostic diagnostic = missing_file(site_, from, {parts_of(link).path, link.where});
    if (link.where.size() != link.target.size()) diagnostic.fix.reset();
    diagnostics_.add(std::move(diagnostic));
  }

  void complain_of_page(const Origin& from, const Link& link) {
    const auto [written, fragment] = parts_of(link);
    const std::string message = "there is no page `" + written + "`";
    if (const auto meant = meant_page(from, written)) {
      complain_with_fix(Code::dead_link, from, link, message,
                        relative_path(from, *meant) + fragment);
      return;
    }
    const bool is_readme = split_path(written).name == "README.md";
    complain(Code::dead_link, from, link, message,
             is_readme ? "a `README.md` is never published: link to another file"
                       : "write the way to the file from this file's folder, for example "
                         "`../clusters/name.md`");
  }

  /// The content file that was most likely meant: the only one of that name, wherever it is, or
  /// the one with the nearest name in the same folder.
  std::optional<std::string> meant_page(const Origin& from, const std::string& written) {
    const bool is_from_root = written.starts_with('/');
    const std::string path =
        is_from_root ? written.substr(1) : path_from(from, written).value_or(written);
    const SplitPath page = split_path(page_stem(path));
    const std::vector<std::string> folders = names().sources.folders_with(page.name);
    if (folders.size() == 1) return source_of(folders.front() + page.name);
    if (std::find(folders.begin(), folders.end(), page.folder) != folders.end()) {
      return source_of(page.folder + page.name);
    }
    const auto meant = names().sources.nearest_in(page.folder, page.name);
    return meant ? std::optional(source_of(page.folder + *meant)) : std::nullopt;
  }

  [[nodiscard]] std::string source_of(const std::string& stem) {
    return stem + (names().bundles.contains(stem) ? "/index.md" : ".md");
  }

  void complain_of_anchor(const Origin& from, const Link& link, BodyId body) {
    const auto [page, fragment] = parts_of(link);
    const std::string message =
        (page.empty() ? "this page" : "`" + page + "`") + " has no heading `" + fragment + "`";
    const std::string key = std::to_string(body);
    if (anchors_.names_in(key).empty()) {
      for (const Heading& heading : site_.bodies[body].headings) anchors_.add(key, heading.id);
    }
    if (const auto meant = anchors_.nearest_in(key, fragment.substr(1))) {
      complain_with_fix(Code::dead_anchor, from, link, message, page + '#' + *meant);
      return;
    }
    const auto& ids = anchors_.names_in(key);
    complain(Code::dead_anchor, from, link, message,
             ids.empty() ? "that page has no headings: link to the page without `" + fragment + "`"
                         : "its headings are " + one_of(ids));
  }

  /// A complaint that says what was most likely meant, and writes it where the link's place is the
  /// target alone.
  void complain_with_fix(Code code, const Origin& from, const Link& link,
                         const std::string& message, const std::string& meant) {
    Diagnostic diagnostic = about(code, from, link, message, "did you mean `" + meant + "`?");
    if (link.where.size() == link.target.size()) diagnostic.fix = Fix{link.where, meant};
    diagnostics_.add(std::move(diagnostic));
  }

  void complain(Code code, const Origin& from, const Link& link, const std::string& message,
                const std::string& help) {
    diagnostics_.add(about(code, from, link, message, help));
  }

  static Diagnostic about(Code code, const Origin& from, const Link& link,
                          const std::string& message, const std::string& help) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = from.file;
    diagnostic.where = link.where;
    diagnostic.message = message;
    diagnostic.help = help;
    return diagnostic;
  }

  const Site& site_;
  std::span<const PagePlan> plans_;
  Diagnostics& diagnostics_;
  std::vector<bool> is_checked_;                  ///< by BodyId
  std::unordered_set<std::string> output_paths_;  ///< looked up, never walked
  std::optional<Names> names_;
  NameIndex anchors_;  ///< by BodyId, where a link was dead
};

}  // namespace

void check_links(const Site& site, std::span<const PagePlan> plans, Diagnostics& diagnostics) {
  LinkCheck links(site, plans, diagnostics);
  for (std::size_t e = 0; e < site.editions.size(); ++e) {
    const Edition& edition = site.editions[e];
    links.check(e, edition.home.page->origin, edition.home.body);
    for (const auto& local : edition.clusters) links.check(e, local.cluster->origin, local.body);
    for (const auto& local : edition.initiatives) {
      links.check(e, local.initiative->origin, local.body);
    }
    for (const auto& local : edition.pages) links.check(e, local.page->origin, local.body);
  }
}

}  // namespace lamppost
