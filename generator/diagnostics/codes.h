#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace lamppost {

/// How bad a diagnostic is: an error stops the build, a warning does not (unless `--strict`).
enum class Severity : std::uint8_t { warning, error };

/// Every kind of thing lamppost complains about. The names in the output are those in `codes()`,
/// with hyphens; they are stable.
enum class Code : std::uint8_t {
  // files (read)
  bad_file_name,
  misplaced_file,
  symbolic_link,
  unsafe_file,
  too_large,
  too_costly,
  // text (parse)
  not_utf8,
  control_character,
  missing_front_matter,
  unclosed_front_matter,
  toml_syntax,
  // front matter, site.toml, theme.toml, strings (parse)
  unknown_key,
  wrong_type,
  missing_key,
  empty_value,
  bad_slug,
  bad_choice,
  bad_date,
  bad_country,
  bad_language,
  bad_url,
  bad_email,
  bad_number,
  bad_path,
  bad_topic,
  duplicate_value,
  dates_out_of_order,
  missing_goal,
  long_goal,
  placeholder_text,
  // Markdown (parse)
  raw_html,
  bad_scheme,
  heading_one,
  skipped_heading,
  remote_image,
  // several files (check)
  unknown_cluster,
  unknown_initiative,
  unknown_language,
  orphan_translation,
  contradicting_translation,
  dead_link,
  dead_anchor,
  missing_file,
  duplicate_address,
  duplicate_page,
  reserved_name,
  self_reference,
  similar_initiative,
  // themes (parse, render)
  missing_theme,
  theme_api,
  theme_loop,
  missing_layout,
  missing_string,
  bad_plural,
  template_syntax,
  unclosed_section,
  unknown_name,
  missing_partial,
  recursive_partial,
  changed_delimiters,
  unescaped_text,
  // what a build is compared with (data)
  bad_catalogue,
  lost_address,
  // what is imported (exchange)
  bad_csv,
  bad_json,
  existing_file,
};

inline constexpr Code last_code = Code::existing_file;

/// What is known of a code: what `lamppost explain` prints and the reference lists.
struct CodeInfo {
  Code code;
  std::string_view name;  ///< stable, with hyphens: `unknown-key`
  Severity severity;
  std::string_view summary;      ///< one line, no full stop
  std::string_view explanation;  ///< why it matters and what to do, in plain words
  std::string_view wrong;        ///< an example that gets this diagnostic
  std::string_view right;        ///< the same, put right
};

/// All codes, in the order of the enumeration.
[[nodiscard]] std::span<const CodeInfo> codes();

/// What is known of one code.
[[nodiscard]] const CodeInfo& info(Code code);

/// The code of that stable name, if there is one.
[[nodiscard]] std::optional<Code> code_named(std::string_view name);

}  // namespace lamppost
