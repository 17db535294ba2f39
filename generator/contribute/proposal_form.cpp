#include "contribute/proposal_form.h"

#include "check/likeness.h"
#include "contribute/asked_keys.h"
#include "contribute/mistakes.h"
#include "data/json_writer.h"
#include "keys/keys.h"
#include "model/language.h"
#include "parse/unfinished.h"

namespace lamppost {
namespace {

void write_texts(JsonWriter& json, std::string_view key, const auto& texts) {
  json.key(key);
  json.begin_array();
  for (const auto& text : texts) json.text(text);
  json.end_array();
}

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

std::string proposal_form() {
  std::string out;
  JsonWriter json(out, JsonWriter::Style::in_script);
  json.begin_object();
  json.key("keys");
  write_asked_keys(json, initiative_keys());
  write_mistakes(json);
  write_texts(json, "countries", country_codes());
  write_texts(json, "small_words", small_words());
  json.field("longest_goal", std::uint64_t{longest_goal});
  json.end_object();
  return out + '\n';
}

}  // namespace lamppost
