#include "view/repository_links.h"

#include "support/catch.h"

using namespace lamppost;

namespace {

Origin origin() {
  Origin origin;
  origin.path = "initiatives/x.fr.md";
  return origin;
}

}  // namespace

TEST_CASE("a file on GitHub is edited below edit, branch and content folder") {
  const Origin page = origin();
  const Repository repository{"https://github.com/a/b/", "main", "content"};
  CHECK(edit_link(repository, &page) ==
        "https://github.com/a/b/edit/main/content/initiatives/x.fr.md");
}

TEST_CASE("GitLab has a dash before it, also on a host of one's own") {
  const Origin page = origin();
  const Repository repository{"https://gitlab.example.eu/a/b", "work", "my pages"};
  CHECK(edit_link(repository, &page) ==
        "https://gitlab.example.eu/a/b/-/edit/work/my%20pages/initiatives/x.fr.md");
  CHECK(report_link(repository, "A", "https://a.eu/b/") ==
        "https://gitlab.example.eu/a/b/-/issues/new?issue%5Btitle%5D=A"
        "&issue%5Bdescription%5D=https%3A%2F%2Fa.eu%2Fb%2F");
}

TEST_CASE("a title in a report's link can't end the query") {
  const Repository repository{"https://github.com/a/b", "main", "content"};
  CHECK(report_link(repository, "A&b=#é", "u") ==
        "https://github.com/a/b/issues/new?title=A%26b%3D%23%C3%A9&body=u");
}

TEST_CASE("without repository or file there is no link") {
  const Origin page = origin();
  const Origin nowhere;
  const Repository repository{"https://github.com/a/b", "main", "content"};
  CHECK(edit_link(Repository{}, &page).empty());
  CHECK(edit_link(repository, nullptr).empty());
  CHECK(edit_link(repository, &nowhere).empty());
  CHECK(report_link(Repository{}, "A", "u").empty());
}

TEST_CASE("a new page is written on GitHub with its whole path as the file's name") {
  const Repository repository{"https://github.com/a/b/", "my work", "my pages"};
  CHECK(forge_name(repository) == "GitHub");
  CHECK(new_page_link(repository, "initiatives") ==
        "https://github.com/a/b/new/my%20work/my%20pages/initiatives");
  CHECK(filled_in_page_link(repository, "initiatives") ==
        "https://github.com/a/b/new/my%20work?filename=my%20pages%2Finitiatives%2F{file}"
        "&value={text}");
}

TEST_CASE("a new page is written on GitLab in its folder") {
  const Repository repository{"https://gitlab.example.eu/a/b", "main", "content"};
  CHECK(forge_name(repository) == "gitlab.example.eu");
  CHECK(forge_name({"https://gitlab.com/a/b", "main", "content"}) == "GitLab");
  CHECK(filled_in_page_link(repository, "initiatives") ==
        "https://gitlab.example.eu/a/b/-/new/main/content/initiatives"
        "?file_name={file}&content={text}");
}

TEST_CASE("without a repository nobody can write a new page there") {
  CHECK(new_page_link({}, "initiatives").empty());
  CHECK(filled_in_page_link({}, "initiatives").empty());
}
