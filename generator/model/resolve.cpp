#include "model/resolve.h"

#include <algorithm>
#include <numeric>

#include "model/address.h"

namespace lamppost {
namespace {

/// The id behind a number of `Site::anchor_order`.
const std::string& anchor(const Body& body, std::uint32_t number) {
  const std::size_t headings = body.headings.size();
  return number < headings ? body.headings[number].id : body.other_ids[number - headings];
}

bool has_anchor(const Site& site, BodyId id, std::string_view wanted) {
  if (wanted.empty() || wanted == "top") return true;  // the page's top, by the HTML standard
  const Body& body = site.bodies[id];
  const auto& order = site.anchor_order[id];
  const auto found = std::lower_bound(
      order.begin(), order.end(), wanted,
      [&](std::uint32_t number, std::string_view text) { return anchor(body, number) < text; });
  return found != order.end() && anchor(body, *found) == wanted;
}

/// The two sides of the first `#`; the mark itself in neither.
struct SplitTarget {
  std::string_view path;
  std::string_view fragment;
};

SplitTarget split(std::string_view target) {
  const std::size_t mark = target.find('#');
  if (mark == std::string_view::npos) return {target, ""};
  return {target.substr(0, mark), target.substr(mark + 1)};
}

struct Page {
  std::string address;
  BodyId body = 0;
};

/// The page of a reference in an edition.
Page page_of(const Edition& edition, PageRef ref) {
  switch (ref.kind) {
    case PageRef::Kind::home:
      return {home_address(edition.prefix), edition.home.body};
    case PageRef::Kind::initiative: {
      const LocalInitiative& local = edition.initiatives[ref.id];
      return {initiative_address(edition.prefix, local.initiative->origin.slug), local.body};
    }
    case PageRef::Kind::cluster: {
      const LocalCluster& local = edition.clusters[ref.id];
      return {cluster_address(edition.prefix, local.cluster->origin.slug), local.body};
    }
    case PageRef::Kind::free_page: {
      const LocalPage& local = edition.pages[ref.id];
      return {free_page_address(edition.prefix, local.page->origin.slug), local.body};
    }
    case PageRef::Kind::draft:
      break;
  }
  return {};
}

ResolvedLink resolve_page(const Site& site, std::size_t edition, const Origin& from,
                          const std::string& target) {
  const auto [relative, fragment] = split(target);
  ResolvedLink link;
  const auto path = path_from(from, relative);
  const auto found = path ? site.by_source.find(*path) : site.by_source.end();
  if (found == site.by_source.end()) return link;
  link.is_draft = found->second.kind == PageRef::Kind::draft;
  if (link.is_draft) return link;
  Page page = page_of(site.editions.at(edition), found->second);
  link.address = std::move(page.address);
  link.body = page.body;
  link.fragment_exists = has_anchor(site, page.body, fragment);
  if (link.fragment_exists && !fragment.empty()) (link.address += '#') += fragment;
  return link;
}

ResolvedLink resolve_fragment(const Site& site, const Body& body, const std::string& target) {
  const auto id = static_cast<BodyId>(&body - site.bodies.data());
  ResolvedLink link;
  link.body = id;
  link.fragment_exists = has_anchor(site, id, split(target).fragment);
  if (link.fragment_exists) link.address = target;
  return link;
}

ResolvedLink resolve_file(const Site& site, const Origin& from, const std::string& target) {
  const auto [relative, fragment] = split(target);
  const Asset* asset = find_beside(site, from, relative);
  ResolvedLink link;
  if (asset == nullptr) return link;
  link.address = '/' + asset->output_path;
  if (!fragment.empty()) (link.address += '#') += fragment;
  link.pixels = asset->pixels;
  return link;
}

}  // namespace

ResolvedLink resolve(const Site& site, std::size_t edition, const Origin& from, const Body& body,
                     const Link& link) {
  switch (link.kind) {
    case LinkKind::page:
      return resolve_page(site, edition, from, link.target);
    case LinkKind::fragment:
      return resolve_fragment(site, body, link.target);
    case LinkKind::file:
    case LinkKind::image:
      return resolve_file(site, from, link.target);
    case LinkKind::site:
      break;
  }
  ResolvedLink as_written;
  as_written.address = link.target;
  return as_written;
}

std::optional<std::string> path_from(const Origin& from, std::string_view relative) {
  if (relative.starts_with('/')) return std::nullopt;
  std::string path;
  path.reserve(from.path.size() + relative.size());
  path.append(from.path, 0, from.path.rfind('/') + 1);  // its folder, or nothing
  while (!relative.empty()) {
    const std::size_t slash = relative.find('/');
    const std::string_view part = relative.substr(0, slash);
    if (part == "..") {
      if (path.empty()) return std::nullopt;
      path.pop_back();
      path.resize(path.rfind('/') + 1);
    } else if (part != "." && !part.empty()) {
      path.append(part);
      if (slash != std::string_view::npos) path += '/';
    }
    relative.remove_prefix(std::min(part.size() + 1, relative.size()));
  }
  return path;
}

std::vector<std::uint32_t> order_of_anchors(const Body& body) {
  std::vector<std::uint32_t> order(body.headings.size() + body.other_ids.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return anchor(body, a) < anchor(body, b); });
  return order;
}

const Asset* find_beside(const Site& site, const Origin& from, std::string_view name) {
  const auto path = path_from(from, name);
  const auto found = path ? site.asset_by_path.find(*path) : site.asset_by_path.end();
  return found == site.asset_by_path.end() ? nullptr : &site.assets[found->second];
}

}  // namespace lamppost
