#include "contribute/letters.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "diagnostics/source_text.h"
#include "model/slug.h"
#include "support/catch.h"

using namespace lamppost;

namespace {

std::vector<std::string> characters_of(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < text.size();) {
    const auto size = character_at(text, at).size;
    all.push_back(text.substr(at, size));
    at += size;
  }
  return all;
}

/// The table as the form's script reads it.
class Spelling {
 public:
  Spelling() {
    std::string out;
    JsonWriter json(out, JsonWriter::Style::in_script);
    json.begin_object();
    write_letters(json);
    json.end_object();
    const auto table = nlohmann::json::parse(out);
    for (const auto& [ascii, letters] : table.at("letters").items()) {
      for (const auto& letter : characters_of(letters)) by_letter_[letter] = ascii;
    }
    for (const auto& [ascii, pairs] : table.at("pairs").items()) {
      const auto letters = characters_of(pairs);
      for (std::size_t i = 0; i + 1 < letters.size(); i += 2)
        by_letter_[letters[i] + letters[i + 1]] = ascii;
    }
  }

  [[nodiscard]] std::string slug(const std::string& text) const {
    std::string ascii;
    const auto all = characters_of(text);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto pair =
          i + 1 < all.size() ? by_letter_.find(all[i] + all[i + 1]) : by_letter_.end();
      const auto found = by_letter_.find(all[i]);
      if (pair != by_letter_.end()) {
        ascii += pair->second;
        ++i;
      } else if (found != by_letter_.end()) {
        ascii += found->second;
      } else if (all[i].size() == 1) {
        ascii += all[i];
      }
    }
    return slug_from(ascii);
  }

 private:
  std::map<std::string, std::string> by_letter_;
};

}  // namespace

TEST_CASE("titles in every alphabet of the EU get the names that the generator gives them") {
  const Spelling spelling;
  for (const std::string title :
       {"Żółta latarnia w Łodzi", "Ænd Øre Å", "Große Straßenlaternen für Köln", "Ħamrun Ġdid",
        "Šviesos ąžuolas ęėįųū", "Õhtune äike ülikoolis", "Ťažký Ľubľaň ďaleko ŕ", "Şehir Țara Î",
        "Cœur de ville – l’éclairage", "Α΄ Πειραιάς: έξυπνοι δρόμοι του Ηρακλείου",
        "Εύβοια, αυτοκίνητα, Ευρώπη, αγγεία, σφίγξ, μπάλα, ντομάτα", "ΟΔΟΣ ΓΚΙΩΝΗ ΑΥΛΗ",
        "Щастливи улици на Пловдив", "Съединение, Ямбол, Йордан, Юлия", "Сім'я їжак єнот ґанок",
        "№ 5 · 50 % • 3×4 …", "„Quoted“ «text»", "₂ ½ ™ € £"}) {
    CAPTURE(title);
    CHECK(spelling.slug(title) == slug_from(title));
  }
}
