#include "read/page_name.h"

#include "support/catch.h"

using lamppost::page_name;
using lamppost::PageName;

TEST_CASE("a slug is a right name, with or without a language") {
  CHECK(page_name("humble-lamppost") == PageName{"humble-lamppost", "", "", true});
  CHECK(page_name("humble-lamppost.fr") == PageName{"humble-lamppost", "fr", "", true});
  CHECK(page_name("a.pt-BR") == PageName{"a", "pt-BR", "", true});
  CHECK(page_name("a.sr-Latn-RS") == PageName{"a", "sr-Latn-RS", "", true});
  CHECK(page_name("a.es-419") == PageName{"a", "es-419", "", true});
  CHECK(page_name("_index.fr") == PageName{"_index", "fr", "", true});
  CHECK(page_name("fr") == PageName{"fr", "", "", true});
}

TEST_CASE("a language in another case is put right") {
  CHECK(page_name("a.FR") == PageName{"a", "fr", "a.fr", false});
  CHECK(page_name("a.pt-br") == PageName{"a", "pt-BR", "a.pt-BR", false});
  CHECK(page_name("_index.Fr").better == "_index.fr");
}

TEST_CASE("what is no slug gets the nearest one") {
  CHECK(page_name("Humble Lamppost").better == "humble-lamppost");
  CHECK(page_name("Énergie_verte.fr").better == "energie-verte.fr");
  CHECK(page_name("foo.bar").better == "foo-bar");
  CHECK(page_name("a.b.fr").better == "a-b.fr");
  CHECK(page_name("a--b").better == "a-b");
  CHECK(page_name("a.fr-").better == "a-fr");
  CHECK(page_name("a.").better == "a");
}

TEST_CASE("a name that nothing can be made of has no better one") {
  CHECK(page_name("???") == PageName{"???", "", "", false});
  CHECK(page_name(".fr") == PageName{"", "fr", "", false});
  CHECK_FALSE(page_name("").is_right);
}
