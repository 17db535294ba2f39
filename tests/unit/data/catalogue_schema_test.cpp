#include "data/catalogue_schema.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "data/open_data.h"
#include "support/builders.h"
#include "support/catch.h"
#include "support/pieces.h"

using namespace lamppost;
using namespace lamppost::test;
using Json = nlohmann::json;

namespace {

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

/// The keywords of JSON Schema that our schema uses; any other is a mistake here.
class Validator {
 public:
  explicit Validator(Json schema) : root_(std::move(schema)) {}

  [[nodiscard]] std::vector<std::string> errors(const Json& value) { return errors(value, root_); }

  [[nodiscard]] std::vector<std::string> errors(const Json& value, const Json& schema) {
    errors_.clear();
    validate(value, schema, "");
    return errors_;
  }

 private:
  void validate(const Json& value, const Json& schema, const std::string& at) {
    for (const auto& [keyword, rule] : schema.items()) {
      if (!holds(keyword, rule, value, schema, at)) errors_.push_back(at + ": " + keyword);
    }
  }

  bool holds(const std::string& keyword, const Json& rule, const Json& value, const Json& schema,
             const std::string& at) {
    static const std::set<std::string> notes = {"$schema",     "$id",    "$defs",     "title",
                                                "description", "format", "properties"};
    // A keyword says nothing about values of another type than its own.
    static const std::map<std::string, std::string> type_of = {{"minimum", "number"},
                                                               {"pattern", "string"},
                                                               {"items", "array"},
                                                               {"required", "object"},
                                                               {"additionalProperties", "object"}};
    if (notes.contains(keyword)) return true;
    if (type_of.contains(keyword) && !has_type(value, type_of.at(keyword))) return true;
    if (keyword == "const") return value == rule;
    if (keyword == "enum") return std::ranges::find(rule, value) != rule.end();
    if (keyword == "minimum") return value.get<double>() >= rule.get<double>();
    if (keyword == "pattern") {
      return std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()));
    }
    if (keyword == "type") return of_type(rule, value);
    if (keyword == "$ref") return refers(rule, value, at);
    if (keyword == "anyOf") return any_of(rule, value);
    if (keyword == "items") return all_items(rule, value, at);
    if (keyword == "required") return has_all(rule, value);
    if (keyword == "additionalProperties") return properties_hold(schema, value, at);
    return false;
  }

  static bool of_type(const Json& rule, const Json& value) {
    if (rule.is_string()) return has_type(value, rule);
    return std::ranges::any_of(rule, [&](const Json& type) { return has_type(value, type); });
  }

  bool refers(const std::string& reference, const Json& value, const std::string& at) {
    validate(value, root_.at(Json::json_pointer(reference.substr(1))), at);
    return true;
  }

  bool any_of(const Json& rule, const Json& value) {
    return std::ranges::any_of(rule, [&](const Json& schema) {
      Validator inner(root_);
      return inner.errors(value, schema).empty();
    });
  }

  bool all_items(const Json& rule, const Json& value, const std::string& at) {
    for (const Json& item : value) validate(item, rule, at + "[]");
    return true;
  }

  static bool has_all(const Json& rule, const Json& value) {
    return std::ranges::all_of(rule, [&](const Json& name) { return value.contains(name); });
  }

  bool properties_hold(const Json& schema, const Json& value, const std::string& at) {
    bool known = true;
    for (const auto& [name, inner] : value.items()) {
      if (schema.at("properties").contains(name)) {
        validate(inner, schema.at("properties").at(name), at + '.' + name);
      } else {
        known = false;
      }
    }
    return known;
  }

  Json root_;
  std::vector<std::string> errors_;
};

PagePlan plan_of(PageKind kind, std::uint32_t subject = PagePlan::no_subject) {
  PagePlan plan;
  plan.kind = kind;
  plan.subject = subject;
  return plan;
}

/// A catalogue in which every key is given once and missing once.
Site full_site() {
  Initiative from = initiative("full")
                        .in("light")
                        .goal("G")
                        .topics({"Led"})
                        .countries({"FR"})
                        .member({"Paris", "https://paris.fr/", "FR", "lead"})
                        .document("D", "d.pdf")
                        .project({"P", "https://p.eu/", "691895", "H2020"})
                        .image("photo.jpg", "A lamp")
                        .also_in({"water"})
                        .related({"bare"})
                        .aliases({"/old/"})
                        .weight(3)
                        .extra("colour", "red")
                        .website("https://example.eu/")
                        .updated("2026-01-01")
                        .as_bundle()
                        .noun();
  from.documents.entries[0].date = date_from("2020-01-01");
  from.discussions = {1, {{"T", "https://t.eu/", date_from("2021-01-01"), 4}}};
  from.start = date_from("2014-01-01");
  from.end = from.reviewed = date_from("2030-01-01");
  from.contact = Contact{"N", "n@example.eu", "https://example.eu/"};
  from.target = Target{2.5, "posts", date_from("2030-01-01")};
  from.milestones = {{*date_from("2015-01-01"), "M", 1e6, "https://m.eu/"},
                     {*date_from("2016-01-01"), "M", {}, ""}};
  return site_of({settings().base_url("https://example.eu/a/"), cluster("light").summary("S"),
                  cluster("water"), ParsedFile{from, body_of("B")}, initiative("bare").in("water"),
                  initiative("lost").in("nowhere").member({"X", "", "", ""})},
                 {asset("initiatives/full/photo.jpg"), asset("initiatives/full/d.pdf")});
}

}  // namespace

TEST_CASE("the catalogue is what its schema says") {
  const Site site = full_site();
  Validator validator(Json::parse(catalogue_schema(site)));
  const Json catalogue =
      Json::parse(joined(catalogue_json, site, plan_of(PageKind::catalogue_json)));
  CHECK(catalogue.at("initiatives").size() == 3);
  CHECK(validator.errors(catalogue) == std::vector<std::string>{});
}

TEST_CASE("an initiative's own data is what the schema says of an initiative") {
  const Site site = full_site();
  const Json schema = Json::parse(catalogue_schema(site));
  const auto id = initiative_id(site, "full");
  const Json data = Json::parse(initiative_json(site, plan_of(PageKind::initiative_json, id)));
  CHECK(Validator(schema).errors(data, schema.at("$defs").at("initiative")) ==
        std::vector<std::string>{});
}

TEST_CASE("the schema notices what is wrong") {
  const Site site = full_site();
  Validator validator(Json::parse(catalogue_schema(site)));
  const Json right = Json::parse(joined(catalogue_json, site, plan_of(PageKind::catalogue_json)));
  const auto is_wrong = [&](const char* place, const Json& value) {
    Json wrong = right;
    wrong[Json::json_pointer(place)] = value;
    return !validator.errors(wrong).empty();
  };
  CHECK(is_wrong("/version", 2));
  CHECK(is_wrong("/surprise", 1));
  CHECK(is_wrong("/initiatives/0/slug", "Not a slug"));
  CHECK(is_wrong("/initiatives/0/members/count", -1));
  CHECK(is_wrong("/initiatives/0/start", "yesterday"));
  CHECK(is_wrong("/initiatives/0/status", "asleep"));
  Json without_title = right;
  without_title["initiatives"][0].erase("title");
  CHECK_FALSE(validator.errors(without_title).empty());
}

TEST_CASE("an empty catalogue is what the schema says too") {
  const Site site = site_of({});
  Validator validator(Json::parse(catalogue_schema(site)));
  CHECK(validator.errors(
            Json::parse(joined(catalogue_json, site, plan_of(PageKind::catalogue_json)))) ==
        std::vector<std::string>{});
}
