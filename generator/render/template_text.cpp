#include "render/template_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "diagnostics/suggest.h"

namespace lamppost {
namespace {

using Kind = TemplateNode::Kind;

/// Sections this deep inside each other are a mistake; it also bounds every recursion over nodes.
constexpr std::size_t deepest_section = 50;

constexpr std::string_view blanks = " \t\r\n\f\v";

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// What stands between a tag's braces.
struct Tag {
  Span where;
  Span name_where;
  char sigil = 0;  ///< `#`, `^`, `/`, `>`, `!`, `=`; `&` also for three braces; 0: a variable
};

/// Finds the tags of a template, one after the other.
class Scanner {
 public:
  Scanner(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), bytes_(source.bytes), diagnostics_(diagnostics) {}

  /// The next tag at or after `from` that is closed.
  std::optional<Tag> next(std::size_t from) {
    for (std::size_t at = bytes_.find("{{", from); at != std::string_view::npos;
         at = bytes_.find("{{", from)) {
      if (const std::optional<Tag> tag = read(at)) return tag;
      from = resume_;
    }
    return std::nullopt;
  }

 private:
  std::optional<Tag> read(std::size_t at) {
    const std::size_t inside = at + 2;
    if (bytes_.substr(inside, 1) == "{") return read_triple(at);
    const bool is_comment = bytes_.substr(inside, 1) == "!";
    const std::size_t end = is_comment ? bytes_.find("}}", inside) : end_of_name(inside);
    if (end == std::string_view::npos || bytes_[end] != '}') {
      return unclosed(at, end, "}}");
    }
    return tag_of(span_of(at, end + 2), inside, end);
  }

  std::optional<Tag> read_triple(std::size_t at) {
    const std::size_t end = end_of_name(at + 3);
    if (end == std::string_view::npos || bytes_.substr(end, 3) != "}}}") {
      return unclosed(at, end, "}}}");
    }
    Tag tag = tag_of(span_of(at, end + 3), at + 3, end);
    if (tag.sigil != '=') {
      // Whatever follows three braces is a name: `{{{#x}}}` is no section.
      tag.name_where = trimmed(at + 3, end);
      tag.sigil = '&';
    }
    return tag;
  }

  /// Where the next braces of either kind are: a tag that meets opening ones first isn't closed.
  std::size_t end_of_name(std::size_t from) const {
    for (std::size_t at = bytes_.find_first_of("{}", from); at != std::string_view::npos;
         at = bytes_.find_first_of("{}", at + 1)) {
      if (bytes_.substr(at, 2) == "{{" || bytes_.substr(at, 2) == "}}") return at;
    }
    return std::string_view::npos;
  }

  Span trimmed(std::size_t begin, std::size_t end) const {
    const std::size_t first = std::min(bytes_.find_first_not_of(blanks, begin), end);
    std::size_t last = end;
    while (last > first && blanks.find(bytes_[last - 1]) != std::string_view::npos) --last;
    return span_of(first, last);
  }

  Tag tag_of(Span where, std::size_t begin, std::size_t end) const {
    Tag tag{where, trimmed(begin, end), 0};
    const char first = tag.name_where.size() == 0 ? ' ' : bytes_[tag.name_where.begin];
    if (std::string_view("#^/>!=&").find(first) != std::string_view::npos) {
      tag.sigil = first;
      tag.name_where = trimmed(tag.name_where.begin + 1, tag.name_where.end);
    }
    return tag;
  }

  std::nullopt_t unclosed(std::size_t at, std::size_t next_braces, std::string_view closing) {
    const bool closed_by_two =
        closing == "}}}" && next_braces != std::string_view::npos && bytes_[next_braces] == '}';
    const std::size_t opening = closing.size();
    Diagnostic diagnostic{Code::template_syntax,
                          source_.path,
                          span_of(at, at + opening),
                          "this tag is never closed",
                          "write " + in_ticks(closing) + " at its end",
                          {},
                          {}};
    if (closed_by_two) {
      diagnostic.where = span_of(at, next_braces + 2);
      diagnostic.message = "this tag opens with three braces and closes with two";
    }
    diagnostics_.add(std::move(diagnostic));
    // Past everything where nothing follows that could close a tag.
    resume_ = std::min(next_braces, bytes_.size());
    if (closed_by_two) resume_ += 2;
    return std::nullopt;
  }

  const SourceText& source_;
  std::string_view bytes_;
  Diagnostics& diagnostics_;
  std::size_t resume_ = 0;
};

/// Builds the tree of one template from its tags.
class TreeBuilder {
 public:
  TreeBuilder(const SourceText& source, Diagnostics& diagnostics)
      : source_(source), bytes_(source.bytes), diagnostics_(diagnostics), open_(1) {
    open_.front().source = &source;
  }

  TemplateNodes build() {
    start_ = bytes_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    text_from_ = start_;
    Scanner scanner(source_, diagnostics_);
    for (auto tag = scanner.next(start_); tag; tag = scanner.next(tag->where.end)) {
      take_text_before(*tag);
      if (!take(*tag)) break;
    }
    add_text(text_from_, bytes_.size());
    while (open_.size() > 1) {
      report_unclosed(open_.back(), {});
      close_innermost();
    }
    return std::move(open_.front().children);
  }

 private:
  std::string_view name_of(const Tag& tag) const {
    return bytes_.substr(tag.name_where.begin, tag.name_where.size());
  }

  void report(Code code, Span where, std::string message, std::string help,
              std::vector<Note> notes = {}) {
    diagnostics_.add(
        {code, source_.path, where, std::move(message), std::move(help), {}, std::move(notes)});
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    TemplateNode& node = open_.back().children.emplace_back();
    node.source = &source_;
    node.where = span_of(begin, end);
    node.text = bytes_.substr(begin, end - begin);
  }

  /// The text up to a tag; the blanks around a tag that stands alone on its line belong to the tag.
  void take_text_before(const Tag& tag) {
    std::size_t end = tag.where.begin;
    std::size_t next = tag.where.end;
    if (tag.sigil != 0 && tag.sigil != '&') {
      const std::size_t line = blank_line_start(end);
      const std::size_t rest = blank_line_end(next);
      if (line != std::string_view::npos && rest != std::string_view::npos) {
        end = line;
        next = rest;
      }
    }
    add_text(text_from_, end);
    text_from_ = next;
  }

  /// Start of the line if there are only blanks before `at`, else npos.
  std::size_t blank_line_start(std::size_t at) const {
    while (at > text_from_ && (bytes_[at - 1] == ' ' || bytes_[at - 1] == '\t')) --at;
    return at == start_ || bytes_[at - 1] == '\n' ? at : std::string_view::npos;
  }

  /// Start of the next line if there are only blanks after `at`, else npos.
  std::size_t blank_line_end(std::size_t at) const {
    at = bytes_.find_first_not_of(" \t", at);
    if (at == std::string_view::npos) return bytes_.size();
    if (bytes_.substr(at, 2) == "\r\n") return at + 2;
    return bytes_[at] == '\n' ? at + 1 : std::string_view::npos;
  }

  /// False: there is no point in reading on.
  bool take(const Tag& tag) {
    switch (tag.sigil) {
      case '!':
        return true;
      case '=':
        report(Code::changed_delimiters, tag.where, "a template can't change its delimiters",
               "write tags between `{{` and `}}`, as in `{{title}}`");
        return true;
      case '/':
        close(tag);
        return true;
      case '#':
        return open(tag, Kind::section);
      case '^':
        return open(tag, Kind::inverted);
      case '>':
        open_.back().children.push_back(node_of(tag, Kind::partial));
        return true;
      default:
        open_.back().children.push_back(
            node_of(tag, tag.sigil == '&' ? Kind::unescaped : Kind::variable));
        return true;
    }
  }

  TemplateNode node_of(const Tag& tag, Kind kind) {
    TemplateNode node;
    node.kind = kind;
    node.source = &source_;
    node.where = tag.where;
    node.name_where = tag.name_where;
    if (is_name(name_of(tag), kind == Kind::partial)) {
      node.text = name_of(tag);
    } else {
      report_bad_name(tag);
    }
    return node;
  }

  static bool is_name(std::string_view name, bool is_partial) {
    const auto is_sign = [&](char c) {
      return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || (c == '/' && !is_partial) ||
             std::string_view("{}<>\"'=#^&!|()`\\,;@").find(c) != std::string_view::npos;
    };
    if (name.empty() || std::ranges::any_of(name, is_sign)) return false;
    if (name == ".") return !is_partial;
    return name.front() != '.' && name.back() != '.' && name.find("..") == std::string_view::npos;
  }

  void report_bad_name(const Tag& tag) {
    const std::string_view name = name_of(tag);
    if (name.empty()) {
      report(Code::template_syntax, tag.where, "this tag names nothing",
             "write a name between the braces, as in `{{title}}`");
      return;
    }
    const std::string_view word = name.substr(0, name.find_first_of(blanks));
    constexpr std::array<std::string_view, 4> other_languages = {"if", "unless", "each", "with"};
    const bool is_word = std::ranges::find(other_languages, word) != other_languages.end();
    report(Code::template_syntax, tag.name_where, in_ticks(name) + " is not a name",
           is_word ? "templates have no " + in_ticks(word) +
                         ": `{{#x}}…{{/x}}` shows its inside where `x` is there, once for each "
                         "entry of a list; `{{^x}}…{{/x}}` where it is not"
                   : "a name has no spaces or signs in it: `{{title}}`, `{{cluster.title}}`");
  }

  bool open(const Tag& tag, Kind kind) {
    if (open_.size() > deepest_section) {
      report(
          Code::template_syntax, tag.where,
          "sections are more than " + std::to_string(deepest_section) + " deep inside each other",
          "move what is inside into a partial, or close the sections before");
      return false;
    }
    open_.push_back(node_of(tag, kind));
    return true;
  }

  void close(const Tag& tag) {
    const std::string_view name = name_of(tag);
    // An opening tag whose name was refused is closed by whatever comes.
    const auto opener = std::find_if(open_.rbegin(), open_.rend() - 1, [&](const auto& node) {
      return node.text == name || node.text.empty();
    });
    if (opener == open_.rend() - 1) {
      close_unopened(tag);
      return;
    }
    const auto depth = static_cast<std::size_t>(open_.rend() - opener);
    while (open_.size() > depth) {
      report_unclosed(open_.back(), tag);
      close_innermost();
    }
    close_innermost();
  }

  void close_unopened(const Tag& tag) {
    const std::string written = "{{/" + std::string(name_of(tag)) + "}}";
    if (open_.size() == 1) {
      report(Code::template_syntax, tag.where, in_ticks(written) + " closes what was never opened",
             "remove it, or open the section where it begins");
      return;
    }
    const TemplateNode& innermost = open_.back();
    const std::string expected(innermost.text);
    const Note opener{in_ticks(expected) + " was opened here", source_.path, innermost.where};
    if (nearest(name_of(tag), std::span(&expected, 1))) {
      diagnostics_.add({Code::unclosed_section,
                        source_.path,
                        tag.name_where,
                        in_ticks(written) + " does not close " + in_ticks(expected),
                        "write " + in_ticks("{{/" + expected + "}}"),
                        Fix{tag.name_where, expected},
                        {opener}});
      close_innermost();
      return;
    }
    report(Code::template_syntax, tag.where,
           in_ticks(written) + " closes what was never opened; " + in_ticks(expected) + " is open",
           "remove it, or write " + in_ticks("{{/" + expected + "}}"), {opener});
  }

  void report_unclosed(const TemplateNode& node, const std::optional<Tag>& closer) {
    if (node.text.empty()) return;  // its opening tag was reported
    const std::string name(node.text);
    std::vector<Note> notes;
    if (closer) {
      notes.push_back(
          {in_ticks(name_of(*closer)) + " closes around it here", source_.path, closer->where});
    }
    report(Code::unclosed_section, node.where, "the section " + in_ticks(name) + " is never closed",
           "write " + in_ticks("{{/" + name + "}}") + " where it ends", std::move(notes));
  }

  void close_innermost() {
    TemplateNode closed = std::move(open_.back());
    open_.pop_back();
    open_.back().children.push_back(std::move(closed));
  }

  const SourceText& source_;
  std::string_view bytes_;
  Diagnostics& diagnostics_;
  TemplateNodes open_;  ///< the template itself, then the open sections
  std::size_t start_ = 0;
  std::size_t text_from_ = 0;
};

}  // namespace

std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts;
  for (std::size_t dot = name.find('.'); name != "." && dot != std::string_view::npos;
       dot = name.find('.')) {
    parts.emplace_back(name.substr(0, dot));
    name.remove_prefix(dot + 1);
  }
  parts.emplace_back(name);
  return parts;
}

TemplateNodes parse_template(const SourceText& source, Diagnostics& diagnostics) {
  return TreeBuilder(source, diagnostics).build();
}

}  // namespace lamppost
