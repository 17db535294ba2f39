#include "contribute/proposal_rules.h"

#include <cstdint>

#include "check/likeness.h"
#include "contribute/letters.h"
#include "contribute/mistakes.h"
#include "data/json_writer.h"
#include "parse/unfinished.h"
#include "scaffold/page_text.h"

namespace lamppost {
namespace {

void write_mistakes(JsonWriter& json) {
  json.key("mistakes");
  json.begin_object();
  for (const Mistake& mistake : mistakes()) {
    json.key(mistake.name);
    json.begin_array();
    json.text(mistake.message);
    json.text(mistake.help);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string proposal_rules() {
  std::string out;
  JsonWriter json(out, JsonWriter::Style::in_script);
  json.begin_object();
  write_mistakes(json);
  write_letters(json);
  json.field("longest_slug", std::uint64_t{longest_slug});
  json.key("small_words");
  json.begin_array();
  for (const auto word : small_words()) json.text(word);
  json.end_array();
  json.field("longest_goal", std::uint64_t{longest_goal});
  json.end_object();
  return out + '\n';
}

}  // namespace lamppost
