#include "pipeline/parsed_bytes.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "pipeline/bytes.h"

namespace lamppost {

// What the enumerations and structs of a parsed file are made of; found by bytes.h.

constexpr LinkKind last_of(LinkKind /*type*/) { return LinkKind::image; }
constexpr Status last_of(Status /*type*/) { return Status::completed; }

auto fields(Like<Link> auto& link) {
  auto& [kind, target, where, at] = link;
  return std::tie(kind, target, where, at);
}
auto fields(Like<Heading> auto& heading) {
  auto& [level, id, text] = heading;
  return std::tie(level, id, text);
}
/// Without the two texts.
auto fields(Like<Body> auto& body) {
  auto& [text, has_text, links, headings, first_paragraph, other_ids, text_key, page_key, words_key,
         file] = body;
  return std::tie(has_text, links, headings, first_paragraph, other_ids, words_key);
}
/// Without what was given.
auto fields(Like<Origin> auto& origin) {
  auto& [file, path, slug, language, is_bundle, given, front_matter] = origin;
  return std::tie(file, path, slug, language, is_bundle, front_matter);
}
auto fields(Like<Member> auto& member) {
  auto& [name, url, country, role] = member;
  return std::tie(name, url, country, role);
}
auto fields(Like<Document> auto& document) {
  auto& [title, url, file, date, language] = document;
  return std::tie(title, url, file, date, language);
}
auto fields(Like<Project> auto& project) {
  auto& [title, url, cordis, programme] = project;
  return std::tie(title, url, cordis, programme);
}
auto fields(Like<Discussion> auto& discussion) {
  auto& [title, url, date, replies] = discussion;
  return std::tie(title, url, date, replies);
}
auto fields(Like<Contact> auto& contact) {
  auto& [name, email, url] = contact;
  return std::tie(name, email, url);
}
auto fields(Like<Image> auto& image) {
  auto& [src, alt] = image;
  return std::tie(src, alt);
}
auto fields(Like<Target> auto& target) {
  auto& [value, unit, by] = target;
  return std::tie(value, unit, by);
}
auto fields(Like<Milestone> auto& milestone) {
  auto& [date, title, value, url] = milestone;
  return std::tie(date, title, value, url);
}
template <typename T>
concept AnyFigure = Like<T, Figure<Member>> || Like<T, Figure<Document>> ||
    Like<T, Figure<Project>> || Like<T, Figure<Discussion>>;
auto fields(AnyFigure auto& figure) {
  auto& [count, entries] = figure;
  return std::tie(count, entries);
}
auto fields(Like<Initiative> auto& page) {
  auto& [origin, title, cluster, goal, summary, members, documents, projects, discussions, topics,
         countries, status, start, end, updated, reviewed, website, contact, image, related,
         also_in, target, milestones, aliases, weight, draft, extra] = page;
  return std::tie(origin, title, cluster, goal, summary, members, documents, projects, discussions,
                  topics, countries, status, start, end, updated, reviewed, website, contact, image,
                  related, also_in, target, milestones, aliases, weight, draft, extra);
}
auto fields(Like<Cluster> auto& page) {
  auto& [origin, title, summary, weight, image, aliases, draft, extra] = page;
  return std::tie(origin, title, summary, weight, image, aliases, draft, extra);
}
auto fields(Like<FreePage> auto& page) {
  auto& [origin, title, summary, weight, menu, draft, extra] = page;
  return std::tie(origin, title, summary, weight, menu, draft, extra);
}
auto fields(Like<LanguageSettings> auto& settings) {
  auto& [code, name, title, description] = settings;
  return std::tie(code, name, title, description);
}
auto fields(Like<Repository> auto& repository) {
  auto& [url, branch, content] = repository;
  return std::tie(url, branch, content);
}
auto fields(Like<OpenData> auto& open_data) {
  auto& [publisher, publisher_url, license] = open_data;
  return std::tie(publisher, publisher_url, license);
}
auto fields(Like<Settings> auto& settings) {
  auto& [title, description, base_url, theme, default_language, languages, repository, open_data,
         initiatives_per_page, teaser_length, feed_length, extra] = settings;
  return std::tie(title, description, base_url, theme, default_language, languages, repository,
                  open_data, initiatives_per_page, teaser_length, feed_length, extra);
}

namespace {

/// Where a page comes from; null for what is no page. `File` is a ParsedFile, const or not.
template <typename File>
auto* origin_of(File& file) {
  using Found = decltype(&(*std::get_if<Boxed<Initiative>>(&file.noun))->origin);
  return std::visit(
      [](auto& noun) -> Found {
        if constexpr (requires { noun->origin; }) {
          return &noun->origin;
        } else {
          return nullptr;
        }
      },
      file.noun);
}

/// Whether the gaps of the links lie in the markup, one after the other.
bool are_gaps_of(const std::vector<Link>& links, std::size_t markup_size) {
  const auto follows = [](const Link& a, const Link& b) { return a.at > b.at; };
  return std::adjacent_find(links.begin(), links.end(), follows) == links.end() &&
         (links.empty() || links.back().at <= markup_size);
}

}  // namespace

ParsedBytes encode(const ParsedFile& file, const Diagnostics& diagnostics) {
  ParsedBytes bytes;
  ByteWriter(bytes.head).write(file.noun, file.body, diagnostics.list());
  if (const Origin* origin = origin_of(file)) ByteWriter(bytes.given).write(origin->given);
  const BodyText& text = file.body.text;
  bytes.text.reserve(text.html.markup().size() + text.plain_text.size() + 8);
  ByteWriter(bytes.text).write(text.html.markup(), text.plain_text);
  return bytes;
}

std::optional<ParsedFile> decode_head(std::string_view head, Diagnostics& diagnostics) {
  ByteReader in(head);
  std::optional<ParsedFile> file(std::in_place);
  std::vector<Diagnostic> told;
  in.read(file->noun, file->body, told);
  if (!in.is_whole()) return std::nullopt;
  for (Diagnostic& diagnostic : told) diagnostics.add(std::move(diagnostic));
  return file;
}

bool decode_given(std::string_view given, ParsedFile& file) {
  Origin* const origin = origin_of(file);
  if (origin == nullptr) return given.empty();
  ByteReader in(given);
  in.read(origin->given);
  return in.is_whole();
}

bool decode_text(std::string_view text, Body& body) {
  ByteReader in(text);
  std::string markup;
  std::string plain_text;
  in.read(markup, plain_text);
  if (!in.is_whole() || !are_gaps_of(body.links, markup.size())) return false;
  body.text = {Html(std::move(markup)), std::move(plain_text)};
  return true;
}

Hash128 hash_of_seen(const ParsedFile& file) {
  std::string bytes;
  const Body& body = file.body;
  ByteWriter(bytes, Places::left_out)
      .write(file.noun, body.has_text, body.headings, body.first_paragraph, body.other_ids);
  return hash128(bytes);
}

Hash128 hash_of_links(const Body& body) {
  std::string bytes;
  ByteWriter(bytes, Places::left_out).write(body.links);
  return hash128(bytes);
}

}  // namespace lamppost
