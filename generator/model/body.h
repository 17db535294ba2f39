#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/source_text.h"
#include "model/content_hash.h"
#include "model/html.h"

namespace lamppost {

/// A heading of a body, with the id that links point to.
struct Heading {
  int level = 2;
  std::string id;
  std::string text;  ///< plain, without markup

  friend bool operator==(const Heading&, const Heading&) = default;
};

/// What a link that stays inside the site leads to.
enum class LinkKind : std::uint8_t {
  page,      ///< a content file, relative to this one: `../clusters/citizen-focus.md#goals`
  site,      ///< an address of the site, from its root: `/topics/lighting/`
  fragment,  ///< a heading of the same page: `#goals`
  file,      ///< a file of the bundle: `report.pdf`
  image,     ///< a picture of the bundle, shown in the page
};

/// A link whose address is not known until the whole site is. `parse` leaves a gap in the HTML at
/// `at`; `check` proves that the target exists; `render` fills the gap. For an image the gap is
/// where ` src="…" width="…" height="…"` goes, otherwise it is between the quotes of `href=""`.
struct Link {
  LinkKind kind = LinkKind::page;
  std::string target;    ///< as written, with its `#fragment`, percent-encoding decoded
  Span where;            ///< in the source file
  std::uint32_t at = 0;  ///< byte of `BodyText::html`; ascending over a body's links

  friend bool operator==(const Link&, const Link&) = default;
};

/// The long part of a body, which only the pages that show it need.
struct BodyText {
  Html html;               ///< with gaps for `Body::links`
  std::string plain_text;  ///< for search and feeds; blocks separated by newlines

  friend bool operator==(const BodyText&, const BodyText&) = default;
};

/// What Markdown becomes.
struct Body {
  BodyText text;            ///< of a site's body ask `Site::text_of`: it may be kept elsewhere
  bool has_text = false;    ///< whether there is any
  std::vector<Link> links;  ///< in the order of `at`
  std::vector<Heading> headings;
  std::string first_paragraph;  ///< plain text
  /// Ids that are not headings' but can be linked to (footnotes).
  std::vector<std::string> other_ids;
  Hash128 text_key = no_hash;  ///< equal for equal texts, where it is known
  Hash128 page_key = no_hash;  ///< equal where all else of the page is but its links; the same
  /// Equal where the text reads the same, whatever its markup; `no_hash` where there is none.
  Hash128 words_key = no_hash;
  std::uint32_t file = 0;  ///< of which of the parsed files, for whoever keeps the texts elsewhere

  friend bool operator==(const Body&, const Body&) = default;
};

}  // namespace lamppost
