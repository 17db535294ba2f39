#include "keys/keys.h"

#include <algorithm>
#include <array>

namespace lamppost {
namespace {

// A key is written as what it holds, its name, its help and its example.

constexpr Key key(KeyType type, std::string_view name, std::string_view help,
                  std::string_view example) {
  Key made;
  made.name = name;
  made.type = type;
  made.help = help;
  made.example = example;
  return made;
}

constexpr Key required(Key made) {
  made.required = true;
  return made;
}

constexpr Key translatable(Key made) {
  made.translatable = true;
  return made;
}

constexpr Key may_be_empty(Key made) {
  made.may_be_empty = true;
  return made;
}

constexpr Key at_least_one(Key made) {
  made.least = 1;
  return made;
}

constexpr Key in_folder(std::string_view folder, Key made) {
  made.folder = folder;
  return made;
}

constexpr Key words(std::string_view name, std::string_view help, std::string_view example) {
  return translatable(key(KeyType::text, name, help, example));
}

constexpr Key list_of(KeyType item, std::string_view name, std::string_view help,
                      std::string_view example) {
  auto made = key(KeyType::list, name, help, example);
  made.item = item;
  return made;
}

constexpr Key choice_of(std::span<const std::string_view> choices, std::string_view name,
                        std::string_view help, std::string_view example) {
  auto made = key(KeyType::choice, name, help, example);
  made.choices = choices;
  return made;
}

constexpr Key holding(std::span<const Key> children, KeyType type, std::string_view name,
                      std::string_view help, std::string_view example) {
  auto made = key(type, name, help, example);
  made.children = children;
  return made;
}

constexpr std::array<std::string_view, 3> statuses = {"planned", "active", "completed"};

constexpr auto member_keys = std::to_array<Key>({
    required(words("name", "Who takes part", R"(name = "City of Lisbon")")),
    key(KeyType::url, "url", "The member's website", R"(url = "https://www.lisboa.pt/")"),
    key(KeyType::country, "country", "Where the member is at home", R"(country = "PT")"),
    words("role", "What the member does in the initiative", R"(role = "Coordinator")"),
});

constexpr auto document_keys = std::to_array<Key>({
    required(words("title", "The document's title", R"(title = "Leadership guide")")),
    key(KeyType::url, "url", "Where the document can be read",
        R"(url = "https://example.eu/guide.pdf")"),
    key(KeyType::file, "file", "The document itself, a file beside the page (give this or `url`)",
        R"(file = "guide.pdf")"),
    key(KeyType::date, "date", "When it was published", "date = 2017-05-31"),
    key(KeyType::language, "language", "The language it is written in", R"(language = "en")"),
});

constexpr auto project_keys = std::to_array<Key>({
    required(words("title", "The project's name", R"(title = "Sharing Cities")")),
    key(KeyType::url, "url", "The project's website", R"(url = "https://sharingcities.eu/")"),
    key(KeyType::digits, "cordis", "The EU grant number: links to the project's CORDIS page",
        R"(cordis = "691895")"),
    words("programme", "The programme that funds it", R"(programme = "Horizon 2020")"),
});

constexpr auto discussion_keys = std::to_array<Key>({
    required(words("title", "What is discussed", R"(title = "Which lamps last longest?")")),
    key(KeyType::url, "url", "Where it is discussed", R"(url = "https://example.eu/forum/42")"),
    key(KeyType::date, "date", "When it began", "date = 2024-03-01"),
    key(KeyType::count, "replies", "How many answers there are", "replies = 5"),
});

constexpr auto contact_keys = std::to_array<Key>({
    key(KeyType::text, "name", "Whom to write to", R"(name = "Initiative office")"),
    key(KeyType::email, "email", "Their e-mail address", R"(email = "office@example.eu")"),
    key(KeyType::url, "url", "A contact page", R"(url = "https://example.eu/contact")"),
});

constexpr auto image_keys = std::to_array<Key>({
    required(key(KeyType::file, "src", "The picture, a file beside the page",
                 R"(src = "lamppost.jpg")")),
    required(may_be_empty(words(
        "alt", "What the picture shows, for those who can't see it; empty if it is decoration",
        R"(alt = "A street with new lampposts at dusk")"))),
});

constexpr auto target_keys = std::to_array<Key>({
    required(key(KeyType::number, "value", "How much is to be reached", "value = 10_000_000")),
    words("unit", "Of what", R"(unit = "smart lampposts")"),
    key(KeyType::date, "by", "By when", "by = 2030-12-31"),
});

constexpr auto milestone_keys = std::to_array<Key>({
    required(key(KeyType::date, "date", "When it was reached", "date = 2018-06-29")),
    required(words("title", "What was reached", R"(title = "Four regions sign the declaration")")),
    key(KeyType::number, "value", "How much of the target was reached then", "value = 120_000"),
    key(KeyType::url, "url", "Where to read more",
        R"(url = "https://example.eu/news/declaration")"),
});

// Keys that several kinds of page have.
constexpr Key weight_key =
    key(KeyType::integer, "weight", "Place in lists: lower comes first, equal ones by title",
        "weight = 10");
constexpr Key draft_key =
    key(KeyType::boolean, "draft", "Left out of the site unless asked for with `--drafts`",
        "draft = true");
constexpr Key extra_key =
    translatable(key(KeyType::free_table, "extra", "Anything else, for the theme",
                     R"(extra = { colour = "green" })"));
constexpr Key image_key = translatable(
    holding(image_keys, KeyType::table, "image", "A picture, shown on the page and its card",
            R"(image = { src = "lamppost.jpg", alt = "A new lamppost" })"));
constexpr Key aliases_key =
    list_of(KeyType::site_path, "aliases", "Old addresses of this page, which lead here",
            R"(aliases = ["/initiatives/old-name/"])");

constexpr auto initiative_table = std::to_array<Key>({
    required(words("title", "The initiative's name", R"(title = "Humble Lamppost")")),
    required(in_folder("clusters",
                       key(KeyType::slug, "cluster",
                           "The action cluster that leads it: the name of its file without `.md`",
                           R"(cluster = "citizen-focus")"))),
    words("goal", "The main goal, in one sentence",
          R"(goal = "10 million smart lampposts across EU cities")"),
    words("summary", "A sentence or two for cards and feeds; else the goal is shown there",
          R"(summary = "Cities renew their lampposts together, at half the price.")"),
    translatable(holding(member_keys, KeyType::figure, "members",
                         "How many take part, or who: a number, or one [[members]] for each",
                         "members = 18")),
    translatable(
        holding(document_keys, KeyType::figure, "documents",
                "How many documents there are, or which: a number, or one [[documents]] for each",
                "documents = 17")),
    translatable(
        holding(project_keys, KeyType::figure, "projects",
                "How many projects are linked, or which: a number, or one [[projects]] for each",
                R"(projects = [{ title = "Sharing Cities", cordis = "691895" }])")),
    translatable(holding(
        discussion_keys, KeyType::figure, "discussions",
        "How many discussions there are, or which: a number, or one [[discussions]] for each",
        "discussions = 9")),
    list_of(KeyType::text, "topics", "What it is about, for the pages by topic",
            R"(topics = ["Lighting", "Energy efficiency"])"),
    list_of(KeyType::country, "countries", "Where it is at work: two-letter codes (ISO 3166-1)",
            R"(countries = ["FR", "PT"])"),
    choice_of(statuses, "status",
              "Whether it is to come, at work (so unless said otherwise) or over",
              R"(status = "active")"),
    key(KeyType::date, "start", "When it began or will begin", "start = 2014-02-01"),
    key(KeyType::date, "end", "When it ended or will end", "end = 2030-12-31"),
    key(KeyType::date, "updated", "When this page was last changed", "updated = 2026-11-22"),
    key(KeyType::date, "reviewed", "When somebody last made sure that this page is right",
        "reviewed = 2026-11-22"),
    key(KeyType::url, "website", "The initiative's own website",
        R"(website = "https://example.eu/lamppost")"),
    holding(contact_keys, KeyType::table, "contact", "Whom to ask",
            R"(contact = { name = "Initiative office", email = "office@example.eu" })"),
    image_key,
    in_folder("initiatives", list_of(KeyType::slug, "related",
                                     "Other initiatives: the names of their files without `.md`",
                                     R"(related = ["urban-data-platform"])")),
    in_folder("clusters", list_of(KeyType::slug, "also_in",
                                  "Other clusters that list it: the names of their files without "
                                  "`.md`",
                                  R"(also_in = ["citizen-focus"])")),
    translatable(
        holding(target_keys, KeyType::table, "target", "The goal as a number",
                R"(target = { value = 10_000_000, unit = "lampposts", by = 2030-12-31 })")),
    translatable(holding(milestone_keys, KeyType::tables, "milestones",
                         "What was reached when: one [[milestones]] for each",
                         R"(milestones = [{ date = 2018-06-29, title = "Four regions sign" }])")),
    aliases_key,
    weight_key,
    draft_key,
    extra_key,
});

constexpr auto cluster_table = std::to_array<Key>({
    required(words("title", "The cluster's name", R"(title = "Citizen Focus")")),
    words("summary", "A sentence or two for cards; else the page's first paragraph is shown there",
          R"(summary = "Brings cities and citizens together.")"),
    weight_key,
    image_key,
    aliases_key,
    draft_key,
    extra_key,
});

constexpr auto free_page_table = std::to_array<Key>({
    words("title", "The page's title", R"(title = "About this catalogue")"),
    words("summary", "A sentence or two, for search engines",
          R"(summary = "What this catalogue is and who keeps it.")"),
    weight_key,
    key(KeyType::boolean, "menu", "Whether the site's menu shows the page", "menu = true"),
    draft_key,
    extra_key,
});

constexpr auto language_keys = std::to_array<Key>({
    key(KeyType::text, "name", "The language's name, in itself", R"(name = "Français")"),
    key(KeyType::text, "title", "The site's name in that language", R"(title = "Le catalogue")"),
    key(KeyType::text, "description", "What the site is, in that language",
        R"(description = "Les initiatives.")"),
});

constexpr auto repository_keys = std::to_array<Key>({
    key(KeyType::url, "url", "Where the content's repository is on the web",
        R"(url = "https://github.com/example/catalogue")"),
    key(KeyType::text, "branch", "The branch that is published, else main", R"(branch = "main")"),
    key(KeyType::file, "content", "The content's folder in the repository, else content",
        R"(content = "content")"),
});

constexpr auto open_data_keys = std::to_array<Key>({
    key(KeyType::text, "publisher", "Who answers for the data",
        R"(publisher = "Smart Cities Marketplace")"),
    key(KeyType::url, "publisher_url", "The address of who answers for the data",
        R"(publisher_url = "https://example.eu/")"),
    key(KeyType::url, "license", "The address of the terms under which the data may be used again",
        R"(license = "https://creativecommons.org/licenses/by/4.0/")"),
});

constexpr auto paginate_keys = std::to_array<Key>({
    at_least_one(key(KeyType::count, "initiatives",
                     "How many initiatives one page of a list shows, else 100",
                     "initiatives = 100")),
});

constexpr auto teaser_keys = std::to_array<Key>({
    at_least_one(key(KeyType::count, "length",
                     "How many characters of the goal or summary a card shows, else 180",
                     "length = 180")),
});

constexpr auto feed_keys = std::to_array<Key>({
    at_least_one(
        key(KeyType::count, "length", "How many entries a feed has, else 50", "length = 50")),
});

constexpr auto settings_table = std::to_array<Key>({
    key(KeyType::text, "title", "The site's name", R"(title = "Smart Cities initiatives")"),
    key(KeyType::text, "description", "What the site is, in a sentence or two",
        R"(description = "A catalogue of initiatives.")"),
    key(KeyType::url, "base_url", "The address the site will have; the path part counts",
        R"(base_url = "https://example.eu/catalogue/")"),
    key(KeyType::text, "theme", "The theme's folder below `themes/`", R"(theme = "marketplace")"),
    key(KeyType::language, "default_language",
        "The language of the files without a language in their name", R"(default_language = "en")"),
    holding(language_keys, KeyType::named_tables, "languages",
            "One [languages.CODE] for each language the site is published in",
            R"(languages.fr = { name = "Français", title = "Le catalogue" })"),
    holding(repository_keys, KeyType::table, "repository",
            "Where the content is kept: makes the \"edit this page\" links",
            R"(repository = { url = "https://github.com/example/catalogue" })"),
    holding(open_data_keys, KeyType::table, "open_data",
            "What data portals are told of the catalogue's data",
            R"(open_data = { publisher = "Smart Cities Marketplace" })"),
    holding(paginate_keys, KeyType::table, "paginate", "How lists are divided into pages",
            "paginate = { initiatives = 100 }"),
    holding(teaser_keys, KeyType::table, "teaser", "How much text a card shows",
            "teaser = { length = 180 }"),
    holding(feed_keys, KeyType::table, "feed", "How much a feed holds", "feed = { length = 50 }"),
    extra_key,
});

/// The scripts of one layout's pages.
constexpr Key scripts_of(std::string_view layout, std::string_view example) {
  return list_of(KeyType::file, layout, "The scripts of the pages made with this layout", example);
}

constexpr auto scripts_for_keys = std::to_array<Key>({
    scripts_of("home", R"(home = ["js/list.js"])"),
    scripts_of("cluster", R"(cluster = ["js/list.js"])"),
    scripts_of("initiative", R"(initiative = ["js/map.js"])"),
    scripts_of("topic", R"(topic = ["js/list.js"])"),
    scripts_of("country", R"(country = ["js/list.js"])"),
    scripts_of("free_page", R"(free_page = ["js/map.js"])"),
    scripts_of("not_found", R"(not_found = ["js/search.js"])"),
    scripts_of("redirect", R"(redirect = ["js/count.js"])"),
    scripts_of("a_to_z", R"(a_to_z = ["js/list.js"])"),
    scripts_of("search", R"(search = ["js/search.js"])"),
    scripts_of("statistics", R"(statistics = ["js/charts.js"])"),
    scripts_of("changes", R"(changes = ["js/list.js"])"),
    scripts_of("project", R"(project = ["js/list.js"])"),
    scripts_of("compare", R"(compare = ["js/compare.js"])"),
    scripts_of("open_data", R"(open_data = ["js/copy.js"])"),
    scripts_of("contribute", R"(contribute = ["js/contribute.js"])"),
    scripts_of("embed", R"(embed = ["js/frame.js"])"),
});

constexpr auto theme_table = std::to_array<Key>({
    required(key(KeyType::text, "name", "The theme's name", R"(name = "Marketplace")")),
    required(key(KeyType::integer, "api",
                 "The contract between lamppost and themes that it was written for", "api = 1")),
    key(KeyType::text, "extends",
        "The theme it builds on: what it does not have itself comes from there",
        R"(extends = "marketplace")"),
    list_of(KeyType::file, "styles", "The style sheets that pages use, below `static/`",
            R"(styles = ["css/main.css"])"),
    list_of(KeyType::file, "scripts", "The scripts that pages use, below `static/`",
            R"(scripts = ["js/main.js"])"),
    holding(scripts_for_keys, KeyType::table, "scripts_for",
            "Scripts for the pages of some layouts only, by the layout's name",
            R"(scripts_for = { search = ["js/search.js"] })"),
});

}  // namespace

std::span<const Key> initiative_keys() { return initiative_table; }
std::span<const Key> cluster_keys() { return cluster_table; }
std::span<const Key> free_page_keys() { return free_page_table; }
std::span<const Key> settings_keys() { return settings_table; }
std::span<const Key> theme_keys() { return theme_table; }

const Key* find_key(std::span<const Key> keys, std::string_view name) {
  const auto key =
      std::find_if(keys.begin(), keys.end(), [&](const Key& k) { return k.name == name; });
  return key == keys.end() ? nullptr : &*key;
}

}  // namespace lamppost
