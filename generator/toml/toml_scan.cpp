#include "toml/toml_scan.h"

#include <algorithm>
#include <utility>

namespace lamppost {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

std::uint32_t past_blanks(std::string_view bytes, std::uint32_t at) {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  return at;
}

std::uint32_t line_end(std::string_view bytes, std::uint32_t at) {
  const auto end = std::min(bytes.find('\n', at), bytes.size());
  return static_cast<std::uint32_t>(end > at && bytes[end - 1] == '\r' ? end - 1 : end);
}

TomlText text_of_lines(std::string_view bytes, std::uint32_t at, std::uint32_t region_end) {
  const char quote = bytes[at];
  for (auto i = at + 3; i < region_end; ++i) {
    if (bytes[i] == '\\' && quote == '"') {
      ++i;
    } else if (bytes.substr(i, 3) == bytes.substr(at, 3)) {
      i += 3;
      // Up to two quotes may belong to the text itself: """He said "yes""""".
      for (int more = 0; more < 2 && i < region_end && bytes[i] == quote; ++more) ++i;
      return {std::min(i, region_end), i <= region_end};
    }
  }
  return {region_end, false};
}

/// The loop of `scan_toml`, one step for each token.
class Scanner {
 public:
  Scanner(std::string_view bytes, std::uint32_t begin, std::uint32_t stop)
      : bytes_(bytes.substr(0, stop)), at_(begin), stop_(stop) {}

  TomlScan run() {
    while (at_ < stop_ && !found_.too_deep && !found_.text) step();
    if (begins_value_) found_.value = at_;
    return std::move(found_);
  }

 private:
  void step() {
    const char c = bytes_[at_];
    if (is_blank(c) || c == '\r') {
      ++at_;
    } else if (c == '\n') {
      at_line_end();
    } else if (c == '#') {
      at_ = line_end(bytes_, at_);
    } else {
      token(c);
    }
  }

  void at_line_end() {
    ++at_;
    dots_ = 0;
    if (found_.open.empty() || in_header_) {  // a header does not go on in the next line
      found_.open.clear();
      in_header_ = false;
      begins_statement_ = true;
    }
  }

  void token(char c) {
    if (begins_statement_) {
      found_.statements.push_back(at_);
      in_header_ = c == '[';
      begins_statement_ = false;
      begins_value_ = false;
    }
    if (begins_value_ && c != ']' && c != '}') found_.value = at_;
    begins_value_ = false;
    if (is_bare(c)) {
      while (at_ < stop_ && is_bare(bytes_[at_])) ++at_;
      return;
    }
    if (c == '"' || c == '\'') return quoted();
    if (c == '[' || c == '{') found_.open.push_back(at_);
    if ((c == ']' || c == '}') && !found_.open.empty()) found_.open.pop_back();
    if (c == '.') ++dots_;
    if (c == '=' || c == ',' || c == '[' || c == '{') {
      dots_ = 0;
      begins_value_ = !in_header_;
    }
    if (dots_ >= max_toml_depth || found_.open.size() > max_toml_depth) found_.too_deep = at_;
    ++at_;
  }

  void quoted() {
    const auto text = toml_text(bytes_, at_, stop_);
    if (!text.closed && text.end == stop_) found_.text = at_;
    at_ = text.end;
  }

  std::string_view bytes_;
  std::uint32_t at_;
  std::uint32_t stop_;
  std::size_t dots_ = 0;  // of the key or number that is being read
  bool begins_statement_ = true;
  bool begins_value_ = false;
  bool in_header_ = false;
  TomlScan found_;
};

}  // namespace

TomlText toml_text(std::string_view bytes, std::uint32_t at, std::uint32_t region_end) {
  const char quote = bytes[at];
  const auto here = bytes.substr(at, std::min<std::size_t>(3, region_end - at));
  if (here.size() == 3 && here[1] == quote && here[2] == quote)
    return text_of_lines(bytes, at, region_end);
  for (auto i = at + 1; i < region_end && bytes[i] != '\n'; ++i) {
    if (bytes[i] == '\\' && quote == '"' && i + 1 < region_end && bytes[i + 1] != '\n') {
      ++i;
    } else if (bytes[i] == quote) {
      return {i + 1, true};
    }
  }
  return {std::min(line_end(bytes, at), region_end), false};
}

TomlScan scan_toml(std::string_view bytes, Span region, std::uint32_t stop) {
  return Scanner(bytes, region.begin, stop).run();
}

TomlKey toml_key(std::string_view bytes, std::uint32_t at) {
  TomlKey key{{}, at};
  while (at < bytes.size()) {
    auto end = at;
    if (bytes[at] == '"' || bytes[at] == '\'') {
      const auto text = toml_text(bytes, at, line_end(bytes, at));
      if (!text.closed) break;
      end = text.end;
      key.parts.emplace_back(bytes.substr(at + 1, end - at - 2));
    } else {
      while (end < bytes.size() && is_bare(bytes[end])) ++end;
      if (end == at) break;
      key.parts.emplace_back(bytes.substr(at, end - at));
    }
    key.end = end;
    at = past_blanks(bytes, end);
    if (at >= bytes.size() || bytes[at] != '.') break;
    at = past_blanks(bytes, at + 1);
  }
  return key;
}

bool toml_key_has_equals(std::string_view bytes, std::uint32_t at) {
  const auto end = past_blanks(bytes, toml_key(bytes, at).end);
  return end > at && end < bytes.size() && bytes[end] == '=';
}

Span toml_key_before(std::string_view bytes, Span region) {
  auto end = region.end;
  while (end > region.begin &&
         std::string_view(" \t\r\n=").find(bytes[end - 1]) != std::string_view::npos)
    --end;
  auto begin = end;
  while (begin > region.begin &&
         std::string_view(" \t\r\n,{[=").find(bytes[begin - 1]) == std::string_view::npos)
    --begin;
  return {begin, end};
}

bool are_toml_texts(std::string_view bytes, Span region) {
  for (auto at = region.begin;;) {
    at = past_blanks(bytes, at);
    if (at >= region.end || (bytes[at] != '"' && bytes[at] != '\'')) return false;
    const auto text = toml_text(bytes, at, region.end);
    if (!text.closed) return false;
    at = past_blanks(bytes, text.end);
    if (at >= region.end) return true;
    if (bytes[at++] != ',') return false;
  }
}

Span toml_header(std::string_view bytes, std::uint32_t at) {
  auto i = at;
  while (i < bytes.size() && (bytes[i] == '[' || is_blank(bytes[i]))) ++i;
  i = past_blanks(bytes, toml_key(bytes, i).end);
  if (i >= bytes.size() || bytes[i] != ']') return {at, line_end(bytes, at)};
  ++i;
  if (bytes.substr(at, 2) == "[[" && i < bytes.size() && bytes[i] == ']') ++i;
  return {at, i};
}

std::string toml_name(std::string_view bytes, std::uint32_t statement) {
  auto at = statement;
  while (at < bytes.size() && (bytes[at] == '[' || is_blank(bytes[at]))) ++at;
  std::string name;
  for (const auto& part : toml_key(bytes, at).parts) name += (name.empty() ? "" : ".") + part;
  return name;
}

std::optional<Span> toml_said_before(std::string_view bytes,
                                     std::span<const std::uint32_t> statements,
                                     std::uint32_t second) {
  std::string table;
  std::vector<std::pair<std::string, std::uint32_t>> said;
  for (const auto begin : statements) {
    if (begin >= second) break;
    const bool is_header = bytes[begin] == '[';
    if (is_header) table = toml_name(bytes, begin) + '.';
    said.emplace_back(is_header ? toml_name(bytes, begin) : table + toml_name(bytes, begin), begin);
  }
  const auto wanted =
      bytes[second] == '[' ? toml_name(bytes, second) : table + toml_name(bytes, second);
  const auto first = std::find_if(said.rbegin(), said.rend(),
                                  [&](const auto& entry) { return entry.first == wanted; });
  if (first == said.rend()) return std::nullopt;
  const auto begin = first->second;
  if (bytes[begin] == '[') return toml_header(bytes, begin);
  return Span{begin, toml_key(bytes, begin).end};
}

}  // namespace lamppost
