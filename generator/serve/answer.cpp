#include "serve/answer.h"

#include <string_view>
#include <utility>

#include "data/escape.h"
#include "serve/client_files.h"

namespace lamppost {
namespace {

constexpr unsigned found_elsewhere = 307;
constexpr unsigned missing = 404;
constexpr std::string_view html_type = "text/html; charset=utf-8";

Answer text_answer(unsigned status, std::string_view type, std::string body) {
  Answer answer;
  answer.status = status;
  answer.type = type;
  answer.body = std::move(body);
  return answer;
}

Answer moved_to(std::string location) {
  Answer answer =
      text_answer(found_elsewhere, "text/plain; charset=utf-8", "See " + location + '\n');
  answer.location = std::move(location);
  return answer;
}

/// Puts the script that reloads a page into it: a file of this server, as the pages' policy allows
/// no other. Its address tells which moment the page is of.
std::string with_script(std::string page, const ServedSite& site) {
  const std::string script = "<script src=\"" + escape_markup(site.base_path) +
                             std::string(own_folder) + "live.js?v=" + std::to_string(site.version) +
                             "\" defer></script>";
  const std::size_t end_of_head = page.find("</head>");
  page.insert(end_of_head == std::string::npos ? page.size() : end_of_head, script);
  return page;
}

/// A page for where the site has none; it shows what is wrong without a script too.
std::string plain_page(const ServedSite& site) {
  std::string page =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>lamppost serve</title>\n";
  page += "<link rel=\"stylesheet\" href=\"" + escape_markup(site.base_path) +
          std::string(own_folder) + "live.css\">\n</head>\n<body data-lamppost>\n<main>\n";
  if (site.problem != 0) {
    page += site.problems;
  } else {
    page += "<h1>There is no page at this address</h1>\n<p><a href=\"" +
            escape_markup(site.base_path) + "\">To the home page</a></p>\n";
  }
  return with_script(page + "</main>\n</body>\n</html>\n", site);
}

Answer answer_missing(const ServedSite& site) {
  const FoundFile page = find_file(site.folder, "404.html");
  const bool has_page = page.file.is_open();
  return text_answer(missing, html_type,
                     has_page ? with_script(bytes_of(page), site) : plain_page(site));
}

/// The address of a folder with its slash. The path is one that was checked, so it is encoded anew
/// only where it was before.
std::string with_slash(const std::string& target) {
  const std::size_t end = target.find_first_of("?#");
  const std::string rest = end == std::string::npos ? "" : target.substr(end);
  return target.substr(0, end) + '/' + rest;
}

Answer answer_from_site(const Request& request, const std::string& path, const ServedSite& site) {
  FoundFile found = find_file(site.folder, path);
  if (found.is_folder) return moved_to(with_slash(request.target));
  if (!found.file.is_open()) return answer_missing(site);
  Answer answer;
  answer.type = content_type(path.empty() || path.ends_with('/') ? "index.html" : path);
  if (answer.type == html_type) {
    answer.body = with_script(bytes_of(found), site);
  } else {
    answer.file = std::move(found);
  }
  return answer;
}

}  // namespace

Answer answer_to(const Request& request, std::uint16_t port, const ServedSite& site) {
  const Route way = route(request, port, site.base_path);
  switch (way.destination) {
    case Destination::refused:
      return text_answer(way.status, "text/plain; charset=utf-8", way.text + '\n');
    case Destination::moved:
      return moved_to(way.text);
    case Destination::site:
      return answer_from_site(request, way.text, site);
    case Destination::script:
      return text_answer(200, "text/javascript; charset=utf-8", std::string(live_script));
    case Destination::worker:
      return text_answer(200, "text/javascript; charset=utf-8", std::string(live_worker));
    case Destination::style:
      return text_answer(200, "text/css; charset=utf-8", std::string(live_style));
    case Destination::problems:
      return text_answer(200, html_type, site.problems);
    case Destination::events:
      break;
  }
  Answer events = text_answer(200, "text/event-stream", {});
  events.is_stream = true;
  return events;
}

std::string event_of(const ServedSite& site) {
  // A page whose connection was lost asks again after a second.
  return "retry: 1000\ndata: " + std::to_string(site.version) + ' ' + std::to_string(site.problem) +
         "\n\n";
}

}  // namespace lamppost
