#include "parse/content.h"

#include <string>
#include <utility>

#include "keys/keyed_toml.h"
#include "keys/keys.h"
#include "markdown/markdown.h"
#include "parse/clean_text.h"
#include "parse/front_matter.h"
#include "parse/nouns.h"
#include "parse/settings.h"
#include "parse/unfinished.h"

namespace lamppost {
namespace {

Origin origin_of(const SourceEntry& entry) {
  Origin origin;
  origin.file = entry.file;
  origin.path = entry.path;
  origin.slug = entry.slug;
  origin.language = entry.language;
  origin.is_bundle = entry.is_bundle;
  return origin;
}

std::span<const Key> keys_of(FileRole role) {
  if (role == FileRole::initiative) return initiative_keys();
  return role == FileRole::cluster ? cluster_keys() : free_page_keys();
}

/// False where it has syntax errors.
bool read_front_matter(Origin& origin, const SourceText& text, Span region, FileRole role,
                       Diagnostics& diagnostics) {
  origin.front_matter = region;
  const ConformContext context{text, "front matter", region, !origin.language.empty()};
  auto conformed = read_and_conform(keys_of(role), context, diagnostics);
  origin.given = std::move(conformed.right);
  return conformed.is_read;
}

/// A page that could not be read is still there: others may name it, and need not be told that it
/// does not exist.
void make_noun(ParsedFile& parsed, Origin origin, FileRole role) {
  if (role == FileRole::initiative) {
    parsed.noun = initiative_from(std::move(origin));
  } else if (role == FileRole::cluster) {
    parsed.noun = cluster_from(std::move(origin));
  } else {
    parsed.noun = free_page_from(std::move(origin));
  }
}

ParsedFile parse_page(const SourceEntry& entry, const SourceText& text, Diagnostics& diagnostics) {
  ParsedFile parsed;
  auto origin = origin_of(entry);
  bool is_read = false;
  if (const auto parts = split_page(text, diagnostics)) {
    is_read = read_front_matter(origin, text, parts->front_matter, entry.role, diagnostics);
    check_placeholders(origin, diagnostics);
    parsed.body = parse_markdown(text, parts->body, diagnostics);
    check_placeholders(text, parts->body, diagnostics);
  }
  make_noun(parsed, std::move(origin), entry.role);
  if (const auto* const initiative = std::get_if<Boxed<Initiative>>(&parsed.noun)) {
    check_dates(**initiative, diagnostics);
    if (is_read) check_goal(**initiative, parsed.body, diagnostics);
  }
  return parsed;
}

ParsedFile parse_clean(const SourceEntry& entry, const SourceText& text, Diagnostics& diagnostics) {
  if (entry.role != FileRole::settings) return parse_page(entry, text, diagnostics);
  return {parse_settings({entry, text}, diagnostics), {}};
}

}  // namespace

ParsedFile parse_file(const SourceFile& file, Diagnostics& diagnostics) {
  const auto role = file.entry.role;
  // `read` refuses what is too large and has said so.
  const bool was_refused = file.text.bytes.empty() && file.entry.size > 0;
  if (role == FileRole::theme || was_refused) return unparsed_file(file.entry);
  if (is_clean(file.text.bytes)) return parse_clean(file.entry, file.text, diagnostics);
  const auto clean = clean_text(file.text, diagnostics);
  return clean ? parse_clean(file.entry, *clean, diagnostics) : unparsed_file(file.entry);
}

ParsedFile unparsed_file(const SourceEntry& entry) {
  ParsedFile parsed;
  if (entry.role == FileRole::settings) {
    parsed.noun = Settings{};
  } else if (entry.role != FileRole::theme) {
    make_noun(parsed, origin_of(entry), entry.role);
  }
  return parsed;
}

}  // namespace lamppost
