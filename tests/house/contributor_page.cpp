#include "contributor_page.h"

#include <span>
#include <stdexcept>
#include <string_view>

#include "diagnostics/codes.h"
#include "keys/keys.h"
#include "repository.h"
#include "support/case_file.h"

namespace lamppost::test {
namespace {

/// What goes between backticks in a cell of a table; a backtick in it needs two around it.
std::string code_cell(const std::string& text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c;
  }
  return text.find('`') == std::string::npos ? "`" + cell + "`" : "`` " + cell + " ``";
}

/// Text of ours, which has its own backticks, in a cell.
std::string text_cell(const std::string& text) {
  std::string cell;
  bool is_code = false;
  for (const char c : text) {
    is_code = is_code != (c == '`');
    if (c == '|' || (!is_code && (c == '<' || c == '['))) cell += '\\';
    cell += c;
  }
  return cell;
}

std::string kind_of_one(KeyType type) {
  switch (type) {
    case KeyType::integer:
      return "whole number";
    case KeyType::number:
      return "number";
    case KeyType::count:
      return "whole number, 0 or more";
    case KeyType::boolean:
      return "`true` or `false`";
    case KeyType::date:
      return "date, as `2026-11-22`";
    case KeyType::slug:
      return "name of a page's file, without `.md`";
    case KeyType::country:
      return "two-letter code of a country";
    case KeyType::language:
      return "code of a language, as `fr`";
    case KeyType::url:
      return "web address with `https://`";
    case KeyType::email:
      return "e-mail address";
    case KeyType::digits:
      return "digits";
    case KeyType::file:
      return "name of a file beside the page";
    case KeyType::site_path:
      return "address on this site, as `/name/`";
    case KeyType::free_table:
      return "anything";
    default:
      return "text";
  }
}

std::string kind_of(const Key& key) {
  const std::string name(key.name);
  switch (key.type) {
    case KeyType::choice: {
      std::string choices;
      for (const std::string_view choice : key.choices) {
        choices += (choices.empty() ? "`\"" : " or `\"") + std::string(choice) + "\"`";
      }
      return choices;
    }
    case KeyType::list:
      return "list, each: " + kind_of_one(key.item);
    case KeyType::table:
      return "`[" + name + "]`, see below";
    case KeyType::tables:
      return "one `[[" + name + "]]` for each, see below";
    case KeyType::figure:
      return "whole number, or one `[[" + name + "]]` for each, see below";
    case KeyType::named_tables:
      return "one `[" + name + ".…]` for each, see below";
    case KeyType::count:
      return "whole number, " + std::to_string(key.least) + " or more";
    default:
      return kind_of_one(key.type);
  }
}

std::string table_of(std::span<const Key> keys) {
  std::string rows = "| key | what to write | meaning | example |\n| --- | --- | --- | --- |\n";
  for (const Key& key : keys) {
    rows += "| `" + std::string(key.name) + "` | " + text_cell(kind_of(key)) +
            (key.required ? ", **required**" : "") + " | " + text_cell(std::string(key.help)) +
            " | " + code_cell(std::string(key.example)) + " |\n";
  }
  return rows;
}

std::string header_of(const Key& key) {
  const std::string name(key.name);
  if (key.type == KeyType::table) return "[" + name + "]";
  return key.type == KeyType::named_tables ? "[" + name + ".fr]" : "[[" + name + "]]";
}

/// The keys of a page, then those of its tables.
std::string reference_of(std::span<const Key> keys) {
  std::string text = table_of(keys);
  for (const Key& key : keys) {
    if (!key.children.empty())
      text += "\nBelow `" + header_of(key) + "`:\n\n" + table_of(key.children);
  }
  return text;
}

std::string codes_reference() {
  std::string rows = "| code | says that | |\n| --- | --- | --- |\n";
  for (const CodeInfo& code : codes()) {
    rows += "| `" + std::string(code.name) + "` | " + std::string(code.summary) + " | " +
            (code.severity == Severity::error ? "error" : "warning") + " |\n";
  }
  return rows;
}

/// What follows `mark` on the first line that begins with it; empty where none does.
std::string said_behind(const std::string& errors, const std::string& mark) {
  for (const std::string& line : lines_of(errors)) {
    const auto at = line.find(mark);
    if (at != std::string::npos && line.find_first_not_of(' ') == at)
      return line.substr(at + mark.size());
  }
  return {};
}

std::string mistakes_reference() {
  const std::string folder = "tests/golden/cases";
  const std::string beginning = "A typical mistake: ";
  std::string rows = "| mistake | the message | what it says to do |\n| --- | --- | --- |\n";
  for (const std::string& name : repository_files(folder, ".txt")) {
    if (!name.starts_with("mistake-")) continue;
    const CaseFile file = parse_case(repository_file(folder + "/" + name));
    const std::string* errors = file.find("expect errors");
    const std::string about = file.about.substr(0, file.about.rfind('.'));
    if (errors == nullptr || !about.starts_with(beginning))
      throw std::runtime_error(name + " shows no mistake");
    const std::string first = lines_of(*errors).front();
    rows += "| " + about.substr(beginning.size()) + " | " +
            text_cell(first.substr(first.find(": ") + 2)) + " | " +
            text_cell(said_behind(*errors, "= help: ")) + " |\n";
  }
  return rows;
}

}  // namespace

std::map<std::string, std::string> contributor_page_parts() {
  return {{"keys of an initiative", reference_of(initiative_keys())},
          {"keys of a cluster", reference_of(cluster_keys())},
          {"keys of a free page", reference_of(free_page_keys())},
          {"keys of site.toml", reference_of(settings_keys())},
          {"typical mistakes", mistakes_reference()},
          {"codes", codes_reference()}};
}

std::string with_parts(std::string page) {
  for (const auto& [name, text] : contributor_page_parts()) {
    const std::string begin = "<!-- " + name + ": written by `make golden` -->\n";
    const std::string end = "<!-- end of " + name + " -->\n";
    const auto first = page.find(begin);
    const auto last = page.find(end);
    if (first == std::string::npos || last == std::string::npos || last < first)
      throw std::runtime_error("content/README.md has no part " + name);
    const auto from = first + begin.size();
    page.replace(from, last - from, "\n" + text + "\n");
  }
  return page;
}

}  // namespace lamppost::test
