#include "diagnostics/machine_printers.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "diagnostics/counted.h"
#include "diagnostics/display.h"

namespace lamppost {

namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

/// The text that a place lies in, where it can be shown.
const SourceText* text_of(const SourceTexts& texts, const std::string& file, bool has_place) {
  const auto found = texts.find(file);
  return has_place && found != texts.end() ? &found->second : nullptr;
}

/// JSON as text. What is not UTF-8 becomes U+FFFD; what could confuse a terminal is escaped as JSON
/// has it, so that no meaning is lost (such characters stand in strings only; C0 is escaped
/// already).
std::string dumped(const Json& json) {
  const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  safe.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const auto bytes = std::string_view(text).substr(at, character.size);
    if (character.value > 0x7E && is_confusing(character.value)) {
      safe += Json(std::string(bytes)).dump(-1, ' ', true).substr(1);
      safe.pop_back();
    } else {
      safe += bytes;
    }
    at += character.size;
  }
  safe += '\n';
  return safe;
}

/// How the repository knows a file.
std::string path_from_root(const std::string& folder, const std::string& file) {
  return file.starts_with('/') ? file : folder + file;
}

std::string percent_encoded(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'%', digits[byte >> 4U], digits[byte & 0xFU]};
}

// --- json ---

Json json_place(const Span& where, const SourceText& text) {
  const LineColumn begin = line_column(text, where.begin);
  const LineColumn end = line_column(text, where.end);
  return {{"line", begin.line},       {"column", begin.column}, {"end_line", end.line},
          {"end_column", end.column}, {"offset", where.begin},  {"end_offset", where.end}};
}

Json json_fix(const Fix& fix, bool is_certain, const SourceText* text) {
  Json json = Json::object();
  if (text != nullptr) json = json_place(fix.where, *text);
  json["text"] = fix.text;
  json["certain"] = is_certain;
  if (text != nullptr) json["lines"] = lines_after(fix, *text);
  return json;
}

Json json_note(const Note& note, const SourceTexts& texts) {
  Json json = {{"message", note.message}};
  if (note.file.empty()) return json;
  json["file"] = note.file;
  const SourceText* text = text_of(texts, note.file, true);
  if (text != nullptr) json.update(json_place(note.where, *text));
  return json;
}

Json json_diagnostic(const Diagnostic& diagnostic, const SourceTexts& texts) {
  const SourceText* text = text_of(texts, diagnostic.file, diagnostic.has_place);
  Json json = {{"severity", name_of(diagnostic.severity())},
               {"code", info(diagnostic.code).name},
               {"file", diagnostic.file}};
  if (text != nullptr) json.update(json_place(diagnostic.where, *text));
  json["message"] = diagnostic.message;
  json["help"] = diagnostic.help;
  if (diagnostic.fix) json["fix"] = json_fix(*diagnostic.fix, diagnostic.is_certain, text);
  json["notes"] = Json::array();
  for (const Note& note : diagnostic.notes) json["notes"].push_back(json_note(note, texts));
  return json;
}

// --- github ---

/// Escapes the text of a workflow command, and what else separates its properties, as
/// actions/runner undoes it (src/Runner.Common/ActionCommand.cs).
std::string command_text(std::string_view text, bool is_property) {
  std::string escaped;
  for (const char c : text) {
    const bool is_special = std::string_view("%\r\n").find(c) != std::string_view::npos;
    if (is_special || (is_property && (c == ':' || c == ','))) {
      escaped += percent_encoded(c);
    } else {
      escaped += c;
    }
  }
  return escaped;
}

/// The place as properties. The runner refuses columns where the lines differ.
std::string command_place(const Span& where, const SourceText& text) {
  const LineColumn begin = line_column(text, where.begin);
  const LineColumn end = line_column(text, where.end);
  std::string place =
      ",line=" + std::to_string(begin.line) + ",endLine=" + std::to_string(end.line);
  if (begin.line != end.line) return place;
  return place + ",col=" + std::to_string(begin.column) +
         ",endColumn=" + std::to_string(end.column);
}

/// Message, help, fix and notes as the lines of an annotation.
std::string annotation(const Diagnostic& diagnostic, const SourceText* text) {
  std::string lines = visible(diagnostic.message);
  if (!diagnostic.help.empty()) lines += "\nhelp: " + visible(diagnostic.help);
  if (diagnostic.fix && text != nullptr) {
    for (const auto& line : lines_after(*diagnostic.fix, *text)) {
      lines += "\nwrite: " + visible(line);
    }
  }
  for (const Note& note : diagnostic.notes) {
    lines += "\nnote: " + visible(note.message);
    if (!note.file.empty()) lines += " (" + visible(note.file) + ")";
  }
  return lines;
}

std::string command(const Diagnostic& diagnostic, const SourceTexts& texts,
                    const std::string& folder) {
  const SourceText* text = text_of(texts, diagnostic.file, diagnostic.has_place);
  std::string properties = "title=" + command_text(info(diagnostic.code).name, true);
  if (!diagnostic.file.empty()) {
    properties += ",file=" + command_text(visible(path_from_root(folder, diagnostic.file)), true);
  }
  if (text != nullptr) properties += command_place(diagnostic.where, *text);
  return "::" + std::string(name_of(diagnostic.severity())) + ' ' + properties +
         "::" + command_text(annotation(diagnostic, text), false) + '\n';
}

// --- gitlab ---

/// One issue of a report. GitLab shows a proposal's issues whose fingerprints its target lacks, so
/// that one must stay the same while lines move, and differ where the same is said twice.
Json gitlab_issue(const Diagnostic& diagnostic, const SourceTexts& texts, const std::string& folder,
                  std::map<std::string, int>& told) {
  const SourceText* text = text_of(texts, diagnostic.file, diagnostic.has_place);
  const std::string_view name = info(diagnostic.code).name;
  const std::string mark =
      diagnostic.file + ": " + std::string(name) + ": " + visible(diagnostic.message);
  const std::string number = std::to_string(++told[mark]);
  const std::uint32_t line = text == nullptr ? 1 : line_column(*text, diagnostic.where.begin).line;
  return {{"description", annotation(diagnostic, text)},
          {"check_name", name},
          {"fingerprint", mark + " #" + number},
          {"severity", diagnostic.severity() == Severity::error ? "major" : "minor"},
          {"location",
           {{"path", path_from_root(folder, diagnostic.file)}, {"lines", {{"begin", line}}}}}};
}

// --- sarif ---

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

/// A path as a URI reference (RFC 3986): absolute with the scheme `file`, else relative.
std::string uri_of(const std::string& path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) uri += is_unreserved(c) ? std::string(1, c) : percent_encoded(c);
  return uri;
}

Json region(const Span& where, const SourceText& text) {
  const LineColumn begin = line_column(text, where.begin);
  const LineColumn end = line_column(text, where.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

Json artifact_location(const std::string& file, const std::string& folder) {
  return {{"uri", uri_of(path_from_root(folder, file))}};
}

Json location(const std::string& file, const Span& where, const SourceText* text,
              const std::string& folder) {
  Json physical = {{"artifactLocation", artifact_location(file, folder)}};
  if (text != nullptr) physical["region"] = region(where, *text);
  return {{"physicalLocation", std::move(physical)}};
}

Json rule(const CodeInfo& code) {
  return {{"id", code.name},
          {"shortDescription", {{"text", code.summary}}},
          {"fullDescription", {{"text", code.explanation}}},
          {"help", {{"text", explain(code)}}},
          {"defaultConfiguration", {{"level", name_of(code.severity)}}}};
}

Json sarif_fix(const Diagnostic& diagnostic, const SourceText& text, const std::string& folder) {
  const Json replacement = {{"deletedRegion", region(diagnostic.fix->where, text)},
                            {"insertedContent", {{"text", diagnostic.fix->text}}}};
  const Json change = {{"artifactLocation", artifact_location(diagnostic.file, folder)},
                       {"replacements", Json::array({replacement})}};
  return {{"artifactChanges", Json::array({change})}};
}

Json related_locations(const Diagnostic& diagnostic, const SourceTexts& texts,
                       const std::string& folder) {
  Json related = Json::array();
  for (const Note& note : diagnostic.notes) {
    if (note.file.empty()) continue;
    Json place = location(note.file, note.where, text_of(texts, note.file, true), folder);
    place["message"]["text"] = note.message;
    related.push_back(std::move(place));
  }
  return related;
}

/// A result has one text: the notes without a place and the help belong to it.
std::string result_message(const Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  if (!diagnostic.help.empty()) message += "\n" + diagnostic.help;
  for (const Note& note : diagnostic.notes) {
    if (note.file.empty()) message += "\n" + note.message;
  }
  return message;
}

Json result(const Diagnostic& diagnostic, const SourceTexts& texts, const std::string& folder) {
  const SourceText* text = text_of(texts, diagnostic.file, diagnostic.has_place);
  Json json = {{"ruleId", info(diagnostic.code).name},
               {"ruleIndex", static_cast<std::size_t>(diagnostic.code)},
               {"level", name_of(diagnostic.severity())},
               {"message", {{"text", result_message(diagnostic)}}}};
  if (!diagnostic.file.empty()) {
    json["locations"] = Json::array({location(diagnostic.file, diagnostic.where, text, folder)});
  }
  Json related = related_locations(diagnostic, texts, folder);
  if (!related.empty()) json["relatedLocations"] = std::move(related);
  if (diagnostic.fix && diagnostic.is_certain && text != nullptr) {
    json["fixes"] = Json::array({sarif_fix(diagnostic, *text, folder)});
  }
  return json;
}

}  // namespace

std::string print_json(const Diagnostics& diagnostics, const SourceTexts& texts) {
  Json list = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    list.push_back(json_diagnostic(diagnostic, texts));
  }
  return dumped({{"diagnostics", std::move(list)},
                 {"errors", diagnostics.count(Severity::error)},
                 {"warnings", diagnostics.count(Severity::warning)}});
}

std::string print_github(const Diagnostics& diagnostics, const SourceTexts& texts,
                         const std::string& folder) {
  std::string commands;
  for (const Severity severity : {Severity::error, Severity::warning}) {
    for (const Diagnostic& diagnostic : diagnostics.list()) {
      if (diagnostic.severity() == severity) commands += command(diagnostic, texts, folder);
    }
  }
  if (diagnostics.empty()) return commands;
  return commands + "::notice title=lamppost::" + counted(diagnostics) +
         "; GitHub shows ten of each kind, the log and the summary show all\n";
}

std::string print_gitlab(const Diagnostics& diagnostics, const SourceTexts& texts,
                         const std::string& folder) {
  std::map<std::string, int> told;
  Json issues = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    issues.push_back(gitlab_issue(diagnostic, texts, folder, told));
  }
  return dumped(issues);
}

std::string print_sarif(const Diagnostics& diagnostics, const SourceTexts& texts,
                        const std::string& folder) {
  Json rules = Json::array();
  for (const CodeInfo& code : codes()) rules.push_back(rule(code));
  Json results = Json::array();
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    results.push_back(result(diagnostic, texts, folder));
  }
  Json driver = {{"name", "lamppost"}, {"rules", std::move(rules)}};
  Json run;
  run["tool"]["driver"] = std::move(driver);
  run["columnKind"] = "unicodeCodePoints";
  run["results"] = std::move(results);
  Json log = {{"$schema",
               "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
               "sarif-schema-2.1.0.json"},
              {"version", "2.1.0"}};
  log["runs"] = Json::array({std::move(run)});
  return dumped(log);
}

}  // namespace lamppost
