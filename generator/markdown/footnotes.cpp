#include "markdown/footnotes.h"

namespace lamppost {
namespace {

std::string mark_id(std::size_t number, std::uint32_t mark) {
  const std::string id = "fnref-" + std::to_string(number);
  return mark > 1 ? id + '-' + std::to_string(mark) : id;
}

std::string back_link(std::size_t number, std::uint32_t mark) {
  std::string link = " <a href=\"#" + mark_id(number, mark) +
                     "\" role=\"doc-backlink\" aria-label=\"↩ " + std::to_string(number);
  if (mark > 1) link += '-' + std::to_string(mark);
  link += "\">↩";
  if (mark > 1) link += "<sup>" + std::to_string(mark) + "</sup>";
  return link + "</a>";
}

std::uint32_t& entry(std::vector<std::uint32_t>& counts, std::size_t number) {
  if (counts.size() <= number) counts.resize(number + 1);
  return counts[number];
}

}  // namespace

void Footnotes::expect_mark(std::size_t number) { ++entry(expected_, number); }

std::string Footnotes::next_mark(std::size_t number) {
  return mark_id(number, ++entry(written_, number));
}

std::string Footnotes::back_links(std::size_t number) const {
  std::string links;
  const std::uint32_t count = number < expected_.size() ? expected_[number] : 0;
  for (std::uint32_t mark = 1; mark <= count; ++mark) links += back_link(number, mark);
  return links;
}

std::string Footnotes::note_id(std::size_t number) { return "fn-" + std::to_string(number); }

}  // namespace lamppost
