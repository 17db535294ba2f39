#include "exchange/export.h"

#include "exchange/csv_writer.h"
#include "exchange/json_pages.h"
#include "keys/conform.h"
#include "parse/clean_text.h"
#include "parse/front_matter.h"
#include "toml/toml.h"

namespace lamppost {
namespace {

/// Without one line's end before it and one after it, which `file_of` writes again.
std::string_view bare_body(std::string_view body) {
  if (body.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  if (body.starts_with("\r\n")) body.remove_prefix(1);
  if (body.starts_with('\n')) body.remove_prefix(1);
  if (body.ends_with('\n')) body.remove_suffix(1);
  if (body.ends_with('\r')) body.remove_suffix(1);
  return body;
}

}  // namespace

std::optional<PageRecord> record_of(const SourceFile& file, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::error);
  const auto text = clean_text(file.text, diagnostics);
  const auto parts = text ? split_page(*text, diagnostics) : std::nullopt;
  if (!parts) return std::nullopt;
  const auto written = parse_toml(*text, parts->front_matter, diagnostics);
  if (!written) return std::nullopt;
  PageRecord page;
  page.role = file.entry.role;
  page.slug = file.entry.slug;
  page.language = file.entry.language;
  page.is_bundle = file.entry.is_bundle;
  const ConformContext context{*text, "front matter", parts->front_matter, !page.language.empty()};
  page.keys = conform(*written, keys_of(page.role), context, diagnostics);
  sort_keys(page);
  page.body =
      bare_body(std::string_view(text->bytes).substr(parts->body.begin, parts->body.size()));
  if (diagnostics.count(Severity::error) > before) return std::nullopt;
  return page;
}

std::string exported(std::span<const PageRecord> pages, PageFormat format) {
  return format == PageFormat::csv ? csv_of(pages) : json_of(pages);
}

}  // namespace lamppost
