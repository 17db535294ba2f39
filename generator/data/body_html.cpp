#include "data/body_html.h"

#include "data/escape.h"
#include "model/address.h"
#include "model/resolve.h"

namespace lamppost {
namespace {

void append_attribute(std::string& html, std::string_view name, std::string_view value) {
  html.append(" ").append(name).append("=\"");
  append_escaped_markup(html, value);
  html += '"';
}

/// Writes what goes into a link's gap (see `Link`) that leads to `url`.
void append_filling(std::string& html, const ResolvedLink& resolved, LinkKind kind,
                    const std::string& url) {
  if (kind != LinkKind::image) return append_escaped_markup(html, url);
  append_attribute(html, "src", url);
  if (!resolved.pixels) return;
  append_attribute(html, "width", std::to_string(resolved.pixels->width));
  append_attribute(html, "height", std::to_string(resolved.pixels->height));
}

/// `url_of` makes what a link says of an address of the site, or of a `#fragment` of the same page.
template <typename UrlOf>
BodyText filled(const Site& site, std::size_t edition, const Origin& from, BodyId body_id,
                const UrlOf& url_of) {
  const Body& body = site.bodies.at(body_id);
  BodyText text = site.text_of(body);
  if (body.links.empty()) return text;
  const std::string& markup = text.html.markup();
  std::string html;
  html.reserve(markup.size() + markup.size() / 4);
  std::size_t done = 0;
  for (const Link& link : body.links) {
    html.append(markup, done, link.at - done);
    const ResolvedLink resolved = resolve(site, edition, from, body, link);
    if (!resolved.address.empty()) {
      append_filling(html, resolved, link.kind, url_of(resolved.address));
    }
    done = link.at;
  }
  html.append(markup, done);
  text.html = Html(std::move(html));
  return text;
}

}  // namespace

Html body_html(const Site& site, std::size_t edition, const Origin& from, BodyId body) {
  const std::string base = base_path(site.settings.base_url);
  return filled(site, edition, from, body,
                [&](const std::string& address) {
                  // A heading of the same page needs no path: it works wherever the body is shown.
                  return address.front() == '#' ? address : href(base, address);
                })
      .html;
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

BodyText absolute_body(const Site& site, std::size_t edition, const Origin& from, BodyId body,
                       const std::string& page_url) {
  return filled(site, edition, from, body, [&](const std::string& address) {
    return address.front() == '#' ? page_url + address
                                  : absolute_url(site.settings.base_url, address);
  });
}

}  // namespace lamppost
