#include "exchange/import.h"

#include <set>

#include "support/catch.h"

namespace lamppost::test {
namespace {

struct Imported {
  std::vector<ContentFile> files;
  Diagnostics diagnostics;
};

ImportTarget target() {
  ImportTarget made;
  made.clusters = {"light"};
  return made;
}

Imported from(const std::string& csv, const ImportTarget& where = target()) {
  Imported imported;
  imported.files =
      import_pages(make_source_text("t.csv", csv), PageFormat::csv, where, imported.diagnostics);
  return imported;
}

/// The only mistake, which leaves no page.
Diagnostic import_mistake(const std::string& csv, const ImportTarget& where = target()) {
  const Imported imported = from(csv, where);
  CHECK(imported.files.empty());
  REQUIRE(imported.diagnostics.list().size() == 1);
  CHECK_FALSE(imported.diagnostics.list()[0].fix.has_value());
  return imported.diagnostics.list()[0];
}

}  // namespace

TEST_CASE("a row becomes a page, named by its slug or title") {
  const Imported imported = from(
      "title,cluster,slug,body\nHumble Lamppost,light,,Text.\n"
      "Other,light,mast,\n");
  CHECK(imported.diagnostics.empty());
  CHECK(imported.files ==
        std::vector<ContentFile>{
            {"initiatives/humble-lamppost.md",
             "+++\ntitle = \"Humble Lamppost\"\ncluster = \"light\"\n+++\n\nText.\n"},
            {"initiatives/mast.md", "+++\ntitle = \"Other\"\ncluster = \"light\"\n+++\n"}});
}

TEST_CASE("every kind of page can come, and a cluster may come with its initiatives") {
  const Imported imported = from(
      "kind,slug,language,bundle,title,cluster\ncluster,new,,,New,\ninitiative,a,,true,A,new\n"
      "initiative,a,fr,true,,\npage,about,en,,About,\nhome,,,,Home,\n");
  CHECK(imported.diagnostics.empty());
  std::set<std::string> paths;
  for (const ContentFile& file : imported.files) paths.insert(file.path);
  CHECK(paths == std::set<std::string>{"clusters/new.md", "initiatives/a/index.md",
                                       "initiatives/a/index.fr.md", "pages/about.md", "_index.md"});
}

TEST_CASE("every mistake is told at its cell, in the words of check") {
  CHECK(import_mistake("title,cluster,members\nA,light,many\n").code == Code::wrong_type);
  CHECK(import_mistake("title,cluster,members\nA,light,many\n").where == Span{30, 34});
  CHECK(import_mistake("title,cluster\nA,lihgt\n").help == "did you mean `light`?");
  CHECK(import_mistake("title,cluster\n,light\n").code == Code::missing_key);
  CHECK(import_mistake("title,cluster,start\nA,light,31.12.2020\n").code == Code::bad_date);
  CHECK(import_mistake("title,cluster,slug\nA,light,../x\n").code == Code::bad_slug);
  CHECK(import_mistake("title,cluster,kind\nA,light,pgae\n").code == Code::bad_choice);
  CHECK(import_mistake("title,cluster,language,slug\nA,light,../fr,a\n").code ==
        Code::bad_language);
  CHECK(import_mistake("title,cluster,bundle\nA,light,perhaps\n").code == Code::wrong_type);
  CHECK(import_mistake("title,cluster,language\nA,light,fr\n").code == Code::bad_slug);
  CHECK(import_mistake("kind,title,goal\ncluster,A,b\n").code == Code::unknown_key);
  CHECK(import_mistake("title,cluster\n???,light\n").code == Code::bad_slug);
  CHECK(import_mistake("title,cluster\n\xFF,light\n").code == Code::not_utf8);
}

TEST_CASE("a path never leaves its folder") {
  for (const char* const slug : {"..", "../x", "a/b", "/etc", "A", "a.b", "-", "con .", "é"}) {
    CHECK(from(std::string("title,cluster,slug\nA,light,") + slug + "\n").files.empty());
  }
  for (const char* const code : {"..", "fr/..", "f", "francais", "FR", "x-y"}) {
    CHECK(from(std::string("title,cluster,slug,language\nA,light,a,") + code + "\n").files.empty());
  }
}

TEST_CASE("two rows can't be the same page, in one form or the other") {
  const Imported imported = from("title,cluster,bundle\nA,light,\nA,light,true\nB,light,\n");
  CHECK(imported.files.size() == 2);
  REQUIRE(imported.diagnostics.list().size() == 1);
  CHECK(imported.diagnostics.list()[0].code == Code::duplicate_page);
}

TEST_CASE("what is there stays, unless it is to be replaced") {
  ImportTarget full = target();
  full.taken_by = [](const std::string& path) -> std::optional<std::string> {
    if (path == "initiatives/a.md") return path;
    if (path == "initiatives/b.md") return "initiatives/b/index.md";
    return std::nullopt;
  };
  CHECK(import_mistake("title,cluster\nA,light\n", full).code == Code::existing_file);
  CHECK(import_mistake("title,cluster\nB,light\n", full).code == Code::existing_file);
  CHECK(from("title,cluster\nC,light\n", full).files.size() == 1);
  full.replaces = true;
  CHECK(from("title,cluster\nA,light\n", full).files.size() == 1);
  CHECK(import_mistake("title,cluster\nB,light\n", full).code == Code::existing_file);
}

TEST_CASE("a page that no build would read is not written") {
  const std::string large(1U << 20U, 'x');
  CHECK(import_mistake("title,cluster,body\nA,light," + large + "\n").code == Code::too_large);
}

}  // namespace lamppost::test
