#include "data/body_html.h"

#include <functional>

#include "data/escape.h"
#include "model/address.h"
#include "model/resolve.h"

namespace lamppost {
namespace {

/// From an address of the site, or a `#fragment` of the same page, to what a link says.
using AddressWriter = std::function<std::string(const std::string& address)>;

/// What goes into a link's gap; see `Link`.
std::string filling(const ResolvedLink& resolved, LinkKind kind, const AddressWriter& target) {
  if (resolved.address.empty()) return {};
  std::string written = escape_markup(target(resolved.address));
  if (kind != LinkKind::image) return written;
  std::string attributes = " src=\"" + written + '"';
  if (resolved.pixels) {
    attributes += " width=\"" + std::to_string(resolved.pixels->width) + '"';
    attributes += " height=\"" + std::to_string(resolved.pixels->height) + '"';
  }
  return attributes;
}

Html filled(const Site& site, std::size_t edition, const Origin& from, BodyId body_id,
            const AddressWriter& target) {
  const Body& body = site.bodies.at(body_id);
  const BodyText text = site.text_of(body);
  const std::string& markup = text.html.markup();
  std::string html;
  html.reserve(markup.size() + markup.size() / 4);
  std::size_t done = 0;
  for (const Link& link : body.links) {
    html.append(markup, done, link.at - done);
    html += filling(resolve(site, edition, from, body, link), link.kind, target);
    done = link.at;
  }
  return Html(html.append(markup, done));
}

}  // namespace

Html body_html(const Site& site, std::size_t edition, const Origin& from, BodyId body) {
  const std::string base = base_path(site.settings.base_url);
  return filled(site, edition, from, body, [&](const std::string& address) {
    // A heading of the same page needs no path: it works wherever the body is shown.
    return address.front() == '#' ? address : href(base, address);
  });
}

Hash128 body_key(const Site& site, std::size_t edition, const Origin& from, BodyId body_id) {
  const Body& body = site.bodies.at(body_id);
  std::string made_of = site.settings.base_url;
  const auto add = [&](std::uint64_t number) { (made_of += '\0') += std::to_string(number); };
  add(body.text_key.high);
  add(body.text_key.low);
  for (const Link& link : body.links) {
    const ResolvedLink resolved = resolve(site, edition, from, body, link);
    add(link.at);
    (made_of += '\0') += resolved.address;
    if (resolved.pixels) {
      add(resolved.pixels->width);
      add(resolved.pixels->height);
    }
  }
  return hash128(made_of);
}

Html absolute_body_html(const Site& site, std::size_t edition, const Origin& from, BodyId body,
                        const std::string& page_url) {
  return filled(site, edition, from, body, [&](const std::string& address) {
    return address.front() == '#' ? page_url + address
                                  : absolute_url(site.settings.base_url, address);
  });
}

}  // namespace lamppost
