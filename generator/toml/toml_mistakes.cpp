#include "toml/toml_mistakes.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "toml/mend.h"
#include "toml/mistake_place.h"
#include "toml/toml_repetition.h"
#include "toml/toml_scan.h"

namespace lamppost {
namespace {

/// What is known of the mistake, and the answer in the making.
class Mistake : private MistakePlace {
 public:
  Mistake(const SourceText& text, Span region, std::uint32_t at, std::string_view complaint)
      : MistakePlace(text, region, at, complaint) {
    answer_.code = Code::toml_syntax;
    answer_.file = text.path;
    answer_.where = {stop, character_end(stop)};
  }

  Diagnostic explain() {
    if (auto repetition = explain_repetition(*this, answer_.file)) return std::move(*repetition);
    const bool done = list_before_a_header() || in_a_text() || odd_blank() || in_a_header() ||
                      without_equals() || without_value() || in_a_list() || in_a_table() ||
                      mark_at_the_end() || after_a_value() || wrong_value();
    if (!done) unknown();
    return std::move(answer_);
  }

 private:
  // Ways to answer; each returns true, so that the search for an explanation ends.

  bool say(Span where, std::string message, std::string help) {
    answer_.where = where;
    answer_.message = std::move(message);
    answer_.help = std::move(help);
    return true;
  }
  void suggest(Span where, std::string text) { answer_.fix = Fix{where, std::move(text)}; }
  /// Where nothing else can have been meant.
  void fix(Span where, std::string text) {
    suggest(where, std::move(text));
    answer_.is_certain = true;
  }

  // The explanations, in the order they are tried.

  bool in_a_text() {
    if (!scan.text) return false;
    const auto begin = *scan.text;
    const auto quote = std::string(1, bytes[begin]);
    const bool is_long = slice(begin, begin + 3) == std::string(3, quote[0]);
    if (is_long && stop >= area.end) {
      return say({begin, begin + 3}, "this text is not closed",
                 "end it with " + std::string(3, quote[0]));
    }
    if (at_line_end() && !is_long) return unclosed_text(begin, quote);
    if (complains("control character")) return false;
    if (complains("escape") || complains("scalar") || complains("surrogate") ||
        complains("hex digit") || complains("backslash")) {
      return bad_escape(begin);
    }
    return false;
  }

  bool unclosed_text(std::uint32_t begin, const std::string& quote) {
    const auto end = line_end(begin);
    if (const auto size = typographic_quote_at_end(slice(begin, end)); size > 0) {
      const Span mark{end - static_cast<std::uint32_t>(size), end};
      fix(mark, quote);
      return say(mark, "this text is closed by a typographic quote",
                 "close it with a straight one: `" + quote + "`");
    }
    const auto rest = slice(begin + 1, end);
    // A list or a comment may go on behind the text: then nobody knows where it ends.
    const bool is_sure = !rest.empty() && scan.open.empty() &&
                         rest.find_first_of("\\#\"'") == std::string_view::npos;
    if (is_sure) fix({end, end}, quote);
    return say({begin, std::max(end, begin + 1)}, "this text has no closing quote",
               "write `" + quote + "` where it ends; a text of several lines stands between " +
                   std::string(3, quote[0]));
  }

  /// Word and web pages write blanks that look like a space and are none.
  bool odd_blank() {
    const auto begin = line_begin(stop);
    const auto equals = bytes.find('=', begin);
    const auto found = find_odd_blank(slice(begin, line_end(begin)));
    if (found.size == 0) return false;
    const auto at = begin + static_cast<std::uint32_t>(found.at);
    if (at > equals && !trimmed(slice(static_cast<std::uint32_t>(equals) + 1, at)).empty())
      return false;
    const Span where{at, at + static_cast<std::uint32_t>(found.size)};
    fix(where, " ");
    return say(where, "this looks like a space and is another, invisible character",
               "delete it and type a plain space");
  }

  bool bad_escape(std::uint32_t begin) {
    const auto text = slice(begin + 1, static_cast<std::uint32_t>(std::min(
                                           bytes.find(bytes[begin], begin + 1), bytes.size())));
    if (const auto name = name_in_computer_path(text)) {
      const Span where{begin, begin + 1 + static_cast<std::uint32_t>(text.size())};
      return say(where, "this is the way to a file on one computer only",
                 "put the file beside the page and write its name: `" + in_quotes(*name) + "`");
    }
    const auto slash =
        bytes.rfind('\\', stop == 0 ? 0 : std::min<std::size_t>(stop, bytes.size() - 1));
    const auto from =
        slash == std::string_view::npos || slash < begin ? stop : static_cast<std::uint32_t>(slash);
    suggest({from, from + 1}, "\\\\");
    return say({from, std::max(from + 1, character_end(std::min(from + 1, area.end)))},
               "a single backslash does not stand for itself in a text", "write two: `\\\\`");
  }

  bool in_a_header() {
    const auto begin = statement();
    if (begin >= area.end || bytes[begin] != '[' || !complains("table header")) return false;
    const auto close = slice(begin, begin + 2) == "[[" ? "]]" : "]";
    const auto where = Span{begin, std::max(line_end(begin), begin + 1)};
    if (complains("blank bare keys"))
      return say(where, "there is no name between these brackets", "write one, as in `[contact]`");
    if (complains("expected ']'") || complains("end-of-file")) {
      auto end = where.end;
      while (end > begin && bytes[end - 1] == ']') --end;
      if (at_line_end()) fix({end, where.end}, close);
      return say(where, "this heading's brackets are not closed",
                 "end it with `" + std::string(close) + "`");
    }
    return say(where, "this heading of a table can't be read",
               "write a name between brackets, as in `[contact]`, and nothing behind");
  }

  bool without_equals() {
    const bool in_key =
        complains("expected '='") || complains("bare key") || complains("expected keys");
    const bool ends = complains("key-value pair: encountered end-of-file") &&
                      slice(statement(), stop).find('=') == std::string_view::npos;
    if ((!in_key && !ends) || !scan.open.empty()) return false;
    const auto begin = in_key && complains("expected keys") ? stop : statement();
    const auto end = line_end(begin);
    const auto line = slice(begin, end);
    if (line.starts_with("- ")) {
      return list_with_hyphens("topics", {begin, end});
    }
    if (line.starts_with("//") || line.starts_with("<!--") || line.starts_with(";")) {
      return say({begin, end}, "this is not how a remark is written here", "begin it with `#`");
    }
    const auto key = toml_key(bytes, begin);
    if (key.parts.empty()) return no_key(begin, end);
    return missing_equals(begin, key, end);
  }

  bool no_key(std::uint32_t begin, std::uint32_t end) {
    if (bytes[begin] == '=')
      return say({begin, begin + 1}, "there is no key before this `=`",
                 "write one, as in `title = \"…\"`");
    return say({begin, end}, "this is no `key = value`",
               "a key has letters from a to z, digits, `-` and `_`; running text goes below the "
               "second `+++`");
  }

  bool missing_equals(std::uint32_t begin, const TomlKey& key, std::uint32_t end) {
    const auto name = std::string(slice(begin, key.end));
    auto at = key.end;
    while (at < end && is_toml_blank(bytes[at])) ++at;
    if (at < end && bytes[at] == ':') {
      if (at + 1 == end) return colon_without_value(name, {begin, end});
      const auto line = name + " = " + as_value(slice(at + 1, end));
      fix({begin, end}, line);
      return say({at, at + 1}, "there is a colon after `" + name + "`",
                 "write an equals sign instead: `" + line + "`");
    }
    if (at < end && std::string_view("\"'[0123456789").find(bytes[at]) != std::string_view::npos) {
      fix({key.end, at}, " = ");
      return say({begin, key.end}, "there is no `=` between `" + name + "` and its value",
                 "write `" + name + " = " + std::string(slice(at, end)) + "`");
    }
    if (const auto joined = key_of_words(slice(begin, end))) {
      const Span words{begin, begin + static_cast<std::uint32_t>(joined->first)};
      suggest(words, joined->second);
      return say(words, "there is a space in this key", "write `" + joined->second + "`");
    }
    return say({begin, end}, "this is no `key = value`",
               at == end ? "write `" + name + " = \"…\"`, or delete the line"
                         : "running text goes below the second `+++`");
  }

  /// As YAML begins a list.
  bool colon_without_value(const std::string& name, Span line) {
    const auto next = std::min(bytes.find('\n', line.end), bytes.size());
    if (trimmed(bytes.substr(next)).starts_with("- ")) return list_with_hyphens(name, line);
    return say(line, "`" + name + "` has no value",
               "write `" + name + " = \"…\"`, or delete the line");
  }

  bool list_with_hyphens(const std::string& name, Span where) {
    return say(where, "a list is not written with hyphens here",
               "write it in brackets: `" + name + " = [\"…\", \"…\"]`");
  }

  bool without_value() {
    const bool is_empty = complains("expected value, saw '\\") ||
                          complains("expected value, saw '#") ||
                          complains("key-value pair: encountered end-of-file");
    if (!is_empty || !scan.open.empty()) return false;
    const auto name = toml_name(bytes, statement());
    return say({statement(), line_end(statement())}, "`" + name + "` has no value",
               "write one behind the `=`, or delete the line");
  }

  bool in_a_list() {
    if (scan.open.empty() || bytes[scan.open.back()] != '[' || !complains("array")) return false;
    const auto bracket = scan.open.back();
    if (complains("end-of-file") || goes_on_with_a_key()) return list_without_end(bracket);
    if (complains("saw comma")) {
      return say({stop, stop + 1}, "there is nothing before this comma", "delete the comma");
    }
    auto before = stop;
    while (before > bracket && is_toml_blank(bytes[before - 1])) --before;
    if (bytes[before - 1] != '"' && bytes[before - 1] != '\'') return wrong_value();
    if (bytes[stop] != '"' && bytes[stop] != '\'') {
      return say({stop, std::max(line_end(stop), stop + 1)}, "the quotes in this list don't match",
                 "write one before and one behind each text, and `,` between the texts");
    }
    fix({before, before}, ",");
    return say({stop, character_end(stop)}, "there is no comma between two values of this list",
               "write `,` between them");
  }

  /// Whether a header was taken for a part of the list before it, which was not closed.
  bool list_before_a_header() {
    if (scan.open.size() < 2 || bytes[scan.open.front()] != '[') return false;
    const auto begin = scan.open[1];
    const auto line = slice(begin, line_end(begin));
    if (!trimmed(slice(line_begin(begin), begin)).empty() || line.front() != '[') return false;
    const auto name = toml_key(bytes, begin + (line.starts_with("[[") ? 2 : 1));
    const auto rest = slice(name.end, begin + static_cast<std::uint32_t>(line.size()));
    const bool is_header = bytes[name.end - 1] != '"' && (rest == "]" || rest == "]]");
    return is_header && !name.parts.empty() && list_without_end(scan.open.front());
  }

  bool list_without_end(std::uint32_t bracket) {
    return say({bracket, line_end(bracket)}, "this list has no closing bracket",
               "write `]` where it ends");
  }

  /// Whether the line of the mistake begins with a key or a header: the list before it was not
  /// closed.
  [[nodiscard]] bool goes_on_with_a_key() const {
    const auto begin = line_begin(stop);
    if (!trimmed(slice(begin, stop)).empty() || begin <= scan.open.back()) return false;
    const bool is_header = stop < bytes.size() && bytes[stop] == '[';
    return is_header || toml_key_has_equals(bytes, stop);
  }

  bool in_a_table() {
    if (scan.open.empty() || bytes[scan.open.back()] != '{') return false;
    const auto brace = scan.open.back();
    const Span where{brace, std::max(line_end(brace), brace + 1)};
    if (at_line_end()) {
      return say(where, "a table between braces must stand on one line",
                 "close it with `}`, or write it below a heading of its own, as `[contact]`");
    }
    if (complains("dangling comma")) {
      auto comma = stop;
      while (comma > brace && bytes[comma - 1] != ',') --comma;
      fix({comma - 1, comma}, "");
      return say({comma - 1, comma}, "there is nothing behind the last comma", "delete the comma");
    }
    if (complains("expected comma"))
      return say({stop, character_end(stop)}, "there is no comma between two keys of this table",
                 "write `,` between them");
    if (complains("expected '='"))
      return say({stop, character_end(stop)}, "there is no `=` between a key and its value",
                 "write `{ key = value }`");
    return complains("value") || complains("string")
               ? wrong_value()
               : say(where, "this table can't be read", "write `{ key = value, key = value }`");
  }

  /// `start = 2024-05-12;`: a line needs no mark at its end.
  bool mark_at_the_end() {
    const auto all = value();
    if (!scan.open.empty() || scan.statements.empty() || all.begin <= statement()) return false;
    if (all.size() < 2 || (bytes[all.end - 1] != ',' && bytes[all.end - 1] != ';')) return false;
    const Span mark{all.end - 1, all.end};
    const bool is_text = toml_text(bytes, all.begin, all.end).end == mark.begin;
    if (!is_text && slice(all.begin, mark.begin).find_first_of(",; \"'") != std::string_view::npos)
      return false;
    fix(mark, "");
    return say(mark, "a line ends without a comma or semicolon", "delete it");
  }

  bool after_a_value() {
    if (!complains("expected a comment or whitespace") || scan.statements.empty()) return false;
    const Span rest{stop, std::max(line_end(stop), stop + 1)};
    const auto all = value();
    if (all.begin < bytes.size() && (bytes[all.begin] == '"' || bytes[all.begin] == '\''))
      return quote_in_text(all, rest);
    if (const auto number = not_a_number(slice(all.begin, all.end))) return explain(all, *number);
    return say(rest, "there is something behind the value",
               "each `key = value` stands on a line of its own; a remark begins with `#`");
  }

  /// `topics = "a", "b"`
  bool texts_without_brackets(Span all) {
    const bool is_list = are_toml_texts(bytes, all);
    const auto list = "[" + std::string(slice(all.begin, all.end)) + "]";
    if (is_list) fix(all, list);
    return say(all, "there are several texts behind one `=`",
               "write a list in brackets: `" + (is_list ? list : "[\"…\", \"…\"]") + "`");
  }

  bool quote_in_text(Span all, Span rest) {
    const auto written = slice(all.begin, all.end);
    const char quote = written.front();
    if (trimmed(slice(rest.begin, rest.end)).starts_with(',')) return texts_without_brackets(all);
    if (written.size() > 2 && written.back() == quote && quote == '"' &&
        written.find('\\') == std::string_view::npos) {
      fix(all, in_quotes(written.substr(1, written.size() - 2)));
      return say(all, "there are quotes inside this text, and the first one ends it",
                 "write a quote inside a text as `\\\"`");
    }
    if (written.size() > 2 && written.back() == quote && quote == '\'') {
      const auto text = in_quotes(written.substr(1, written.size() - 2));
      fix(all, text);
      return say(all, "the apostrophe inside this text ends it",
                 "write the text between double quotes: `" + text + "`");
    }
    return say(rest, "there is something behind the text's closing quote",
               "delete it, or write a quote inside a text as `\\\"`");
  }

  bool wrong_value() {
    const auto where = item();
    return area.begin <= where.begin && statement() < where.begin && where.begin < where.end &&
           explain(where, not_toml(slice(where.begin, where.end)));
  }

  bool explain(Span where, const Mending& mending) {
    if (mending.text) suggest(where, *mending.text);
    answer_.is_certain = mending.text && mending.is_certain;
    return say(where, mending.message, mending.help);
  }

  /// The value, or inside brackets the one item of it.
  [[nodiscard]] Span item() const {
    auto all = value();
    if (scan.open.empty()) return all;
    const auto end = slice(all.begin, all.end).find_first_of(",]}");
    if (end != std::string_view::npos) all.end = all.begin + static_cast<std::uint32_t>(end);
    while (all.end > all.begin && is_toml_blank(bytes[all.end - 1])) --all.end;
    return all;
  }

  void unknown() {
    const auto colon = said.find(": ");
    const auto words = colon == std::string_view::npos ? said : said.substr(colon + 2);
    answer_.message = "this can't be read: " + std::string(words);
    answer_.help = "each line is `key = value`, with texts between quotes";
  }

  Diagnostic answer_;
};

}  // namespace

Diagnostic explain_toml_mistake(const SourceText& text, Span region, std::uint32_t at,
                                std::string_view complaint) {
  return Mistake(text, region, at, complaint).explain();
}

}  // namespace lamppost
