#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace lamppost {

/// The codes that show only when files are seen together: references, addresses, themes.
/// The second part of the table in `codes.cpp`, in the order of the enumeration.
// Each field begins a line, which the tool would undo.
// clang-format off
inline constexpr auto codes_of_sites = std::to_array<CodeInfo>({
    {Code::unknown_cluster, "unknown-cluster", Severity::error,
     "there is no action cluster of that name",
     "A cluster is named by its file in content/clusters, without .md. Write it as the file is "
     "called, or add the cluster's page first.",
     "cluster = \"citizens-focus\"",
     "cluster = \"citizen-focus\""},
    {Code::unknown_initiative, "unknown-initiative", Severity::error,
     "there is no initiative of that name",
     "An initiative is named by its file in content/initiatives, without .md. It may have been "
     "renamed or taken out.",
     "related = [\"humble-lampost\"]",
     "related = [\"humble-lamppost\"]"},
    {Code::unknown_language, "unknown-language", Severity::error,
     "a page is in a language that the site does not have",
     "The part of the file's name before .md says its language, and site.toml lists the languages "
     "of the site. Mend the file's name, or add the language there.",
     "content/initiatives/humble-lamppost.ger.md",
     "content/initiatives/humble-lamppost.de.md\n\n# content/site.toml\n[languages.de]\n"
     "name = \"Deutsch\""},
    {Code::orphan_translation, "orphan-translation", Severity::error,
     "a translation has no page that it translates",
     "A translation repeats only the words; all other facts come from the page in the default "
     "language, which has the same name without the language. Write that page, or mend the name.",
     "content/initiatives/humble-lampost.fr.md\ncontent/initiatives/humble-lamppost.md",
     "content/initiatives/humble-lamppost.fr.md\ncontent/initiatives/humble-lamppost.md"},
    {Code::contradicting_translation, "contradicting-translation", Severity::error,
     "a translation says something else than its page",
     "Facts that are the same in every language stand in the default language's page only, so "
     "that they can't differ. Take the line out of the translation.",
     "# humble-lamppost.md\nmembers = 18\n\n# humble-lamppost.fr.md\nmembers = 17",
     "# humble-lamppost.md\nmembers = 18\n\n# humble-lamppost.fr.md\n# (no members here)"},
    {Code::dead_link, "dead-link", Severity::error,
     "a link leads to a page that does not exist",
     "A link to another page of the catalogue names its file, as seen from this one. Check the "
     "spelling, and whether the page was renamed, taken out or is still a draft.",
     "[Citizen focus](../clusters/citizens-focus.md)",
     "[Citizen focus](../clusters/citizen-focus.md)"},
    {Code::dead_anchor, "dead-anchor", Severity::error,
     "a link leads to a heading that the page does not have",
     "What follows the # of a link is the heading in small letters with hyphens for spaces. The "
     "heading may have been reworded.",
     "[The documents](urban-data-platform.md#documnets)",
     "[The documents](urban-data-platform.md#documents)"},
    {Code::missing_file, "missing-file", Severity::error,
     "a picture or document does not lie beside the page",
     "A page that shows files is a folder: index.md and the files beside it. Capital letters "
     "count. Put the file there, or mend its name.",
     "# content/initiatives/humble-lamppost/ holds index.md and lamp.jpg\n"
     "image = { src = \"Lamp.JPG\", alt = \"The new lamp\" }",
     "image = { src = \"lamp.jpg\", alt = \"The new lamp\" }"},
    {Code::duplicate_address, "duplicate-address", Severity::error,
     "two pages would lie at the same address",
     "An address leads to one page. Most often an alias (an old address) is one that another page "
     "has, or two pages claim the same alias. Capital letters make no difference.",
     "# humble-lamppost.md\naliases = [\"/initiatives/small-giants/\"]",
     "# humble-lamppost.md\naliases = [\"/initiatives/78/\"]"},
    {Code::duplicate_page, "duplicate-page", Severity::error,
     "the same page is there twice",
     "A page is either a file or a folder with index.md, not both; and the default language is "
     "not named in the file's name. Keep one of the two.",
     "content/initiatives/humble-lamppost.md\ncontent/initiatives/humble-lamppost/index.md",
     "content/initiatives/humble-lamppost/index.md"},
    {Code::reserved_name, "reserved-name", Severity::error,
     "a page has a name that the site needs for itself",
     "Names such as clusters, topics, search or a language's code are folders of the site. Rename "
     "the page's file.",
     "content/pages/topics.md",
     "content/pages/our-topics.md"},
    {Code::self_reference, "self-reference", Severity::warning,
     "a page names itself",
     "An initiative is not related to itself, and its own cluster lists it already. Take the name "
     "out of the list.",
     "# humble-lamppost.md\nrelated = [\"humble-lamppost\", \"small-giants\"]",
     "# humble-lamppost.md\nrelated = [\"small-giants\"]"},
    {Code::similar_initiative, "similar-initiative", Severity::warning,
     "two initiatives have nearly the same title or the same website",
     "Perhaps somebody has proposed the same initiative twice. Capital letters, accents, "
     "punctuation, plurals and words such as \"the\" make no difference in a title; neither do "
     "http or https, www. and a slash at the end of an address. Keep one of the pages, or say in "
     "the title how they differ.",
     "# humble-lamppost.md\ntitle = \"Humble Lamppost\"\n\n# lampposts.md\n"
     "title = \"The humble lampposts\"",
     "# humble-lamppost.md\ntitle = \"Humble Lamppost\"\n\n# lampposts.md\n"
     "title = \"Humble Lamppost in Lisbon\""},

    {Code::missing_theme, "missing-theme", Severity::error,
     "there is no theme of that name",
     "A theme is a folder in themes/ that holds a theme.toml. The name in site.toml, or after "
     "extends in another theme, is the folder's.",
     "theme = \"marketplce\"",
     "theme = \"marketplace\""},
    {Code::theme_api, "theme-api", Severity::error,
     "a theme was written for another version of lamppost",
     "api says which names the theme expects to see. This lamppost offers version 1; a theme for "
     "another would show gaps. Use a lamppost that fits the theme, or bring the theme up to date.",
     "# theme.toml\napi = 2",
     "# theme.toml\napi = 1"},
    {Code::theme_loop, "theme-loop", Severity::error,
     "a theme extends itself, directly or by way of others",
     "A theme takes what it lacks from the one it extends. If that one leads back to the first, "
     "there is no end. Take extends out of one of them.",
     "# themes/city/theme.toml\nextends = \"town\"\n\n# themes/town/theme.toml\n"
     "extends = \"city\"",
     "# themes/city/theme.toml\nextends = \"town\"\n\n# themes/town/theme.toml\n"
     "# (no extends here)"},
    {Code::missing_layout, "missing-layout", Severity::error,
     "a theme has no layout for a kind of page",
     "Each kind of page is made with the layout of the same name in layouts/. Add the file, or "
     "extend a theme that has it.",
     "# themes/city/ has no layouts/topic.mustache\nname = \"City\"\napi = 1",
     "name = \"City\"\napi = 1\nextends = \"marketplace\""},
    {Code::missing_string, "missing-string", Severity::error,
     "a text that the theme shows is missing in a language",
     "The words of a theme stand in i18n/, one file for each language of the site, each with the "
     "same keys. Add the line to the language's file.",
     "# i18n/en.toml\nsearch = \"Search\"\n\n# i18n/fr.toml\n# (no search here)",
     "# i18n/en.toml\nsearch = \"Search\"\n\n# i18n/fr.toml\nsearch = \"Rechercher\""},
    {Code::bad_plural, "bad-plural", Severity::error,
     "the plural forms of a text are not those of its language",
     "A text that follows a number has the forms that its language needs (Unicode CLDR): English "
     "one and other, French one, many and other, Polish one, few, many and other. other must "
     "always be there.",
     "[members]\none = \"member\"\nmore = \"members\"",
     "[members]\none = \"member\"\nother = \"members\""},
    {Code::template_syntax, "template-syntax", Severity::error,
     "a tag in a template can't be read",
     "A Mustache tag is a name between {{ and }}. Most often the closing braces are missing, or "
     "the tag is empty.",
     "<h1>{{title}</h1>",
     "<h1>{{title}}</h1>"},
    {Code::unclosed_section, "unclosed-section", Severity::error,
     "a section of a template is not closed where it should be",
     "Each {{#name}} or {{^name}} has its {{/name}}, and a section that begins inside another "
     "ends inside it.",
     "{{#topics}}<li>{{name}}</li>",
     "{{#topics}}<li>{{name}}</li>{{/topics}}"},
    {Code::unknown_name, "unknown-name", Severity::error,
     "a template uses a name that the page does not have",
     "A mistyped name would show nothing, in silence. The names that each kind of page has are "
     "listed in themes/README.md.",
     "<h1>{{titel}}</h1>",
     "<h1>{{title}}</h1>"},
    {Code::missing_partial, "missing-partial", Severity::error,
     "a template includes a partial that does not exist",
     "{{> partials/card}} puts in the file layouts/partials/card.mustache of the theme or of one "
     "it extends. Mend the name, or add the file.",
     "{{> partials/crad}}",
     "{{> partials/card}}"},
    {Code::recursive_partial, "recursive-partial", Severity::error,
     "a partial includes itself, directly or by way of others",
     "It would never end. Take the inclusion out, or write what repeats as a section over a list.",
     "{{! layouts/partials/card.mustache }}\n<article>{{> partials/card}}</article>",
     "{{! layouts/partials/card.mustache }}\n<article>{{title}}</article>"},
    {Code::changed_delimiters, "changed-delimiters", Severity::error,
     "a template changes what tags look like",
     "Mustache can replace {{ and }} by other signs. That makes templates and partials hard to "
     "put together and to check, so it is not allowed here.",
     "{{=<% %>=}}\n<h1><% title %></h1>",
     "<h1>{{title}}</h1>"},
    {Code::unescaped_text, "unescaped-text", Severity::error,
     "a template puts in text as if it were HTML",
     "Three braces, or {{&name}}, put in a value as it is. That is right for what is HTML "
     "already, such as the page's body; with text from contributors it would let them put "
     "programs into the page.",
     "<h1>{{{title}}}</h1>",
     "<h1>{{title}}</h1>"},

    {Code::bad_catalogue, "bad-catalogue", Severity::error,
     "a file given to compare with is no catalogue",
     "What is new is found by comparing with a catalogue.json that lamppost has made. The file "
     "given is not one, or was damaged on its way. Fetch the one that is published, or build "
     "without --previous.",
     "lamppost build --previous public/index.html",
     "lamppost build --previous before/catalogue.json"},
    {Code::lost_address, "lost-address", Severity::error,
     "an address of the site leads nowhere any more",
     "Others have linked to it or kept it. Let the page that takes its place name it in `aliases`: "
     "then it leads there. That is so for a page with a new name, for one that is taken out "
     "(its cluster may take its place), and for the page of a topic that is spelled otherwise.",
     "# initiatives/old-name.md becomes initiatives/new-name.md\ntitle = \"New name\"",
     "title = \"New name\"\naliases = [\"/initiatives/old-name/\"]"},

    {Code::bad_csv, "bad-csv", Severity::error,
     "a table to be imported is not CSV as RFC 4180 has it",
     "The first line names the columns, each further row has as many cells. A cell with a comma, "
     "a quotation mark or a line's end in it stands in quotation marks, and each quotation mark "
     "in it is written twice. Spreadsheets do so when they save as CSV (UTF-8).",
     "title,goal\nLamps,Light, and more of it",
     "title,goal\nLamps,\"Light, and more of it\""},
    {Code::bad_json, "bad-json", Severity::error,
     "a file to be imported is not JSON, or holds no list of pages",
     "It may be a list of objects, each a page with the keys of its front matter and `body`, as "
     "`lamppost export --format json` writes it, or a catalogue.json.",
     "{ \"title\": \"Lamps\", }",
     "[{ \"title\": \"Lamps\", \"cluster\": \"light\" }]"},
    {Code::existing_file, "existing-file", Severity::error,
     "a page to be imported is there already",
     "An import does not write over what somebody wrote. Take the row out of the file, give it "
     "another `slug`, or import with --force, which replaces the page.",
     "slug,title,cluster\nhumble-lamppost,Lamps,light",
     "slug,title,cluster\nproud-lamppost,Lamps,light"},
});
// clang-format on

}  // namespace lamppost
