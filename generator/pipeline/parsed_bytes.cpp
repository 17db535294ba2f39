#include "pipeline/parsed_bytes.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "parse/nouns.h"
#include "pipeline/bytes.h"

namespace lamppost {

// What the enumerations and structs of a parsed file are made of; found by bytes.h.

constexpr LinkKind last_of(LinkKind /*type*/) { return LinkKind::image; }

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
  auto& [text, has_text, links, headings, first_paragraph, other_ids, text_key, page_key, file] =
      body;
  return std::tie(has_text, links, headings, first_paragraph, other_ids);
}
auto fields(Like<Origin> auto& origin) {
  auto& [file, path, slug, language, is_bundle, given, front_matter] = origin;
  return std::tie(file, path, slug, language, is_bundle, given, front_matter);
}
auto fields(Like<LanguageSettings> auto& settings) {
  auto& [code, name, title, description] = settings;
  return std::tie(code, name, title, description);
}
auto fields(Like<Repository> auto& repository) {
  auto& [url, branch, content] = repository;
  return std::tie(url, branch, content);
}
auto fields(Like<Settings> auto& settings) {
  auto& [title, description, base_url, theme, default_language, languages, repository,
         initiatives_per_page, teaser_length, feed_length, extra] = settings;
  return std::tie(title, description, base_url, theme, default_language, languages, repository,
                  initiatives_per_page, teaser_length, feed_length, extra);
}

namespace {

/// Which noun a file became, as bytes have it.
enum class Kind : std::uint8_t { none, settings, initiative, cluster, free_page };
constexpr Kind last_of(Kind /*type*/) { return Kind::free_page; }

/// A page's noun is made of its origin and nothing else (parse/nouns.h), so that is all it takes.
class NounWriter {
 public:
  explicit NounWriter(ByteWriter& out) : out_(out) {}

  void operator()(std::monostate /*nothing*/) { out_.write(Kind::none); }
  void operator()(const Settings& settings) { out_.write(Kind::settings, settings); }
  void operator()(const Initiative& page) { out_.write(Kind::initiative, page.origin); }
  void operator()(const Cluster& page) { out_.write(Kind::cluster, page.origin); }
  void operator()(const FreePage& page) { out_.write(Kind::free_page, page.origin); }

 private:
  ByteWriter& out_;
};

void read_noun(ByteReader& in, ParsedFile& file) {
  Kind kind{};
  in.read(kind);
  if (kind == Kind::none) return;
  if (kind == Kind::settings) return in.read(file.noun.emplace<Settings>());
  Origin origin;
  in.read(origin);
  if (kind == Kind::initiative) {
    file.noun = initiative_from(std::move(origin));
  } else if (kind == Kind::cluster) {
    file.noun = cluster_from(std::move(origin));
  } else {
    file.noun = free_page_from(std::move(origin));
  }
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
  ByteWriter head(bytes.head);
  std::visit(NounWriter(head), file.noun);
  head.write(file.body, diagnostics.list());
  const BodyText& text = file.body.text;
  bytes.text.reserve(text.html.markup().size() + text.plain_text.size() + 8);
  ByteWriter(bytes.text).write(text.html.markup(), text.plain_text);
  return bytes;
}

std::optional<ParsedFile> decode_head(std::string_view head, Diagnostics& diagnostics) {
  ByteReader in(head);
  std::optional<ParsedFile> file(std::in_place);
  std::vector<Diagnostic> told;
  read_noun(in, *file);
  in.read(file->body, told);
  if (!in.is_whole()) return std::nullopt;
  for (Diagnostic& diagnostic : told) diagnostics.add(std::move(diagnostic));
  return file;
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
  ByteWriter out(bytes, Places::left_out);
  std::visit(NounWriter(out), file.noun);
  const Body& body = file.body;
  out.write(body.has_text, body.headings, body.first_paragraph, body.other_ids);
  return hash128(bytes);
}

Hash128 hash_of_links(const Body& body) {
  std::string bytes;
  ByteWriter(bytes, Places::left_out).write(body.links);
  return hash128(bytes);
}

}  // namespace lamppost
