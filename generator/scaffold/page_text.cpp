#include "scaffold/page_text.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "keys/keys.h"
#include "keys/placeholders.h"
#include "model/slug.h"

namespace lamppost {
namespace {

std::string body_of(NewPageKind kind) {
  if (kind == NewPageKind::cluster) return "## About\n\n" + std::string(prompt_for_cluster) + '\n';
  return "## About\n\n" + std::string(prompt_for_initiative) + "\n\n## What has been done\n\n- " +
         std::string(prompt_for_result) + "\n- The next one\n\n## Take part\n\n" +
         std::string(prompt_for_joining) + '\n';
}

/// A text as a TOML basic string. It has no control characters: `refusal_of` has made sure.
std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

/// A key that has to be there, with what the command line says of it, else with its example.
std::string filled_in(const Key& key, const NewPage& page) {
  const std::string name(key.name);
  if (name == "title") return name + " = " + in_quotes(page.title) + '\n';
  if (name == "cluster") return name + " = " + in_quotes(page.cluster) + '\n';
  return std::string(key.example) + '\n';
}

/// Every line with `# ` before it.
std::string as_comment(std::string_view lines) {
  std::string comment;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    comment.append(end == 0 ? "#" : "# ").append(lines.substr(0, end)).append("\n");
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return comment;
}

/// Each as a comment: what it means, then the line to use.
std::string optional_keys(std::span<const Key> keys) {
  std::string text;
  for (const Key& key : keys) {
    if (!key.required) text += '\n' + as_comment(key.help) + as_comment(key.example);
  }
  return text;
}

}  // namespace

std::string slug_of(const NewPage& page) {
  if (!page.slug.empty()) return page.slug;
  std::string slug = slug_from(page.title);
  if (slug.size() <= longest_slug) return slug;
  const std::size_t end = slug.rfind('-', longest_slug);
  slug.resize(end == std::string::npos ? longest_slug : end);
  return slug;
}

std::string page_text(const NewPage& page) {
  const bool is_cluster = page.kind == NewPageKind::cluster;
  const std::span<const Key> keys = is_cluster ? cluster_keys() : initiative_keys();
  std::string text = "+++\n";
  for (const Key& key : keys) {
    if (key.required) text += filled_in(key, page);
  }
  text += "\n# All that follows may stay out. To use a line, take the # before it away.\n";
  text += optional_keys(keys);
  text.append("+++\n\n").append(body_of(page.kind));
  return text;
}

}  // namespace lamppost
