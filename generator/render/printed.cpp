#include "render/printed.h"

#include "data/escape.h"

namespace lamppost {

bool is_nothing(const View& view) {
  if (const bool* flag = view.flag()) return !*flag;
  if (const std::string* text = view.text()) return text->empty();
  if (const Html* html = view.html()) return html->empty();
  if (const View::List* list = view.list()) return list->empty();
  return view.map()->empty();
}

void append_printed(std::string& written, const View& view) {
  if (const std::string* text = view.text()) {
    append_escaped_markup(written, *text);
  } else if (const Html* html = view.html()) {
    written += html->markup();
  }
}

}  // namespace lamppost
