#include "data/catalogue_schema.h"

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "data/open_data.h"
#include "model/address.h"

namespace lamppost {
namespace {

using Json = nlohmann::ordered_json;

Json type(const char* name) { return {{"type", name}}; }

Json type_or_null(const char* name) { return {{"type", {name, "null"}}}; }

Json count() { return {{"type", "integer"}, {"minimum", 0}}; }

Json reference(const std::string& definition) { return {{"$ref", "#/$defs/" + definition}}; }

Json reference_or_null(const std::string& definition) {
  return {{"anyOf", {reference(definition), type("null")}}};
}

Json array_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json described(Json schema, const char* description) {
  schema["description"] = description;
  return schema;
}

/// An object that has all of these keys and no other.
Json object(std::initializer_list<std::pair<const char*, Json>> keys) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const auto& [name, schema] : keys) {
    properties[name] = schema;
    required.push_back(name);
  }
  return {{"type", "object"},
          {"properties", std::move(properties)},
          {"required", std::move(required)},
          {"additionalProperties", false}};
}

Json text() { return type("string"); }
Json optional_text() { return type_or_null("string"); }
Json slug_list() { return array_of(reference("slug")); }
Json optional_date() { return reference_or_null("date"); }
Json optional_url() { return reference_or_null("url"); }

Json text_hash() {
  return described(optional_text(), "equal where the page's text reads the same");
}

Json aliases() { return described(array_of(text()), "old addresses that lead here"); }

Json figure_schema(Json entry) {
  return object({{"count", described(count(), "the figure shown; the entries may not be known")},
                 {"entries", array_of(std::move(entry))}});
}

Json figures_schema() {
  return object({{"members", count()},
                 {"documents", count()},
                 {"projects", count()},
                 {"discussions", count()}});
}

Json member_schema() {
  return object({{"name", text()},
                 {"url", optional_url()},
                 {"country", reference_or_null("country_code")},
                 {"role", optional_text()}});
}

Json document_schema() {
  return object({{"title", text()},
                 {"url", optional_url()},
                 {"file", optional_url()},
                 {"date", optional_date()},
                 {"language", optional_text()}});
}

Json project_schema() {
  return object({{"title", text()},
                 {"url", optional_url()},
                 {"cordis", described(optional_text(), "the grant number")},
                 {"programme", optional_text()}});
}

Json discussion_schema() {
  return object({{"title", text()},
                 {"url", optional_url()},
                 {"date", optional_date()},
                 {"replies", count()}});
}

Json milestone_schema() {
  return object({{"date", reference("date")},
                 {"title", text()},
                 {"value", type_or_null("number")},
                 {"url", optional_url()}});
}

Json initiative() {
  Json schema =
      object({{"slug", reference("slug")},
              {"url", reference("url")},
              {"language", described(text(), "of the words: BCP 47")},
              {"translations", described(array_of(text()), "every language it is written in")},
              {"title", text()},
              {"cluster", described(reference_or_null("slug"), "the action cluster that leads it")},
              {"also_in", described(slug_list(), "other clusters that list it")},
              {"goal", optional_text()},
              {"summary", optional_text()},
              {"text_hash", text_hash()},
              {"status", {{"enum", {"planned", "active", "completed"}}}},
              {"members", figure_schema(member_schema())},
              {"documents", figure_schema(document_schema())},
              {"projects", figure_schema(project_schema())},
              {"discussions", figure_schema(discussion_schema())},
              {"topics", array_of(text())},
              {"countries", array_of(reference("country_code"))},
              {"start", optional_date()},
              {"end", optional_date()},
              {"updated", optional_date()},
              {"reviewed", optional_date()},
              {"website", optional_url()},
              {"contact", reference_or_null("contact")},
              {"image", reference_or_null("image")},
              {"related", slug_list()},
              {"target", described(reference_or_null("target"), "the goal as a number")},
              {"milestones", array_of(milestone_schema())},
              {"aliases", aliases()},
              {"weight", type_or_null("integer")},
              {"draft", type("boolean")},
              {"extra", type("object")}});
  schema["properties"]["body"] =
      described(object({{"html", text()}, {"text", text()}}), "in its own index.json only");
  return schema;
}

Json cluster() {
  return object({{"slug", reference("slug")},
                 {"url", reference("url")},
                 {"language", text()},
                 {"translations", array_of(text())},
                 {"title", text()},
                 {"summary", optional_text()},
                 {"text_hash", text_hash()},
                 {"image", reference_or_null("image")},
                 {"totals", described(figures_schema(), "of the initiatives it leads")},
                 {"initiatives", described(slug_list(), "that it leads")},
                 {"also_lists", slug_list()},
                 {"aliases", aliases()},
                 {"weight", type_or_null("integer")},
                 {"extra", type("object")}});
}

Json free_page() {
  return object({{"slug", reference("slug")},
                 {"url", reference("url")},
                 {"language", text()},
                 {"translations", array_of(text())},
                 {"title", text()},
                 {"summary", optional_text()},
                 {"text_hash", text_hash()},
                 {"menu", described(type("boolean"), "listed in the site's menu")},
                 {"weight", type_or_null("integer")},
                 {"extra", type("object")}});
}

Json topic() {
  return object({{"slug", reference("slug")},
                 {"name", text()},
                 {"url", reference("url")},
                 {"initiatives", slug_list()}});
}

Json country() {
  return object({{"code", reference("country_code")},
                 {"name", text()},
                 {"url", reference("url")},
                 {"initiatives", slug_list()}});
}

Json totals() {
  Json schema = figures_schema();
  for (const char* name : {"clusters", "initiatives"}) {
    schema["properties"][name] = count();
    schema["required"].push_back(name);
  }
  return schema;
}

Json definitions() {
  return {
      {"slug", {{"type", "string"}, {"pattern", "^[a-z0-9]+(-[a-z0-9]+)*$"}}},
      {"url", {{"type", "string"}, {"format", "uri"}}},
      {"date",
       {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},
      {"country_code", {{"type", "string"}, {"pattern", "^[A-Z]{2}$"}}},
      {"contact",
       object({{"name", optional_text()}, {"email", optional_text()}, {"url", optional_url()}})},
      {"image", object({{"src", optional_url()}, {"alt", text()}})},
      {"target", object({{"value", type_or_null("number")},
                         {"unit", optional_text()},
                         {"by", optional_date()}})},
      {"cluster", cluster()},
      {"initiative", initiative()},
      {"page", free_page()},
      {"topic", topic()},
      {"country", country()}};
}

}  // namespace

std::string catalogue_schema(const Site& site) {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"$id", absolute_url(site.settings.base_url, "/catalogue.schema.json")},
                 {"title", "A catalogue of initiatives"}};
  schema.update(object({{"$schema", reference("url")},
                        {"version", {{"const", catalogue_version}}},
                        {"title", text()},
                        {"description", optional_text()},
                        {"language", text()},
                        {"url", reference("url")},
                        {"totals", totals()},
                        {"clusters", array_of(reference("cluster"))},
                        {"initiatives", array_of(reference("initiative"))},
                        {"pages", array_of(reference("page"))},
                        {"topics", array_of(reference("topic"))},
                        {"countries", array_of(reference("country"))}}));
  schema["$defs"] = definitions();
  return schema.dump(2) + "\n";
}

}  // namespace lamppost
