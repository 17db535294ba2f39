#pragma once

#include <array>

#include "diagnostics/codes.h"

namespace lamppost {

/// The codes that one file shows by itself: its name, its text, its front matter, its Markdown.
/// The first part of the table in `codes.cpp`, in the order of the enumeration.
// Each field begins a line, which the tool would undo.
// clang-format off
inline constexpr auto codes_of_pages = std::to_array<CodeInfo>({
    {Code::bad_file_name, "bad-file-name", Severity::error,
     "a file's name can't become an address",
     "The name of a page's file is the end of its address, so it may hold only the letters a to "
     "z, digits, and single hyphens between them, then .md. Rename the file; a translation has "
     "its language before the ending, as in humble-lamppost.fr.md.",
     "content/initiatives/Humble Lamppost.md",
     "content/initiatives/humble-lamppost.md"},
    {Code::misplaced_file, "misplaced-file", Severity::error,
     "a file lies where none of its kind belongs",
     "Each kind of page has its own folder: content/initiatives, content/clusters, content/pages. "
     "Pictures and documents lie beside the page that shows them, in a folder of its own. Move "
     "the file there, or out of the content folder.",
     "content/humble-lamppost.md",
     "content/initiatives/humble-lamppost.md"},
    {Code::symbolic_link, "symbolic-link", Severity::warning,
     "a symbolic link is passed over",
     "A symbolic link could publish a file from outside the content folder by accident, so it is "
     "never followed. Put a copy of the file in its place.",
     "content/initiatives/report.md -> ../../elsewhere/report.md",
     "content/initiatives/report.md"},
    {Code::unsafe_file, "unsafe-file", Severity::error,
     "a file of this type is not published",
     "Files beside a page are published as they are. A type that can carry a program (a web page, "
     "a script, a program) could harm the people who open it. Turn it into a PDF or a picture, or "
     "link to the place where it lies.",
     "content/initiatives/humble-lamppost/map.html",
     "content/initiatives/humble-lamppost/map.png"},
    {Code::too_large, "too-large", Severity::error,
     "a page is larger than 1 MiB",
     "A page of text is rarely larger than some 100 kB. Something else has got into this one: a "
     "picture pasted as text, or a whole data set. Put it into a file beside the page and link to "
     "that.",
     "content/initiatives/humble-lamppost.md, 3 MB",
     "content/initiatives/humble-lamppost/index.md, 12 kB\n"
     "content/initiatives/humble-lamppost/measurements.csv, 3 MB"},
    {Code::too_costly, "too-costly", Severity::error,
     "a page takes too long or too much memory to read",
     "Reading a page takes less than a thousandth of a second. Some texts take the computer much "
     "longer or fill its memory, however short they are: lists that lie thousands of levels deep "
     "inside each other, a table with thousands of columns. All other pages have been checked as "
     "usual. Split or simplify the page; whoever publishes the site can raise the limits with "
     "--page-seconds and --page-memory.",
     "* * * * * * * * * * (and a thousand more)",
     "* A list in the list:\n  * is deep enough"},

    {Code::not_utf8, "not-utf8", Severity::error,
     "a file is not saved as UTF-8",
     "Letters outside a to z only come out right if the file is saved in the encoding UTF-8. Open "
     "it in your editor and choose \"save with encoding\" UTF-8; the message says at which "
     "character the trouble begins.",
     "title = \"Mobilit\uFFFD urbaine\"",
     "title = \"Mobilit\u00E9 urbaine\""},
    {Code::control_character, "control-character", Severity::error,
     "an invisible control character stands in the text",
     "Such characters come along when text is copied from a PDF or a chat. Browsers and programs "
     "that read our data stumble over them. Delete the character at the place named; if you can't "
     "see it, delete the word and type it again.",
     "title = \"Humble\\x0bLamppost\"",
     "title = \"Humble Lamppost\""},
    {Code::missing_front_matter, "missing-front-matter", Severity::error,
     "a page does not begin with its front matter",
     "The first line of a page is +++, then come its title and other facts, one on each line, "
     "then +++ again. Nothing may stand before the first +++.",
     "# Humble Lamppost\n\nTen million lampposts \u2026",
     "+++\ntitle = \"Humble Lamppost\"\ncluster = \"citizen-focus\"\n+++\n\n"
     "Ten million lampposts \u2026"},
    {Code::unclosed_front_matter, "unclosed-front-matter", Severity::error,
     "the line +++ that ends the front matter is missing",
     "Front matter ends with a line that is +++ and nothing else. Without it we can't know where "
     "the text begins.",
     "+++\ntitle = \"Humble Lamppost\"\n\nTen million lampposts \u2026",
     "+++\ntitle = \"Humble Lamppost\"\n+++\n\nTen million lampposts \u2026"},
    {Code::toml_syntax, "toml-syntax", Severity::error,
     "the front matter or settings can't be read",
     "Front matter is written in TOML: a key, an equals sign, a value. Text stands between "
     "straight quotation marks, a list between square brackets with commas. Most often a "
     "quotation mark or a bracket is missing, or quotation marks are curly.",
     "title = \"Humble Lamppost",
     "title = \"Humble Lamppost\""},

    {Code::unknown_key, "unknown-key", Severity::error,
     "a key that this kind of page does not have",
     "A mistyped key would be passed over in silence and its value would never be seen, so every "
     "key must be one we know. Facts of your own go under [extra].",
     "clutser = \"citizen-focus\"",
     "cluster = \"citizen-focus\""},
    {Code::wrong_type, "wrong-type", Severity::error,
     "a value is of the wrong type",
     "Each key wants a certain type of value: text between quotation marks, a number or true and "
     "false without them, a list between square brackets.",
     "topics = \"lighting\"",
     "topics = [\"lighting\"]"},
    {Code::missing_key, "missing-key", Severity::error,
     "a key that must be there is missing",
     "Without it the page can't be shown: an initiative needs its title and its cluster, a "
     "cluster its title, a picture its file and what it shows. Add the line that the message "
     "names.",
     "+++\ntitle = \"Humble Lamppost\"\n+++",
     "+++\ntitle = \"Humble Lamppost\"\ncluster = \"citizen-focus\"\n+++"},
    {Code::empty_value, "empty-value", Severity::warning,
     "a key has an empty text",
     "An empty text counts as if the key were not there. Write the value, or take the line out.",
     "goal = \"\"",
     "goal = \"10 million smart lampposts across EU cities\""},
    {Code::bad_slug, "bad-slug", Severity::error,
     "a name is not in the form of an address",
     "A page is named by its file's name without .md: small letters a to z, digits, and single "
     "hyphens between them. It is not the page's title.",
     "cluster = \"Citizen Focus\"",
     "cluster = \"citizen-focus\""},
    {Code::bad_choice, "bad-choice", Severity::error,
     "a value is none of those that the key can have",
     "Some keys take one of a few words only. The message lists them.",
     "status = \"running\"",
     "status = \"active\""},
    {Code::bad_date, "bad-date", Severity::error,
     "a date is not written as year-month-day, or there is no such day",
     "A date has the year in four digits, then month and day in two, with hyphens, so that nobody "
     "takes the month for the day.",
     "start = \"3/4/2026\"",
     "start = 2026-04-03"},
    {Code::bad_country, "bad-country", Severity::error,
     "a country is not a two-letter ISO 3166-1 code",
     "Countries are given by their international two-letter code; each language's page shows the "
     "full name. Greece is GR and the United Kingdom is GB.",
     "countries = [\"France\", \"UK\"]",
     "countries = [\"FR\", \"GB\"]"},
    {Code::bad_language, "bad-language", Severity::error,
     "a language is not written as a language code",
     "Languages are given by their code (BCP 47): en, fr, pt-BR. A screen reader needs it to "
     "pronounce the words.",
     "language = \"French\"",
     "language = \"fr\""},
    {Code::bad_url, "bad-url", Severity::error,
     "a web address is not complete",
     "An address on the web begins with https:// or http:// and has no spaces. Copy it from your "
     "browser's address bar.",
     "website = \"www.example.eu\"",
     "website = \"https://www.example.eu/\""},
    {Code::bad_email, "bad-email", Severity::error,
     "an e-mail address can't be right",
     "An e-mail address has one @ with a name before it and a domain after it, without spaces and "
     "without mailto:.",
     "contact = { name = \"Ana\", email = \"ana at example.eu\" }",
     "contact = { name = \"Ana\", email = \"ana@example.eu\" }"},
    {Code::bad_number, "bad-number", Severity::error,
     "a number is out of range",
     "A figure counts people or things, so it is a whole number and not below 0. Other numbers "
     "have the limits that the message names.",
     "members = -3",
     "members = 3"},
    {Code::bad_path, "bad-path", Severity::error,
     "a path is not in the right form",
     "A file is named by where it lies beside the page, without ../ and without a leading slash. "
     "An old address under aliases begins with a slash and has no web site before it.",
     "aliases = [\"https://example.eu/old-page/\"]",
     "aliases = [\"/old-page/\"]"},
    {Code::bad_topic, "bad-topic", Severity::error,
     "a topic has no letter or digit that an address could hold",
     "Each topic has a page of its own, whose address is made from its letters and digits. Name "
     "it with a word.",
     "topics = [\"???\"]",
     "topics = [\"Open questions\"]"},
    {Code::duplicate_value, "duplicate-value", Severity::warning,
     "a list names the same thing twice",
     "The second one changes nothing. Capital letters make no difference: IoT and iot are the "
     "same topic. Take one of them out.",
     "topics = [\"IoT\", \"Energy\", \"iot\"]",
     "topics = [\"IoT\", \"Energy\"]"},
    {Code::dates_out_of_order, "dates-out-of-order", Severity::warning,
     "an initiative ends before it starts",
     "One of the two dates is likely mistyped, or they have changed places.",
     "start = 2026-04-03\nend = 2025-04-03",
     "start = 2025-04-03\nend = 2026-04-03"},
    {Code::missing_goal, "missing-goal", Severity::warning,
     "nothing says what an initiative is for",
     "The page has no goal, no summary and no text, so its card in every list stays empty. One "
     "sentence is enough: say what will be different when the initiative has succeeded.",
     "+++\ntitle = \"Humble Lamppost\"\ncluster = \"citizen-focus\"\n+++",
     "+++\ntitle = \"Humble Lamppost\"\ncluster = \"citizen-focus\"\n"
     "goal = \"10 million smart lampposts across EU cities\"\n+++"},
    {Code::long_goal, "long-goal", Severity::warning,
     "a goal is longer than 200 characters",
     "The goal is one sentence that people read on a card among twenty others. Keep what is to be "
     "reached, and move how and why into the text below.",
     "goal = \"In view of the many challenges that cities face today, and taking into account (and "
     "a hundred more words)\"",
     "goal = \"10 million smart lampposts across EU cities\""},
    {Code::placeholder_text, "placeholder-text", Severity::warning,
     "a text still waits to be written",
     "Words that only hold a place, such as lorem ipsum, TODO or what a new page begins with, were "
     "forgotten. Write what is meant, or delete them. Between backticks they are left alone.",
     "goal = \"TODO\"",
     "goal = \"10 million smart lampposts across EU cities\""},

    {Code::raw_html, "raw-html", Severity::warning,
     "HTML in the text is left out",
     "Pages are written by many people, so HTML never reaches a page: it could run a program in "
     "the reader's browser. Write it in Markdown. To show a tag as text, put it between "
     "backticks.",
     "This is <b>important</b>.",
     "This is **important**."},
    {Code::bad_scheme, "bad-scheme", Severity::warning,
     "a link of this kind is left out",
     "A link may begin with https:, http:, mailto: or tel:, or lead to another page of the "
     "catalogue. Others, such as javascript:, could harm the reader; its words stay, the link "
     "goes.",
     "[Our data](ftp://example.eu/data.csv)",
     "[Our data](https://example.eu/data.csv)"},
    {Code::heading_one, "heading-one", Severity::warning,
     "a heading of the first level stands in the text",
     "The page's title is its one heading of the first level and is shown by itself. Headings in "
     "the text begin with ##.",
     "# What we do",
     "## What we do"},
    {Code::skipped_heading, "skipped-heading", Severity::warning,
     "a heading leaves out a level",
     "People who use a screen reader move from heading to heading; a level left out sounds as if "
     "something were missing. After ## comes ###, not ####.",
     "## Results\n\n#### In 2026",
     "## Results\n\n### In 2026"},
    {Code::remote_image, "remote-image", Severity::warning,
     "a picture from another web site is left out",
     "Loading it would tell that site who reads the page, and it may be gone tomorrow. Put the "
     "picture beside the page (if its licence allows), in a folder with index.md.",
     "![The new lamp](https://example.com/lamp.jpg)",
     "![The new lamp](lamp.jpg)"},
});
// clang-format on

}  // namespace lamppost
