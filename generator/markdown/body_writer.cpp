#include "markdown/body_writer.h"

#include <utility>

#include "markdown/markup.h"
#include "model/content_hash.h"

namespace lamppost {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

}  // namespace

void BodyWriter::markup(std::string_view markup) {
  if (!in_description()) html_ += markup;
}

void BodyWriter::text(std::string_view text) {
  if (is_plain_markup(text)) return add_text(text, text);
  const std::string clean = fit_for_html(text);
  std::string escaped;
  append_escaped(escaped, clean);
  add_text(clean, escaped);
}

void BodyWriter::add_text(std::string_view text, std::string_view markup) {
  if (in_description()) {
    description_ += text;
    return;
  }
  html_ += markup;
  body_.text.plain_text += text;
  count_text(text);
}

void BodyWriter::count_text(std::string_view text) { text_written_ += trimmed(text).size(); }

void BodyWriter::attribute(std::string_view name, std::string_view value) {
  if (in_description()) return;
  ((html_ += ' ') += name) += "=\"";
  append_escaped(html_, fit_for_html(value));
  html_ += '"';
}

void BodyWriter::url_attribute(std::string_view name, std::string_view url) {
  if (in_description()) return;
  ((html_ += ' ') += name) += "=\"";
  append_url(html_, url);
  html_ += '"';
}

void BodyWriter::line_start() {
  if (!html_.empty() && html_.back() != '\n') markup("\n");
}

void BodyWriter::space(std::string_view markup) {
  if (in_description()) {
    description_ += ' ';
    return;
  }
  html_ += markup;
  if (!body_.text.plain_text.empty() && body_.text.plain_text.back() != ' ')
    body_.text.plain_text += ' ';
}

void BodyWriter::separate(char separator) {
  std::string& plain = body_.text.plain_text;
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  if (!plain.empty() && plain.back() != '\n') plain += separator;
}

void BodyWriter::begin_paragraph() {
  paragraph_ = body_.text.plain_text.size();
  paragraph_markup_ = html_.size();
}

void BodyWriter::drop_paragraph() {
  body_.text.plain_text.resize(paragraph_);
  html_.resize(paragraph_markup_);
}

void BodyWriter::end_paragraph() {
  if (!body_.first_paragraph.empty()) return;
  body_.first_paragraph = trimmed(std::string_view(body_.text.plain_text).substr(paragraph_));
}

std::size_t BodyWriter::gap(LinkKind kind, std::string target) {
  body_.links.push_back({kind, std::move(target), {}, static_cast<std::uint32_t>(html_.size())});
  return body_.links.size() - 1;
}

void BodyWriter::begin_description() {
  if (description_depth_++ == 0) description_.clear();
}

Body BodyWriter::finish() && {
  separate('\n');
  if (!body_.text.plain_text.empty() && body_.text.plain_text.back() == '\n')
    body_.text.plain_text.pop_back();
  body_.has_text = !html_.empty();
  if (body_.has_text) body_.words_key = hash128(body_.text.plain_text);
  body_.text.html = Html(std::move(html_));
  return std::move(body_);
}

}  // namespace lamppost
