// The words of the theme that lamppost ships, held against the English ones and Unicode's rules.
#include <filesystem>
#include <memory>
#include <regex>
#include <set>
#include <string>
#include <unicode/plurrule.h>
#include <vector>

#include "parse/theme_strings.h"
#include "repository.h"
#include "support/catch.h"

namespace lamppost::test {
namespace {

using Names = std::set<std::string>;

/// The official languages of the European Union (Regulation No 1).
const Names official_languages = {"bg", "cs", "da", "de", "el", "en", "es", "et",
                                  "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv",
                                  "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"};

const std::string folder = "themes/marketplace/i18n";

ThemeStrings words_in(const std::string& language) {
  ThemeStrings words;
  words.language = language;
  const std::string path = folder + '/' + language + ".toml";
  Diagnostics diagnostics;
  add_strings(words, make_source_text(path, repository_file(path)), diagnostics);
  REQUIRE(diagnostics.empty());
  return words;
}

Names keys_of(const ThemeStrings& words) {
  Names keys;
  for (const auto& [key, text] : words.texts) keys.insert(key);
  return keys;
}

Names forms_of(const ThemeString& text) {
  Names forms;
  for (const auto& [category, form] : text.forms) forms.insert(category);
  return forms;
}

/// The plural categories that the language has.
Names categories_of(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale(language.c_str()), status));
  const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(status));
  Names categories;
  while (const char* keyword = keywords->next(nullptr, status)) categories.insert(keyword);
  REQUIRE(U_SUCCESS(status));
  return categories;
}

/// What is filled in: `{n} {count}`.
std::multiset<std::string> blanks_of(const std::string& text) {
  static const std::regex blank("\\{[^}]*\\}");
  std::multiset<std::string> blanks;
  for (auto i = std::sregex_iterator(text.begin(), text.end(), blank); i != std::sregex_iterator();
       ++i) {
    blanks.insert(i->str());
  }
  return blanks;
}

const std::string& only_form(const ThemeStrings& words, const std::string& key) {
  return words.texts.at(key).forms.at("other");
}

void check_text(const ThemeString& text, const ThemeString& english, const Names& categories) {
  const auto expected = blanks_of(english.forms.at("other"));
  const bool is_plural = english.forms.size() > 1;
  CHECK(forms_of(text) == (is_plural ? categories : Names{"other"}));
  for (const auto& [category, form] : text.forms) {
    INFO(category + ": " + form);
    CHECK_FALSE(form.empty());
    CHECK(blanks_of(form) == expected);
    CHECK(form.find_first_of("'\"") == std::string::npos);  // typewriter's signs: ’ “ ” are meant
    CHECK(form.find("  ") == std::string::npos);
  }
}

}  // namespace

TEST_CASE("the theme speaks every official language of the EU") {
  Names languages;
  for (const std::string& file : repository_files(folder, ".toml"))
    languages.insert(std::filesystem::path(file).stem().string());
  CHECK(languages == official_languages);
}

TEST_CASE("the words of each language are those of English, neither more nor fewer") {
  const Names expected = keys_of(words_in("en"));
  for (const std::string& language : official_languages) {
    INFO(language);
    CHECK(keys_of(words_in(language)) == expected);
  }
}

TEST_CASE("each text has the language's plural forms, and each form what is filled in") {
  const ThemeStrings english = words_in("en");
  for (const std::string& language : official_languages) {
    const ThemeStrings words = words_in(language);
    const Names categories = categories_of(language);
    for (const auto& [key, text] : words.texts) {
      const auto model = english.texts.find(key);
      if (model == english.texts.end()) continue;  // told of above
      INFO(language + ' ' + key);
      check_text(text, model->second, categories);
    }
  }
}

TEST_CASE("a text that names a control calls it as the control is called") {
  for (const std::string& language : official_languages) {
    INFO(language);
    const ThemeStrings words = words_in(language);
    const auto names = [&](const std::string& text, const std::string& control) {
      return only_form(words, text).find(only_form(words, control)) != std::string::npos;
    };
    CHECK(names("filter.none", "filter.any"));
    CHECK(names("compare.empty", "compare.mark"));
  }
}

TEST_CASE("what changes in an initiative is called as on its page") {
  for (const std::string& language : official_languages) {
    INFO(language);
    const ThemeStrings words = words_in(language);
    const auto same = [&](const std::string& a, const std::string& b) {
      return only_form(words, a) == only_form(words, b);
    };
    CHECK(same("parts.goal", "goal"));
    CHECK(same("parts.cluster", "cluster.label"));
    CHECK(same("parts.members", "entries.members"));
    CHECK(same("parts.documents", "entries.documents"));
    CHECK(same("parts.projects", "entries.projects"));
    CHECK(same("parts.discussions", "entries.discussions"));
    CHECK(same("parts.topics", "topics.label"));
    CHECK(same("parts.countries", "countries.label"));
    CHECK(same("parts.status", "status.label"));
    CHECK(same("parts.target", "target.label"));
    CHECK(same("parts.milestones", "milestones.label"));
  }
}

}  // namespace lamppost::test
