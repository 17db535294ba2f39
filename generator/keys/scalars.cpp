#include "keys/scalars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "diagnostics/suggest.h"
#include "keys/characters.h"
#include "keys/web.h"
#include "model/language.h"
#include "model/slug.h"
#include "toml/mend.h"

namespace lamppost {
namespace {

/// A text as messages quote it, cut where it is long.
std::string shown(std::string_view text) {
  constexpr std::size_t most = 60;
  if (text.size() <= most) return "`" + std::string(text) + "`";
  auto end = most;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "`" + std::string(text.substr(0, end)) + "…`";
}

/// White space at the ends dropped, a line's end inside turned to a space.
std::string one_line(std::string_view text) {
  text = trimmed(text);
  std::string line(text.substr(0, std::min(text.find('\n'), text.find('\r'))));  // mostly all
  for (std::size_t i = line.size(); i < text.size(); ++i) {
    if (text[i] != '\n' && text[i] != '\r') {
      line += text[i];
      continue;
    }
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.pop_back();
    i = text.find_first_not_of(" \t\r\n", i) - 1;
    line += ' ';
  }
  return line;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

std::string without(std::string_view text, std::string_view affix, bool at_end) {
  if (at_end ? !text.ends_with(affix) : !text.starts_with(affix)) return std::string(text);
  return std::string(at_end ? text.substr(0, text.size() - affix.size())
                            : text.substr(affix.size()));
}

/// The slug in `clusters/citizen-focus.md`, `Citizen Focus` or `/clusters/citizen-focus/`.
std::string mended_slug(std::string_view text) {
  auto name = without(without(text, "/", true), ".md", true);
  name = without(name, "/index", true);
  const auto slash = name.rfind('/');
  return slug_from(slash == std::string::npos ? name : name.substr(slash + 1));
}

std::optional<std::string> mended_country(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> eu_habits = {
      {{"UK", "GB"}, {"EL", "GR"}}};
  auto code = upper(text);
  for (const auto& [habit, right] : eu_habits) {
    if (code == habit) return std::string(right);
  }
  if (is_country_code(code)) return code;
  return country_named(text);
}

/// A language tag in the case and with the hyphens that BCP 47 wants.
std::optional<std::string> mended_language(std::string_view text) {
  std::string tag;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find_first_of("-_", begin), text.size());
    auto part = lower(text.substr(begin, end - begin));
    if (begin > 0 && part.size() == 2) part = upper(part);
    if (begin > 0 && part.size() == 4) part[0] = upper(part.substr(0, 1))[0];
    tag += (begin > 0 ? "-" : "") + part;
    begin = end + 1;
  }
  if (!is_language_code(tag)) return std::nullopt;
  return tag;
}

/// One value being looked at.
class Scalar {
 public:
  Scalar(const Value& value, const ScalarPlace& place, Diagnostics& diagnostics)
      : value_(value), place_(place), diagnostics_(diagnostics) {}

  std::optional<Value> conform() {
    switch (place_.type) {
      case KeyType::integer:
      case KeyType::count:
        return whole_number();
      case KeyType::number:
        return number();
      case KeyType::boolean:
        return value_.boolean() != nullptr ? std::optional(value_) : mistyped();
      case KeyType::date:
        return date();
      case KeyType::digits:
        return digits();
      default:
        return value_.text() != nullptr ? text(one_line(*value_.text())) : mistyped();
    }
  }

 private:
  std::nullopt_t mistyped() {
    diagnostics_.add(wrong_type(value_, place_));
    return std::nullopt;
  }

  std::nullopt_t wrong(Code code, std::string message, std::string help,
                       const std::optional<std::string>& mended = std::nullopt,
                       bool is_certain = false) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = place_.text.path;
    diagnostic.where = value_.where;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    if (mended) diagnostic.fix = Fix{value_.where, *mended};
    diagnostic.is_certain = mended && is_certain;
    diagnostics_.add(std::move(diagnostic));
    return std::nullopt;
  }

  [[nodiscard]] std::string name() const { return "`" + std::string(place_.key.name) + "`"; }

  std::optional<Value> whole_number() {
    if (value_.integer() == nullptr) return mistyped();
    if (place_.type == KeyType::count && *value_.integer() < place_.key.least) {
      const auto least = std::to_string(place_.key.least);
      return wrong(Code::bad_number, name() + " can't be less than " + least,
                   "write a number from " + least + " on");
    }
    return value_;
  }

  std::optional<Value> number() {
    if (value_.decimal() != nullptr && !std::isfinite(*value_.decimal())) {
      return wrong(Code::bad_number, name() + " must be a number that ends",
                   "write it in digits, as in `1.5`");
    }
    return value_.integer() != nullptr || value_.decimal() != nullptr ? std::optional(value_)
                                                                      : mistyped();
  }

  std::optional<Value> date() {
    if (value_.date() != nullptr) return value_;
    if (value_.text() == nullptr) return mistyped();
    const auto written = trimmed(*value_.text());
    if (const auto date = date_from(written)) return Value{*date, value_.where};
    const auto mended = mended_date(written);
    return wrong(Code::bad_date, shown(written) + " is no date", date_help(written), mended, true);
  }

  std::optional<Value> digits() {
    if (value_.integer() != nullptr && *value_.integer() >= 0)
      return Value{std::to_string(*value_.integer()), value_.where};
    if (value_.text() == nullptr && value_.integer() == nullptr) return mistyped();
    const auto written =
        value_.text() != nullptr ? one_line(*value_.text()) : std::to_string(*value_.integer());
    const bool is_right =
        std::all_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (is_right) return Value{written, value_.where};
    return wrong(Code::bad_number, shown(written) + " is no grant number",
                 "write its digits only, as in `\"691895\"`");
  }

  std::optional<Value> text(std::string written) {
    if (has_control_characters(written)) {
      return wrong(Code::control_character, "there is a control character in this text",
                   "delete it: it can't be shown");
    }
    if (!is_right(written)) return std::nullopt;
    return Value{std::move(written), value_.where};
  }

  /// The same as `wrong`, where the question is whether something is right.
  bool refuse(Code code, std::string message, std::string help,
              const std::optional<std::string>& mended = std::nullopt, bool is_certain = false) {
    wrong(code, std::move(message), std::move(help), mended, is_certain);
    return false;
  }

  /// Says what is wrong, if something is.
  bool is_right(const std::string& written) {
    switch (place_.type) {
      case KeyType::slug:
        return is_slug(written) || bad_slug(written);
      case KeyType::choice:
        return is_choice(written) || bad_choice(written);
      case KeyType::country:
        return is_country_code(written) || bad_country(written);
      case KeyType::language:
        return is_language_code(written) || bad_language(written);
      case KeyType::url:
        return is_address(written, url_problem(written), Code::bad_url, " is no web address");
      case KeyType::email:
        return is_address(written, email_problem(written), Code::bad_email,
                          " is no e-mail address");
      case KeyType::file:
        return is_address(written, file_problem(written), Code::bad_path,
                          " is no name of a file beside the page");
      case KeyType::site_path:
        return is_address(written, site_path_problem(written), Code::bad_path,
                          " is no address on this site");
      default:
        return true;
    }
  }

  bool is_address(const std::string& written, const std::optional<AddressProblem>& problem,
                  Code code, std::string_view verdict) {
    if (!problem) return true;
    const auto mended = problem->mended ? std::optional(in_quotes(*problem->mended)) : std::nullopt;
    // An address on the web may be one of http or of https: that nobody knows but its owner.
    return refuse(code, shown(written) + std::string(verdict), problem->help, mended,
                  code != Code::bad_url);
  }

  [[nodiscard]] bool is_choice(const std::string& written) const {
    const auto choices = place_.key.choices;
    return std::find(choices.begin(), choices.end(), written) != choices.end();
  }

  bool bad_choice(const std::string& written) {
    const std::vector<std::string> choices(place_.key.choices.begin(), place_.key.choices.end());
    const auto meant = nearest(written, choices);
    return refuse(Code::bad_choice, name() + " can't be " + shown(written),
                  (meant ? "did you mean `" + *meant + "`? It is " : "write ") + one_of(choices),
                  meant ? std::optional(in_quotes(*meant)) : std::nullopt,
                  meant && is_only_near(written, choices));
  }

  bool bad_slug(const std::string& written) {
    const auto slug = mended_slug(written);
    const std::string rule =
        "lower-case letters from a to z and digits, in groups joined by single hyphens";
    if (slug.empty())
      return refuse(Code::bad_slug, shown(written) + " can't be the name of a page's file",
                    "write " + rule);
    return refuse(Code::bad_slug, shown(written) + " can't be the name of a page's file",
                  "write `" + slug + "`: " + rule, in_quotes(slug), true);
  }

  bool bad_country(const std::string& written) {
    const auto code = mended_country(written);
    if (!code)
      return refuse(Code::bad_country, shown(written) + " is no country code",
                    "write the country's two letters of ISO 3166-1, as `FR` for France");
    return refuse(Code::bad_country, shown(written) + " is no country code",
                  "write `" + *code + "`", in_quotes(*code), true);
  }

  bool bad_language(const std::string& written) {
    const auto tag = mended_language(written);
    if (!tag)
      return refuse(Code::bad_language, shown(written) + " is no language code",
                    "write it as `fr` or `pt-BR`");
    return refuse(Code::bad_language, shown(written) + " is no language code",
                  "write `" + *tag + "`", in_quotes(*tag), true);
  }

  const Value& value_;
  const ScalarPlace& place_;
  Diagnostics& diagnostics_;
};

/// How to write a value so that its type is right, where that is certain.
std::optional<std::string> converted(const Value& value, const ScalarPlace& place) {
  const auto written = place.text.bytes.substr(value.where.begin, value.where.size());
  const auto* text = value.text();
  switch (place.type) {
    case KeyType::integer:
      return value.list() || value.map() || value.boolean() || value.date()
                 ? std::nullopt
                 : mended_integer(text ? *text : written);
    case KeyType::count:
    case KeyType::figure: {
      if (value.list() || value.map() || value.boolean() || value.date()) return std::nullopt;
      auto number = mended_integer(text ? *text : written);
      return number && number->front() != '-' ? number : std::nullopt;
    }
    case KeyType::number:
      return text ? mended_number(*text) : std::nullopt;
    case KeyType::boolean:
      return text ? mended_boolean(*text) : std::nullopt;
    case KeyType::text:
      return value.list() || value.map() ? std::nullopt : std::optional(in_quotes(written));
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<Value> conform_scalar(const Value& value, const ScalarPlace& place,
                                    Diagnostics& diagnostics) {
  return Scalar(value, place, diagnostics).conform();
}

Diagnostic wrong_type(const Value& value, const ScalarPlace& place) {
  Diagnostic diagnostic;
  diagnostic.code = Code::wrong_type;
  diagnostic.file = place.text.path;
  diagnostic.where = value.where;
  const auto name = std::string(place.key.name);
  const bool is_item = place.type != place.key.type;
  diagnostic.message = (is_item ? "each value of `" + name + "`" : "`" + name + "`") + " must be " +
                       in_words(place.type) + ", and this is " + in_words(value);
  const auto text = converted(value, place);
  diagnostic.help = text ? "write `" + (is_item ? *text : name + " = " + *text) + "`"
                         : "write it like this: `" + std::string(place.key.example) + "`";
  if (text) diagnostic.fix = Fix{value.where, *text};
  // `1,500` is a thousand and a half, or one and a half.
  diagnostic.is_certain = text && (value.text() == nullptr || !has_doubtful_comma(*value.text()));
  return diagnostic;
}

std::string in_words(KeyType type) {
  switch (type) {
    case KeyType::integer:
    case KeyType::count:
      return "a whole number";
    case KeyType::number:
      return "a number";
    case KeyType::boolean:
      return "`true` or `false`";
    case KeyType::date:
      return "a date";
    case KeyType::list:
      return "a list";
    case KeyType::table:
    case KeyType::named_tables:
    case KeyType::free_table:
      return "a table";
    case KeyType::tables:
      return "a list of tables";
    case KeyType::figure:
      return "a whole number or a list of entries";
    default:
      return "a text";
  }
}

std::string in_words(const Value& value) {
  if (value.text() != nullptr) return "a text";
  if (value.integer() != nullptr) return "a whole number";
  if (value.decimal() != nullptr) return "a number with decimals";
  if (value.boolean() != nullptr) return "`true` or `false`";
  if (value.date() != nullptr) return "a date";
  return value.list() != nullptr ? "a list" : "a table";
}

}  // namespace lamppost
