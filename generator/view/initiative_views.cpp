#include "view/initiative_views.h"

#include <algorithm>
#include <cmath>

#include "data/body_html.h"
#include "model/address.h"
#include "model/resolve.h"
#include "view/card_views.h"
#include "view/change_views.h"
#include "view/extra_views.h"
#include "view/progress_chart.h"

namespace lamppost {
namespace {

/// The term of a country that an entry names; its name alone where no initiative is listed there.
View country_of(const PageScope& scope, const std::string& code) {
  if (code.empty()) return false;
  const auto& countries = scope.edition.countries;
  const auto term = std::find_if(countries.begin(), countries.end(),
                                 [&](const Term& country) { return country.code == code; });
  if (term != countries.end()) {
    return country_link(scope, static_cast<std::uint32_t>(term - countries.begin()));
  }
  return View::Map{{"name", scope.edition.language.country(code)},
                   {"slug", false},
                   {"href", false},
                   {"count", false},
                   {"code", code}};
}

View member_view(const PageScope& scope, const Member& member) {
  return View::Map{{"name", member.name},
                   {"href", optional_text(member.url)},
                   {"country", country_of(scope, member.country)},
                   {"role", optional_text(member.role)}};
}

/// `PDF` of `reports/plan.pdf`; nothing where the name has no ending.
std::string format_of(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  if (dot == std::string::npos || file.find('/', dot) != std::string::npos) return {};
  std::string format = file.substr(dot + 1);
  std::transform(format.begin(), format.end(), format.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return format;
}

/// A size as readers know it, in kB up to a megabyte (SI units, rounded up so that it is never 0).
std::string size_text(const PageScope& scope, std::uint64_t bytes) {
  constexpr std::uint64_t kilobyte = 1000;
  constexpr std::uint64_t megabyte = 1000 * kilobyte;
  if (bytes < megabyte) return scope.words.count("sizes.kilobytes", bytes / kilobyte + 1);
  const double megabytes = std::round(static_cast<double>(bytes) / 100000.0) / 10.0;
  const std::string number = scope.edition.language.number(megabytes);
  return scope.words.text("sizes.megabytes", {{"n", number}});
}

View language_view(const PageScope& scope, const std::string& code) {
  if (code.empty()) return false;
  return View::Map{{"code", code}, {"name", scope.edition.language.language_name(code)}};
}

View document_view(const PageScope& scope, const Origin& from, const Document& document) {
  const Asset* file =
      document.file.value.empty() ? nullptr : find_beside(scope.site, from, document.file.value);
  View view(View::Map{{"title", document.title},
                      {"date", date_view(scope, document.date)},
                      {"language", language_view(scope, document.language)},
                      {"is_file", file != nullptr}});
  view.set("href", file != nullptr ? View(scope.link("/" + file->output_path))
                                   : optional_text(document.url));
  view.set("format", file != nullptr ? optional_text(format_of(file->output_path)) : View(false));
  view.set("size", file != nullptr ? View(size_text(scope, file->size)) : View(false));
  return view;
}

/// The page of what is linked to the same project.
View project_page(const PageScope& scope, const Project& project) {
  if (project.cordis.empty() || !offers(scope.site, PageKind::project)) return false;
  return scope.link(project_address(scope.edition.prefix, project.cordis));
}

View project_view(const PageScope& scope, const Project& project) {
  const std::string cordis = cordis_page(project.cordis);
  return View::Map{{"title", project.title},
                   {"page", project_page(scope, project)},
                   {"href", optional_text(project.url.empty() ? cordis : project.url)},
                   {"website", optional_text(project.url)},
                   {"cordis", optional_text(project.cordis)},
                   {"cordis_href", optional_text(cordis)},
                   {"programme", optional_text(project.programme)}};
}

View discussion_view(const PageScope& scope, const Discussion& discussion) {
  View replies =
      discussion.replies == 0 ? View(false) : figure_view(scope, "replies", discussion.replies);
  return View::Map{{"title", discussion.title},
                   {"href", optional_text(discussion.url)},
                   {"date", date_view(scope, discussion.date)},
                   {"replies", std::move(replies)}};
}

/// A figure with its entries, each made by the function.
template <typename Entry, typename Function>
View figure_with_entries(const PageScope& scope, const std::string& key,
                         const Figure<Entry>& figure, const Function& view_of_entry) {
  View view = figure_view(scope, key, figure.count);
  View::List entries;
  for (const Entry& entry : figure.entries) entries.push_back(view_of_entry(entry));
  set_list<"entries">(view, std::move(entries));
  return view;
}

void add_figures(View& view, const PageScope& scope, const Initiative& initiative) {
  view.set("figures", figure_views(scope, figures_of(initiative)));
  view.set("members",
           figure_with_entries(scope, "members", initiative.members,
                               [&](const Member& entry) { return member_view(scope, entry); }));
  view.set("documents", figure_with_entries(scope, "documents", initiative.documents,
                                            [&](const Document& entry) {
                                              return document_view(scope, initiative.origin, entry);
                                            }));
  view.set("projects",
           figure_with_entries(scope, "projects", initiative.projects,
                               [&](const Project& entry) { return project_view(scope, entry); }));
  view.set("discussions", figure_with_entries(scope, "discussions", initiative.discussions,
                                              [&](const Discussion& entry) {
                                                return discussion_view(scope, entry);
                                              }));
}

/// How far the last milestone that has a value has come, in percent of the target.
View progress_view(const PageScope& scope, const Initiative& initiative) {
  const Milestone* last = nullptr;
  for (const Milestone& milestone : initiative.milestones) {
    if (!milestone.value) continue;
    if (last == nullptr || milestone.date >= last->date) last = &milestone;
  }
  if (last == nullptr || !initiative.target || initiative.target->value <= 0) return false;
  const double percent = std::max(0.0, *last->value / initiative.target->value * 100);
  // A small beginning is not nothing: one decimal below 10 %, none above.
  const double shown = percent < 10 ? std::round(percent * 10) / 10 : std::round(percent);
  const auto bar = static_cast<std::uint64_t>(std::min(100.0, std::round(percent)));
  const Language& language = scope.edition.language;
  return View::Map{
      {"bar", std::to_string(bar)},
      {"value", language.number(*last->value)},
      {"percent", scope.words.text("progress.percent", {{"n", language.number(shown)}})},
      {"date", date_view(scope, last->date)}};
}

View target_view(const PageScope& scope, const Initiative& initiative) {
  if (!initiative.target) return false;
  const Target& target = *initiative.target;
  return View::Map{{"value", scope.edition.language.number(target.value)},
                   {"unit", optional_text(target.unit)},
                   {"by", date_view(scope, target.by)},
                   {"progress", progress_view(scope, initiative)},
                   {"chart", progress_chart(scope, initiative)}};
}

View::List milestone_views(const PageScope& scope, const Initiative& initiative) {
  View::List list;
  for (const Milestone& milestone : initiative.milestones) {
    View value = milestone.value ? View(scope.edition.language.number(*milestone.value)) : false;
    list.push_back(View::Map{{"date", date_view(scope, milestone.date)},
                             {"title", milestone.title},
                             {"value", std::move(value)},
                             {"href", optional_text(milestone.url)}});
  }
  return list;
}

View contact_view(const std::optional<Contact>& contact) {
  if (!contact) return false;
  return View::Map{{"name", optional_text(contact->name)},
                   {"email", optional_text(contact->email)},
                   {"href", optional_text(contact->url)}};
}

/// A website as people say it: without scheme and last slash.
View website_view(const std::string& url) {
  if (url.empty()) return false;
  std::string label = url;
  const std::size_t scheme = label.find("://");
  if (scheme != std::string::npos) label.erase(0, scheme + 3);
  if (label.size() > 1 && label.back() == '/') label.pop_back();
  return View::Map{{"href", url}, {"label", label}};
}

void add_terms(View& view, const PageScope& scope, const LocalInitiative& local) {
  View::List topics;
  for (const auto id : local.topics) {
    topics.push_back(topic_link(scope, id));
  }
  set_list<"topics">(view, std::move(topics));
  View::List countries;
  for (const auto id : local.countries) {
    countries.push_back(country_link(scope, id));
  }
  set_list<"countries">(view, std::move(countries));
}

}  // namespace

std::string cordis_page(const std::string& grant_number) {
  return grant_number.empty() ? "" : "https://cordis.europa.eu/project/id/" + grant_number;
}

void add_initiative(View& view, const PageScope& scope, InitiativeId id) {
  const LocalInitiative& local = scope.edition.initiatives.at(id);
  const Initiative& initiative = local.initiative;
  const std::string address = initiative_address(scope.edition.prefix, initiative.origin.slug);
  view.set("slug", initiative.origin.slug);
  view.set("goal", optional_text(initiative.goal));
  view.set("summary", optional_text(local.summary));
  view.set("body",
           optional_html(body_html(scope.site, scope.plan.edition, initiative.origin, local.body)));
  view.set("cluster", local.cluster ? cluster_link(scope, *local.cluster) : View(false));
  add_figures(view, scope, initiative);
  add_terms(view, scope, local);
  view.set("status", status_view(scope, initiative.status));
  view.set("start", date_view(scope, initiative.start));
  view.set("end", date_view(scope, initiative.end));
  view.set("updated", date_view(scope, initiative.updated));
  view.set("reviewed", date_view(scope, initiative.reviewed));
  view.set("website", website_view(initiative.website));
  view.set("contact", contact_view(initiative.contact));
  view.set("image", image_view(scope, initiative.origin, initiative.image));
  view.set("target", target_view(scope, initiative));
  set_list<"milestones">(view, milestone_views(scope, initiative));
  set_list<"related">(view, card_views(scope, local.related));
  view.set("change", change_view(scope, id));
  set_list<"also_in">(view, cluster_links(scope, local.also_in));
  const Neighbours neighbours = neighbours_of(scope.edition, local);
  view.set("previous", initiative_link(scope, neighbours.previous));
  view.set("next", initiative_link(scope, neighbours.next));
  view.set("data", scope.link(address + "index.json"));
  view.set("extra", extra_view(initiative.extra));
}

Neighbours neighbours_of(const Edition& edition, const LocalInitiative& local) {
  Neighbours neighbours;
  if (!local.cluster) return neighbours;
  const auto& leads = edition.clusters.at(*local.cluster).leads;
  if (local.place > 0) neighbours.previous = leads.at(local.place - 1);
  if (local.place + 1 < leads.size()) neighbours.next = leads.at(local.place + 1);
  return neighbours;
}

}  // namespace lamppost
