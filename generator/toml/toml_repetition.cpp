#include "toml/toml_repetition.h"

#include <algorithm>
#include <utility>

#include "toml/toml_scan.h"

namespace lamppost {
namespace {

Diagnostic say(const MistakePlace& place, const std::string& file, Span where, std::string message,
               std::string help) {
  auto diagnostic =
      diagnostic_at(file, Code::toml_syntax, where, std::move(message), std::move(help));
  const auto first = toml_said_before(place.bytes, place.scan.statements, where.begin);
  if (first) diagnostic.notes.push_back({"it stands here already", file, *first});
  return diagnostic;
}

/// toml++ stops at the header, or only behind its line.
Span header_of(const MistakePlace& place) {
  const auto here = toml_header(place.bytes, std::min(place.stop, place.area.end));
  const bool is_here = place.stop < place.bytes.size() && place.bytes[place.stop] == '[' &&
                       place.complains("'" + toml_name(place.bytes, place.stop) + "'");
  const auto& statements = place.scan.statements;
  const auto before = std::find_if(statements.rbegin(), statements.rend(),
                                   [&](std::uint32_t begin) { return place.bytes[begin] == '['; });
  return is_here || before == statements.rend() ? here : toml_header(place.bytes, *before);
}

Diagnostic header_twice(const MistakePlace& place, const std::string& file) {
  const auto where = header_of(place);
  const auto header = std::string(place.slice(where.begin, where.end));
  if (place.complains("existing table")) {
    return say(place, file, where, "`" + header + "` is written twice",
               "write all its keys below the first one, and delete this line");
  }
  const bool is_entry = header.starts_with("[[");
  return say(
      place, file, where,
      "`" + toml_name(place.bytes, where.begin) + "` is given twice: above, and here as `" +
          header + "`",
      is_entry ? "delete what stands above: the entries are counted" : "delete one of the two");
}

Diagnostic key_twice(const MistakePlace& place, const std::string& file) {
  // toml++ stops behind it.
  auto key = toml_key_before(place.bytes, {place.area.begin, place.stop});
  if (key.size() == 0) key = {place.stop, place.character_end(place.stop)};
  return say(place, file, key,
             "`" + std::string(place.slice(key.begin, key.end)) + "` is written twice",
             "delete one of the two");
}

}  // namespace

bool is_repetition(const MistakePlace& place) {
  return place.complains("cannot redefine") || place.complains("cannot insert");
}

std::optional<Diagnostic> explain_repetition(const MistakePlace& place, const std::string& file) {
  if (!is_repetition(place)) return std::nullopt;
  if (place.complains("table header")) return header_twice(place, file);
  if (!place.complains("as dotted")) return key_twice(place, file);
  const Span key{place.stop, toml_key(place.bytes, place.stop).end};
  return diagnostic_at(file, Code::toml_syntax, key,
                       "`" + std::string(place.slice(key.begin, key.end)) +
                           "` goes into something that has a value already",
                       "delete one of the two");
}

}  // namespace lamppost
