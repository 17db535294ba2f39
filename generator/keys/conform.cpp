#include "keys/conform.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "diagnostics/suggest.h"
#include "keys/characters.h"
#include "keys/scalars.h"
#include "model/language.h"
#include "toml/mend.h"

namespace lamppost {
namespace {

/// How a table is written, which decides where a missing key would go.
enum class TableForm : std::uint8_t { top, header, braces, dotted };

/// What stays the same for all tables of a file.
struct File {
  const SourceText& text;
  std::span<const Key> top_keys;
  bool requires_nothing = false;
  std::string newline;
  Diagnostics& diagnostics;
};

Diagnostic diagnostic_at(const File& file, Code code, Span where, std::string message,
                         std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.file = file.text.path;
  diagnostic.where = where;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

std::string_view written(const File& file, Span where) {
  return std::string_view(file.text.bytes).substr(where.begin, where.size());
}

std::string like(const Key& key) { return "a line like " + in_ticks(key.example); }

bool is_blank(const Value& value) {
  return value.text() != nullptr && trimmed(*value.text()).empty();
}

/// A table of which nothing is filled in: forms leave it where each of its fields was cleared. What
/// is empty on purpose, as a picture's `alt`, counts as filled in where it stands alone.
bool is_blank_table(const Value& value, const Key& key) {
  if (key.type != KeyType::table || value.map() == nullptr) return false;
  const auto says_nothing = [&](const Field& field) {
    const Key* const known = find_key(key.children, field.key);
    return known == nullptr || !known->may_be_empty;
  };
  const ValueMap& fields = *value.map();
  return std::any_of(fields.begin(), fields.end(), says_nothing) &&
         std::all_of(fields.begin(), fields.end(),
                     [](const Field& field) { return is_blank(field.value); });
}

/// A text as the list it was meant to be: each part between commas or semicolons is a text of its
/// own.
std::string bracketed(std::string_view text) {
  std::string list = "[";
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(",;"), text.size());
    const auto item = trimmed(text.substr(0, end));
    if (!item.empty()) list += (list.size() > 1 ? ", " : "") + in_quotes(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list + "]";
}

/// Control characters that TOML escapes hid, below a table that may hold anything.
void check_texts(const Value& value, const File& file) {
  if (value.text() != nullptr && has_control_characters(*value.text())) {
    file.diagnostics.add(diagnostic_at(file, Code::control_character, value.where,
                                       "there is a control character in this text",
                                       "delete it: it can't be shown"));
  }
  if (value.list() != nullptr) {
    for (const auto& item : *value.list()) check_texts(item, file);
  }
  if (value.map() != nullptr) {
    for (const auto& field : *value.map()) check_texts(field.value, file);
  }
}

/// One table being held against its keys.
class Table {
 public:
  Table(const File& file, std::span<const Key> keys, std::string name, Span where, TableForm form)
      : file_(file), keys_(keys), name_(std::move(name)), where_(where), form_(form) {}

  ValueMap conform(const ValueMap& fields) {
    fields_ = &fields;
    ValueMap right;
    right.reserve(fields.size());
    given_.reserve(fields.size());
    for (const auto& field : fields) given_.push_back(find_key(keys_, field.key));
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto& field = fields[i];
      if (given_[i] == nullptr) {
        unknown(field);
      } else if (field.value.is_unread()) {
        continue;  // what is wrong with it was told
      } else if (auto value = conform_value(field.value, *given_[i])) {
        right.push_back({field.key, field.key_where, std::move(*value)});
      }
    }
    for (const auto& key : keys_) {
      if (is_required(key) && !is_given(key.name) && !is_meant(key.name)) missing(key);
    }
    return right;
  }

 private:
  void say(Code code, Span where, std::string message, std::string help,
           std::optional<Fix> fix = std::nullopt, bool is_certain = false) {
    auto diagnostic = diagnostic_at(file_, code, where, std::move(message), std::move(help));
    diagnostic.fix = std::move(fix);
    diagnostic.is_certain = diagnostic.fix && is_certain;
    file_.diagnostics.add(std::move(diagnostic));
  }

  [[nodiscard]] bool is_given(std::string_view name) const {
    return std::any_of(given_.begin(), given_.end(),
                       [&](const Key* key) { return key != nullptr && key->name == name; });
  }

  [[nodiscard]] bool is_meant(std::string_view name) const {
    return std::find(meant_.begin(), meant_.end(), name) != meant_.end();
  }

  [[nodiscard]] bool is_required(const Key& key) const {
    return key.required && !file_.requires_nothing;
  }

  [[nodiscard]] std::string in_table() const {
    return form_ == TableForm::top ? "" : " in " + in_ticks(name_);
  }

  void unknown(const Field& field) {
    const auto message = "unknown key " + in_ticks(field.key) + in_table();
    if (form_ != TableForm::top && find_key(file_.top_keys, field.key) != nullptr) {
      say(Code::unknown_key, field.key_where, message,
          "move it above the first line in brackets: what stands below " + in_ticks(name_) +
              " belongs to it");
      return;
    }
    std::vector<std::string> names;
    for (const auto& key : keys_) names.emplace_back(key.name);
    const auto meant = nearest(field.key, names);
    if (!meant) {
      say(Code::unknown_key, field.key_where, message,
          "the keys here are " + one_of(names, names.size()));
      return;
    }
    // Where the right key stands as well, one of the two has to go, and only a person knows which.
    const bool is_free = !is_given(*meant) && !is_meant(*meant);
    if (is_free) meant_.push_back(*meant);
    say(Code::unknown_key, field.key_where, message, "did you mean " + in_ticks(*meant) + "?",
        is_free ? std::optional(Fix{field.key_where, *meant}) : std::nullopt,
        is_only_near(field.key, names));
  }

  void missing(const Key& key) {
    const auto place = form_ == TableForm::top ? Span{where_.begin, where_.begin} : where_;
    auto help = std::string(key.help);
    help = "add " + like(key) + " (" + help + ")";
    say(Code::missing_key, place, in_ticks(key.name) + " is missing" + in_table(), help,
        insertion(std::string(key.example)));
  }

  /// Where a line of this table would be written, and how.
  [[nodiscard]] std::optional<Fix> insertion(const std::string& line) const {
    const std::string_view bytes = file_.text.bytes;
    if (form_ == TableForm::top) return Fix{{where_.begin, where_.begin}, line + file_.newline};
    if (form_ == TableForm::dotted) return std::nullopt;
    if (form_ == TableForm::braces) {
      if (fields_->empty()) return Fix{where_, "{ " + line + " }"};
      const auto end = fields_->back().value.where.end;
      return Fix{{end, end}, ", " + line};
    }
    auto end = std::min<std::size_t>(bytes.find('\n', where_.end), bytes.size());
    if (end > where_.end && bytes[end - 1] == '\r') --end;
    const auto at = static_cast<std::uint32_t>(end);
    return Fix{{at, at}, file_.newline + line};
  }

  /// An empty text is no value; where one is needed that is the same as none.
  void empty(const Value& value, const Key& key) {
    if (is_required(key)) {
      say(Code::missing_key, value.where, in_ticks(key.name) + " is empty" + in_table(),
          "write " + like(key) + " (" + std::string(key.help) + ")");
    } else {
      say(Code::empty_value, value.where,
          in_ticks(key.name) + " is empty, which counts as if it were not there",
          value.map() == nullptr ? "write a value, or delete the line"
                                 : "write a value into it, or delete its lines");
    }
  }

  std::optional<Value> conform_value(const Value& value, const Key& key) {
    if ((is_blank(value) && !key.may_be_empty) || is_blank_table(value, key)) {
      empty(value, key);
      return std::nullopt;
    }
    switch (key.type) {
      case KeyType::list:
        return list(value, key);
      case KeyType::table:
        return table(value, key);
      case KeyType::tables:
        return tables(value, key);
      case KeyType::figure:
        return figure(value, key);
      case KeyType::named_tables:
        return named_tables(value, key);
      case KeyType::free_table:
        check_texts(value, file_);
        return value.map() != nullptr ? std::optional(value) : mistyped(value, key);
      default:
        return conform_scalar(value, {file_.text, key, key.type}, file_.diagnostics);
    }
  }

  std::nullopt_t mistyped(const Value& value, const Key& key,
                          const std::optional<std::string>& mended = std::nullopt,
                          bool is_certain = true) {
    auto diagnostic = wrong_type(value, {file_.text, key, key.type});
    if (mended) {
      diagnostic.is_certain = is_certain;
      diagnostic.help = "write " + in_ticks(*mended);
      diagnostic.fix = Fix{value.where, *mended};
    }
    file_.diagnostics.add(std::move(diagnostic));
    return std::nullopt;
  }

  std::optional<Value> list(const Value& value, const Key& key) {
    if (value.list() == nullptr) {
      if (value.map() != nullptr) return mistyped(value, key);
      if (value.text() != nullptr) {
        const bool is_one = value.text()->find_first_of(",;\n") == std::string::npos;
        return mistyped(value, key, bracketed(*value.text()), is_one);
      }
      return mistyped(value, key, "[" + std::string(written(file_, value.where)) + "]");
    }
    ValueList right;
    std::map<std::string, Span> seen;
    for (const auto& item : *value.list()) {
      if (is_blank(item)) {
        say(Code::empty_value, item.where, "an empty text in " + in_ticks(key.name), "delete it");
        continue;
      }
      auto conformed = conform_scalar(item, {file_.text, key, key.item}, file_.diagnostics);
      if (conformed && !is_repeated(*conformed, key, seen)) right.push_back(std::move(*conformed));
    }
    return Value{std::move(right), value.where};
  }

  bool is_repeated(const Value& item, const Key& key, std::map<std::string, Span>& seen) {
    if (item.text() == nullptr) return false;
    const auto [first, is_new] = seen.emplace(fold_case(*item.text()), item.where);
    if (is_new) return false;
    auto diagnostic = diagnostic_at(
        file_, Code::duplicate_value, item.where,
        in_ticks(*item.text()) + " stands twice in " + in_ticks(key.name), "delete one of the two");
    diagnostic.notes.push_back({"it stands here already", file_.text.path, first->second});
    file_.diagnostics.add(std::move(diagnostic));
    return true;
  }

  [[nodiscard]] TableForm form_of(const Value& value) const {
    const auto start = written(file_, value.where).substr(0, 1);
    return start == "[" ? TableForm::header : start == "{" ? TableForm::braces : TableForm::dotted;
  }

  Value inner(const Value& value, const Key& key, const std::string& name) const {
    Table table(file_, key.children, name, value.where, form_of(value));
    return {table.conform(*value.map()), value.where};
  }

  std::optional<Value> table(const Value& value, const Key& key) {
    const auto name = "[" + std::string(key.name) + "]";
    if (value.map() != nullptr) return inner(value, key, name);
    const bool is_one = value.list() != nullptr && value.list()->size() == 1 &&
                        written(file_, value.where).starts_with("[[");
    return mistyped(value, key, is_one ? std::optional(name) : std::nullopt);
  }

  std::optional<Value> tables(const Value& value, const Key& key) {
    const auto name = "[[" + std::string(key.name) + "]]";
    if (value.list() == nullptr) {
      if (value.map() == nullptr) return mistyped(value, key);
      const auto form = form_of(value);
      if (form == TableForm::dotted) return mistyped(value, key);
      return mistyped(
          value, key,
          form == TableForm::header ? name : "[" + std::string(written(file_, value.where)) + "]");
    }
    ValueList right;
    for (const auto& item : *value.list()) {
      if (item.map() != nullptr) {
        right.push_back(inner(item, key, name));
      } else {
        no_entry(item, key);
      }
    }
    return Value{std::move(right), value.where};
  }

  void no_entry(const Value& item, const Key& key) {
    auto diagnostic = diagnostic_at(
        file_, Code::wrong_type, item.where,
        "each of " + in_ticks(key.name) + " must be a table, and this is " + in_words(item), {});
    if (item.text() != nullptr && !is_blank(item)) {
      const auto mended =
          "{ " + std::string(key.children.front().name) + " = " + in_quotes(*item.text()) + " }";
      diagnostic.fix = Fix{item.where, mended};
      diagnostic.help = "write " + in_ticks(mended);
    } else {
      diagnostic.help =
          "write " + in_ticks("{ " + std::string(key.children.front().example) + " }");
    }
    file_.diagnostics.add(std::move(diagnostic));
  }

  std::optional<Value> figure(const Value& value, const Key& key) {
    if (value.integer() != nullptr)
      return conform_scalar(value, {file_.text, key, KeyType::count}, file_.diagnostics);
    if (value.list() != nullptr || value.map() != nullptr) return tables(value, key);
    return mistyped(value, key);
  }

  std::optional<Value> named_tables(const Value& value, const Key& key) {
    if (value.map() == nullptr) return mistyped(value, key);
    ValueMap right;
    for (const auto& field : *value.map()) {
      if (field.value.is_unread()) continue;
      const auto name = "[" + std::string(key.name) + "." + field.key + "]";
      if (field.value.map() == nullptr) {
        say(Code::wrong_type, field.value.where,
            in_ticks(std::string(key.name) + "." + field.key) + " must be a table, and this is " +
                in_words(field.value),
            "write " + in_ticks(key.example));
      } else {
        right.push_back({field.key, field.key_where, inner(field.value, key, name)});
      }
    }
    return Value{std::move(right), value.where};
  }

  const File& file_;
  std::span<const Key> keys_;
  std::string name_;
  Span where_;
  TableForm form_;
  const ValueMap* fields_ = nullptr;
  std::vector<const Key*> given_;   // one for each field; null where its key is unknown
  std::vector<std::string> meant_;  // the right names of keys that are written wrongly
};

}  // namespace

ValueMap conform(const ValueMap& written, std::span<const Key> keys, const ConformContext& context,
                 Diagnostics& diagnostics) {
  const bool has_crlf = context.text.bytes.find("\r\n") != std::string::npos;
  const std::string newline = has_crlf ? "\r\n" : "\n";
  const File file{context.text, keys, context.requires_nothing, newline, diagnostics};
  return Table(file, keys, context.table, context.region, TableForm::top).conform(written);
}

}  // namespace lamppost
