#include "data/former_catalogue.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "data/escape.h"
#include "model/language.h"
#include "model/slug.h"

namespace lamppost {
namespace {

constexpr std::string_view schema_name = "catalogue.schema.json";

/// Keys of an initiative that are compared under another name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> other_names = {
    {{"text_hash", "text"},
     {"start", "dates"},
     {"end", "dates"},
     {"updated", "looked_at"},
     {"reviewed", "looked_at"},
     {"extra", "other"}}};

/// The place of what a key is compared as; past the end where it is not compared.
std::size_t part_of(std::string_view key) {
  const auto* const renamed =
      std::ranges::find(other_names, key, &std::pair<std::string_view, std::string_view>::first);
  if (renamed != other_names.end()) key = renamed->second;
  return static_cast<std::size_t>(std::ranges::find(compared_parts, key) - compared_parts.begin());
}

constexpr std::size_t part_place(std::string_view part) {
  std::size_t place = 0;
  while (compared_parts[place] != part) ++place;
  return place;
}

/// A title to be shown: of a length that titles have, without control characters.
std::string shown_title(std::string_view text) {
  constexpr std::size_t longest = 300;
  std::string title;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < longest; ++count) {
    const Character next = character_at(text, at);
    const bool is_control = next.value < 0x20 || (next.value >= 0x7F && next.value < 0xA0);
    title += is_control ? replacement_character : text.substr(at, next.size);
    at += next.size;
  }
  return title;
}

/// Listens to the JSON as it is read: what a catalogue says is hashed, not kept, so that a file of
/// any size and depth takes little memory.
class CatalogueListener : public nlohmann::json_sax<nlohmann::json> {
 public:
  [[nodiscard]] FormerCatalogue take() { return std::move(catalogue_); }
  /// The one that was read last.
  [[nodiscard]] const FormerInitiative& initiative() const { return initiative_; }
  /// Whether there was a list of initiatives.
  [[nodiscard]] bool has_list() const { return has_list_; }
  /// The byte where it can't be read.
  [[nodiscard]] std::size_t fault() const { return fault_; }

  /// For one entry of the list by itself.
  void begin_in_list(std::string_view base_url) {
    base_ = base_url;
    is_in_list_ = true;
    depth_ = 2;
  }

  bool null() override { return token("n", {}); }
  bool boolean(bool value) override { return token(value ? "t" : "f", {}); }
  bool number_integer(number_integer_t value) override { return token("#", std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override {
    return token("#", std::to_string(value));
  }
  bool number_float(number_float_t /*value*/, const string_t& text) override {
    return token("#", text);
  }
  bool string(string_t& text) override {
    note(text);
    if (key_ == "topics") return token("\"", fold_case(text));  // spelled as most spell them
    if (!base_.empty() && text.starts_with(base_)) return token("/", text.substr(base_.size()));
    return token("\"", text);
  }
  bool binary(binary_t& /*bytes*/) override { return false; }

  bool start_object(std::size_t /*size*/) override {
    if (depth_ == 2 && is_in_list_) begin_initiative();
    return open("{");
  }
  bool key(string_t& name) override {
    if (depth_ == 1) top_key_ = name;
    if (depth_ == 3 && is_in_initiative_) key_ = name;
    if (depth_ > 3 && is_in_initiative_) add("k", name);
    return true;
  }
  bool end_object() override {
    if (depth_ == 3 && is_in_initiative_) end_initiative();
    return close("}");
  }
  bool start_array(std::size_t /*size*/) override {
    if (depth_ == 1 && top_key_ == "initiatives") has_list_ = is_in_list_ = true;
    return open("[");
  }
  bool end_array() override {
    if (depth_ == 2) is_in_list_ = false;
    return close("]");
  }

  bool parse_error(std::size_t place, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    fault_ = place > 0 ? place - 1 : 0;
    return false;
  }

 private:
  /// A value without others in it.
  bool token(std::string_view sign, std::string_view text) {
    if (!is_in_initiative_) return true;
    add(sign, text);
    if (depth_ == 3) end_value();
    return true;
  }

  bool open(std::string_view sign) {
    ++depth_;
    if (is_in_initiative_ && depth_ > 3) add(sign, {});
    return true;
  }

  bool close(std::string_view sign) {
    --depth_;
    if (!is_in_initiative_) return true;
    add(sign, {});
    if (depth_ == 3) end_value();
    return true;
  }

  void add(std::string_view sign, std::string_view text) {
    value_.append(sign).append(std::to_string(text.size())).append(":").append(text);
  }

  /// Texts that are needed as they are.
  void note(const std::string& text) {
    if (depth_ == 1 && top_key_ == "language") catalogue_.language = text;
    if (depth_ == 1 && top_key_ == "$schema" && text.ends_with(schema_name)) {
      base_ = text.substr(0, text.size() - schema_name.size());
    }
    if (depth_ != 3 || !is_in_initiative_) return;
    if (key_ == "slug") initiative_.slug = text;
    if (key_ == "title") initiative_.title = shown_title(text);
    if (key_ == "updated") initiative_.updated = date_from(text);
  }

  void begin_initiative() {
    initiative_ = {};
    is_in_initiative_ = true;
    key_.clear();
    value_.clear();
  }

  void end_value() {
    const std::size_t part = part_of(key_);
    if (part < compared_parts.size()) {
      Hash128& hash = initiative_.parts.at(part);
      hash = hash == no_hash ? hash128(value_) : combined(hash, hash128(value_));
    }
    key_.clear();
    value_.clear();
  }

  void end_initiative() {
    is_in_initiative_ = false;
    // A summary that is the goal over again has not changed where the goal has.
    Hash128& summary = initiative_.parts.at(part_place("summary"));
    const bool is_goal = summary == initiative_.parts.at(part_place("goal"));
    if (is_goal && summary != no_hash) summary = hash128("n0:");
    if (!is_slug(initiative_.slug)) return;
    if (initiative_.title.empty()) initiative_.title = initiative_.slug;
    catalogue_.initiatives.emplace(initiative_.slug, initiative_);
  }

  FormerCatalogue catalogue_;
  FormerInitiative initiative_;
  bool has_list_ = false;
  std::size_t fault_ = 0;
  std::string base_;  ///< the URL of the site that it is of
  std::string top_key_;
  std::string key_;    ///< of the initiative
  std::string value_;  ///< of that key, so far
  std::size_t depth_ = 0;
  bool is_in_list_ = false;
  bool is_in_initiative_ = false;
};

void report(const std::string& file, std::optional<std::size_t> place, Diagnostics& diagnostics) {
  const auto at = static_cast<std::uint32_t>(place.value_or(0));
  Diagnostic diagnostic = diagnostic_at(
      file, Code::bad_catalogue, {at, at + 1},
      place ? "this file is not JSON" : "this file is JSON, but has no list of initiatives",
      "give a catalogue.json that lamppost has made, or build without --previous");
  diagnostic.has_place = place.has_value();
  diagnostics.add(std::move(diagnostic));
}

}  // namespace

std::optional<FormerCatalogue> former_catalogue(const std::string& file, std::string_view json,
                                                Diagnostics& diagnostics) {
  CatalogueListener listener;
  if (!nlohmann::json::sax_parse(json, &listener)) {
    report(file, listener.fault(), diagnostics);
    return std::nullopt;
  }
  if (!listener.has_list()) {
    report(file, std::nullopt, diagnostics);
    return std::nullopt;
  }
  return listener.take();
}

PartHashes part_hashes(std::string_view entry, std::string_view base_url) {
  CatalogueListener listener;
  listener.begin_in_list(base_url);
  nlohmann::json::sax_parse(entry, &listener);
  return listener.initiative().parts;
}

}  // namespace lamppost
