#include "toml/mended_copy.h"

#include <algorithm>
#include <utility>

#include "toml/mend.h"
#include "toml/toml_repetition.h"
#include "toml/toml_scan.h"

namespace lamppost {
namespace {

/// A statement with more mistakes than these is taken out.
constexpr int most_in_statement = 8;

/// Whether a text of several lines goes on to the document's end.
bool swallows_the_rest(const MistakePlace& place) {
  if (!place.scan.text || place.stop < place.area.end) return false;
  const auto quote = *place.scan.text;
  return place.slice(quote, quote + 3) == std::string(3, place.bytes[quote]);
}

/// Where the statement begins that has a byte.
std::uint32_t statement_of(const MistakePlace& place, std::uint32_t at) {
  // Where the parser stopped in front of a statement, the scan has not seen it.
  const auto line = place.line_begin(at);
  if (at >= place.stop && at < place.area.end && trimmed(place.slice(line, at)).empty()) return at;
  const auto& all = place.scan.statements;
  const auto after = std::upper_bound(all.begin(), all.end(), at);
  return after == all.begin() ? line : *(after - 1);
}

}  // namespace

MendedCopy::MendedCopy(const SourceText& original, Span region)
    : text_{original.path, original.bytes.substr(0, region.end), {0}}, region_(region) {
  sources_.reserve(region.size() + 1);
  for (auto at = region.begin; at <= region.end; ++at) sources_.push_back({at});
}

void MendedCopy::mend(const Diagnostic& told, const MistakePlace& place) {
  const auto statement = statement_of(place, told.where.begin);
  if (statement != std::exchange(last_statement_, statement)) mended_in_statement_ = 0;
  if (told.fix && told.is_certain && ++mended_in_statement_ <= most_in_statement) {
    replace(told.fix->where, told.fix->text);
  } else {
    take_out(statement, place, told);
  }
}

void MendedCopy::cut(const Diagnostic& told, const MistakePlace& place) {
  replace({statement_of(place, told.where.begin), region_.end}, "");
  is_whole_ = false;
}

void MendedCopy::take_out(std::uint32_t begin, const MistakePlace& place, const Diagnostic& told) {
  if (begin >= region_.end) return;
  const Span statement{begin, end_of(begin, place, told)};
  // Which table the keys below a header belong to is not known.
  if (text_.bytes[begin] == '[' || swallows_the_rest(place)) is_whole_ = false;
  const auto key = toml_key(place.bytes, begin);
  const bool is_key_right = place.stop >= key.end && !is_repetition(place);
  if (has_value(key) && is_key_right) {
    replace_value(statement, key.end);
  } else {
    replace(statement, "");
  }
}

/// Leaves the key, so that nobody misses it, with a value that is not read.
void MendedCopy::replace_value(Span statement, std::uint32_t key_end) {
  replace({key_end, statement.end}, "=0\n");
  sources_[key_end + 1 - region_.begin].is_unread = true;
}

void MendedCopy::replace(Span where, std::string_view with) {
  // What stays the same keeps its place.
  const auto old = std::string_view(text_.bytes).substr(where.begin, where.size());
  const auto before = std::mismatch(old.begin(), old.end(), with.begin(), with.end());
  const auto same = static_cast<std::uint32_t>(before.first - old.begin());
  where.begin += same;
  with.remove_prefix(same);
  while (where.size() > 0 && !with.empty() && text_.bytes[where.end - 1] == with.back()) {
    --where.end;
    with.remove_suffix(1);
  }
  const auto first = sources_.begin() + (where.begin - region_.begin);
  if (where.size() == 0 && with.empty()) return;
  const Source put_in{first->at, ++edits_};
  const auto rest = sources_.erase(first, first + where.size());
  sources_.insert(rest, with.size(), put_in);
  text_.bytes.replace(where.begin, where.size(), with);
  region_.end = static_cast<std::uint32_t>(text_.bytes.size());
}

std::string_view MendedCopy::line_at(std::uint32_t begin) const {
  return std::string_view(text_.bytes).substr(begin, next_line(begin) - begin);
}

std::uint32_t MendedCopy::next_line(std::uint32_t at) const {
  const auto newline = text_.bytes.find('\n', at);
  return newline == std::string::npos ? region_.end : static_cast<std::uint32_t>(newline + 1);
}

/// Whether what follows a key is its `=`, what people write instead, or the value at once.
bool MendedCopy::has_value(const TomlKey& key) const {
  constexpr std::string_view signs = "=:\"'[{0123456789";
  const auto sign = text_.bytes.find_first_not_of(" \t", key.end);
  return !key.parts.empty() && sign != std::string::npos &&
         signs.find(text_.bytes[sign]) != std::string_view::npos;
}

/// Whether a line is a header, or begins with a key and its value, or has words before `=`. Running
/// text has none of these.
bool MendedCopy::begins_statement(std::uint32_t line) const {
  const std::string_view bytes = text_.bytes;
  const auto at = bytes.find_first_not_of(" \t[", line);
  if (at >= region_.end) return false;
  const auto key = toml_key(bytes, static_cast<std::uint32_t>(at));
  if (trimmed(line_at(line)).starts_with('[')) {
    const auto rest = trimmed(line_at(key.end));
    return !key.parts.empty() && (rest.empty() || rest == "]" || rest == "]]");
  }
  return has_value(key) || key_of_words(line_at(line)).has_value();
}

std::uint32_t MendedCopy::next_statement(std::uint32_t at) const {
  do at = next_line(at);
  while (at < region_.end && !begins_statement(at));
  return at;
}

std::uint32_t MendedCopy::next_header(std::uint32_t at) const {
  do at = next_statement(at);
  while (at < region_.end && !trimmed(line_at(at)).starts_with('['));
  return at;
}

/// Where the statement that has a mistake ends, as far as can be told: at a line's beginning.
std::uint32_t MendedCopy::end_of(std::uint32_t statement, const MistakePlace& place,
                                 const Diagnostic& told) const {
  const std::string_view bytes = text_.bytes;
  if (bytes[statement] == '[') return next_header(statement);
  if (swallows_the_rest(place)) return region_.end;
  auto last = std::max(statement, told.where.begin);
  if (!place.scan.open.empty() && bytes[place.scan.open.back()] == '{') {
    const auto brace = bytes.find('}', place.scan.open.back());
    if (brace != std::string_view::npos) last = std::max(last, static_cast<std::uint32_t>(brace));
  }
  // A text of several lines may have lines like statements.
  const auto value = bytes.find_first_not_of(" \t=", toml_key(bytes, statement).end);
  if (value != std::string_view::npos && (bytes[value] == '"' || bytes[value] == '\''))
    last = std::max(last, toml_text(bytes, static_cast<std::uint32_t>(value), region_.end).end - 1);
  return next_statement(last);
}

// --- back to the original ---

Span MendedCopy::origin(Span where) const {
  const auto source = [this](std::uint32_t at) {
    return sources_[std::clamp(at, region_.begin, region_.end) - region_.begin].at;
  };
  const auto begin = source(where.begin);
  auto last = where.end;
  // What was put in has no end of its own: its end is that of what was there.
  while (where.size() > 0 && last < region_.end && source(last) <= begin) ++last;
  return {begin, std::max(begin, source(last))};
}

/// Whether nothing that was put in lies on both sides.
bool MendedCopy::is_seam(std::uint32_t at) const {
  if (at <= region_.begin || at >= region_.end) return true;
  const auto edit = sources_[at - region_.begin].edit;
  return edit == 0 || edit != sources_[at - 1 - region_.begin].edit;
}

bool MendedCopy::has_origin(Span where) const { return is_seam(where.begin) && is_seam(where.end); }

/// Whether a range and the bytes at its ends are as in the original.
bool MendedCopy::is_original(Span where) const {
  const auto from = where.begin > region_.begin ? where.begin - 1 : where.begin;
  for (auto at = from; at < where.end && at < region_.end; ++at) {
    const auto& here = sources_[at - region_.begin];
    if (here.edit != 0 || sources_[at + 1 - region_.begin].at != here.at + 1) return false;
  }
  return true;
}

Diagnostic MendedCopy::in_original(Diagnostic told) const {
  if (told.fix && !is_original(told.fix->where)) {
    told.fix.reset();
    told.is_certain = false;
  }
  if (told.fix) told.fix->where = origin(told.fix->where);
  told.where = origin(told.where);
  for (Note& note : told.notes) note.where = origin(note.where);
  return told;
}

ValueMap MendedCopy::in_original(ValueMap map) const {
  static_cast<void>(move(map));
  return map;
}

/// False where a key has no place of its own.
bool MendedCopy::move(ValueMap& map) const {
  bool has_places = true;
  for (Field& field : map) {
    const bool is_read = !sources_[field.value.where.begin - region_.begin].is_unread;
    has_places = has_places && has_origin(field.key_where);
    field.key_where = origin(field.key_where);
    const bool has_value = move(field.value) && is_read;
    if (!has_value) field.value.data = Unread{};
  }
  return has_places;
}

/// False where a value, or one in it, has no place of its own.
bool MendedCopy::move(Value& value) const {
  bool has_places = has_origin(value.where);
  if (auto* const list = std::get_if<ValueList>(&value.data)) {
    for (Value& item : *list) has_places = move(item) && has_places;
  } else if (auto* const map = std::get_if<ValueMap>(&value.data)) {
    has_places = move(*map) && has_places;
  }
  value.where = origin(value.where);
  return has_places;
}

}  // namespace lamppost
