#include "parse/nouns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "parse/fields.h"

namespace lamppost {
namespace {

std::uint64_t count_of(const Value& value) {
  return value.integer() == nullptr
             ? 0
             : static_cast<std::uint64_t>(std::max<std::int64_t>(*value.integer(), 0));
}

/// What each table of a list describes; nothing of other values.
template <typename Entry>
std::vector<Entry> entries_of(const Value& value, Entry (*entry_from)(const ValueMap&)) {
  std::vector<Entry> entries;
  if (value.list() == nullptr) return entries;
  entries.reserve(value.list()->size());
  for (const auto& entry : *value.list()) {
    // A list that `conform` let through holds tables only; one from damaged bytes may not.
    if (entry.map() != nullptr) entries.push_back(entry_from(*entry.map()));
  }
  return entries;
}

/// A figure: its number, or its entries, whose number it is.
template <typename Entry>
Figure<Entry> figure_of(const ValueMap& map, std::string_view key,
                        Entry (*entry_from)(const ValueMap&)) {
  Figure<Entry> figure;
  const auto* value = find(map, key);
  if (value == nullptr) return figure;
  if (value->list() == nullptr) {
    figure.count = count_of(*value);
    return figure;
  }
  figure.entries = entries_of(*value, entry_from);
  figure.count = figure.entries.size();
  return figure;
}

Member member_from(const ValueMap& map) {
  return {text_of(map, "name"), text_of(map, "url"), text_of(map, "country"), text_of(map, "role")};
}

Document document_from(const ValueMap& map) {
  return {text_of(map, "title"), text_of(map, "url"), located_text_of(map, "file"),
          date_of(map, "date"), text_of(map, "language")};
}

Project project_from(const ValueMap& map) {
  return {text_of(map, "title"), text_of(map, "url"), text_of(map, "cordis"),
          text_of(map, "programme")};
}

Discussion discussion_from(const ValueMap& map) {
  const auto replies = static_cast<std::uint64_t>(integer_of(map, "replies").value_or(0));
  return {text_of(map, "title"), text_of(map, "url"), date_of(map, "date"), replies};
}

Milestone milestone_from(const ValueMap& map) {
  return {date_of(map, "date").value_or(Date{}), text_of(map, "title"), number_of(map, "value"),
          text_of(map, "url")};
}

std::vector<Milestone> milestones_of(const ValueMap& map) {
  const auto* value = find(map, "milestones");
  return value == nullptr ? std::vector<Milestone>{} : entries_of(*value, milestone_from);
}

Status status_of(const ValueMap& map) {
  const auto name = text_of(map, "status");
  for (const auto status : {Status::planned, Status::completed}) {
    if (name == name_of(status)) return status;
  }
  return Status::active;
}

std::optional<Contact> contact_of(const ValueMap& map) {
  if (find(map, "contact") == nullptr) return std::nullopt;
  const auto& table = table_of(map, "contact");
  return Contact{text_of(table, "name"), text_of(table, "email"), text_of(table, "url")};
}

std::optional<Image> image_of(const ValueMap& map) {
  if (find(map, "image") == nullptr) return std::nullopt;
  const auto& table = table_of(map, "image");
  return Image{located_text_of(table, "src"), text_of(table, "alt")};
}

std::optional<Target> target_of(const ValueMap& map) {
  if (find(map, "target") == nullptr) return std::nullopt;
  const auto& table = table_of(map, "target");
  return Target{number_of(table, "value").value_or(0), text_of(table, "unit"),
                date_of(table, "by")};
}

std::vector<std::string> countries_of(const ValueMap& map) {
  std::vector<std::string> countries;
  for (auto& country : texts_of(map, "countries")) countries.push_back(std::move(country.value));
  return countries;
}

}  // namespace

Initiative initiative_from(Origin origin) {
  Initiative made;
  const auto& map = origin.given;
  made.title = located_text_of(map, "title");
  made.cluster = located_text_of(map, "cluster");
  made.goal = text_of(map, "goal");
  made.summary = text_of(map, "summary");
  made.members = figure_of<Member>(map, "members", member_from);
  made.documents = figure_of<Document>(map, "documents", document_from);
  made.projects = figure_of<Project>(map, "projects", project_from);
  made.discussions = figure_of<Discussion>(map, "discussions", discussion_from);
  made.topics = texts_of(map, "topics");
  made.countries = countries_of(map);
  made.status = status_of(map);
  made.start = date_of(map, "start");
  made.end = date_of(map, "end");
  made.updated = date_of(map, "updated");
  made.reviewed = date_of(map, "reviewed");
  made.website = text_of(map, "website");
  made.contact = contact_of(map);
  made.image = image_of(map);
  made.related = texts_of(map, "related");
  made.also_in = texts_of(map, "also_in");
  made.target = target_of(map);
  made.milestones = milestones_of(map);
  made.aliases = texts_of(map, "aliases");
  made.weight = integer_of(map, "weight");
  made.draft = flag_of(map, "draft");
  made.extra = table_of(map, "extra");
  made.origin = std::move(origin);
  return made;
}

Cluster cluster_from(Origin origin) {
  Cluster made;
  const auto& map = origin.given;
  made.title = located_text_of(map, "title");
  made.summary = text_of(map, "summary");
  made.weight = integer_of(map, "weight");
  made.image = image_of(map);
  made.aliases = texts_of(map, "aliases");
  made.draft = flag_of(map, "draft");
  made.extra = table_of(map, "extra");
  made.origin = std::move(origin);
  return made;
}

FreePage free_page_from(Origin origin) {
  FreePage made;
  const auto& map = origin.given;
  made.title = located_text_of(map, "title");
  made.summary = text_of(map, "summary");
  made.weight = integer_of(map, "weight");
  made.menu = flag_of(map, "menu");
  made.draft = flag_of(map, "draft");
  made.extra = table_of(map, "extra");
  made.origin = std::move(origin);
  return made;
}

void check_dates(const Initiative& initiative, Diagnostics& diagnostics) {
  if (!initiative.start || !initiative.end || *initiative.start <= *initiative.end) return;
  Diagnostic diagnostic;
  diagnostic.code = Code::dates_out_of_order;
  diagnostic.file = initiative.origin.file;
  diagnostic.where = find(initiative.origin.given, "end")->where;
  diagnostic.message = "`end` (" + iso_date(*initiative.end) + ") is before `start` (" +
                       iso_date(*initiative.start) + ")";
  diagnostic.help = "put one of the two dates right";
  diagnostic.notes.push_back(
      {"it starts here", initiative.origin.file, find(initiative.origin.given, "start")->where});
  diagnostics.add(std::move(diagnostic));
}

}  // namespace lamppost
