#include "data/catalogue_csv.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "data/absolute_urls.h"
#include "data/csv_cell.h"

namespace lamppost {
namespace {

constexpr std::array<std::string_view, 29> header = {
    "slug",         "title",         "cluster",     "also_in",      "goal",        "summary",
    "members",      "documents",     "projects",    "discussions",  "topics",      "countries",
    "status",       "start",         "end",         "updated",      "reviewed",    "website",
    "contact_name", "contact_email", "contact_url", "target_value", "target_unit", "target_by",
    "related",      "weight",        "language",    "translations", "url"};

std::string date_cell(const std::optional<Date>& date) { return date ? iso_date(*date) : ""; }

template <typename Integer>
std::string number_cell(Integer number) {
  return std::to_string(number);
}

/// Without an exponent, which not every reader takes for a number. 400 characters hold any double.
std::string number_cell(double number) {
  if (!std::isfinite(number)) return {};
  std::array<char, 400> digits{};
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  return {digits.data(), end};
}

template <typename Items, typename ToText>
std::string list_cell(const Items& items, ToText to_text) {
  std::string joined;
  for (const auto& item : items) {
    if (!joined.empty()) joined += "; ";
    joined += to_text(item);
  }
  return csv_text_cell(joined);
}

std::array<std::string, header.size()> row(const Site& site, const Edition& edition,
                                           InitiativeId id) {
  const LocalInitiative& local = edition.initiatives.at(id);
  const Initiative& from = local.initiative;
  const auto cluster_slug = [&](ClusterId c) {
    return edition.clusters.at(c).cluster->origin.slug;
  };
  const Contact contact = from.contact.value_or(Contact{});
  return {
      csv_text_cell(from.origin.slug),
      csv_text_cell(from.title.value),
      local.cluster ? csv_text_cell(cluster_slug(*local.cluster)) : "",
      list_cell(local.also_in, cluster_slug),
      csv_text_cell(from.goal),
      csv_text_cell(local.summary),
      number_cell(from.members.count),
      number_cell(from.documents.count),
      number_cell(from.projects.count),
      number_cell(from.discussions.count),
      list_cell(local.topics, [&](std::uint32_t t) { return edition.topics.at(t).name; }),
      list_cell(local.countries, [&](std::uint32_t c) { return edition.countries.at(c).code; }),
      std::string(name_of(from.status)),
      date_cell(from.start),
      date_cell(from.end),
      date_cell(from.updated),
      date_cell(from.reviewed),
      csv_text_cell(from.website),
      csv_text_cell(contact.name),
      csv_text_cell(contact.email),
      csv_text_cell(contact.url),
      from.target ? number_cell(from.target->value) : "",
      from.target ? csv_text_cell(from.target->unit) : "",
      from.target ? date_cell(from.target->by) : "",
      list_cell(std::span(local.related).first(local.named),
                [&](InitiativeId r) { return edition.initiatives.at(r).initiative->origin.slug; }),
      from.weight ? number_cell(*from.weight) : "",
      csv_text_cell(local.language),
      list_cell(local.translations, [](const std::string& language) { return language; }),
      csv_text_cell(initiative_url(site, edition, id)),
  };
}

}  // namespace

void catalogue_csv(const Site& site, const PagePlan& plan, Pieces& pieces) {
  const Edition& edition = site.editions.at(plan.edition);
  add_csv_line(pieces.end(), std::vector<std::string>(header.begin(), header.end()));
  for (const InitiativeId id : edition.order) {
    pieces.part(edition.initiatives[id].record_key,
                [&] { add_csv_line(pieces.end(), row(site, edition, id)); });
  }
}

}  // namespace lamppost
