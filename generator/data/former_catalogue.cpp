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

/// The longest text that is kept to be shown, in characters.
constexpr std::size_t longest_words = 300;

/// A text to be shown: of a length that titles have, without control characters.
std::string shown_text(std::string_view text) {
  std::string title;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < longest_words; ++count) {
    const Character next = character_at(text, at);
    const bool is_control = next.value < 0x20 || (next.value >= 0x7F && next.value < 0xA0);
    title += is_control ? replacement_character : text.substr(at, next.size);
    at += next.size;
  }
  return title;
}

/// Keys whose number is shown, not their entries.
constexpr std::array<std::string_view, 4> figure_keys = {"members", "documents", "projects",
                                                         "discussions"};

/// Listens to the JSON as it is read: what a catalogue says is hashed, not kept, so that a file of
/// any size and depth takes little memory.
class CatalogueListener : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit CatalogueListener(Detail detail = Detail::parts) : detail_(detail) {}

  [[nodiscard]] FormerCatalogue take() { return std::move(catalogue_); }
  /// The one that was read last.
  [[nodiscard]] const FormerPage& page() const { return page_; }
  /// Whether there was a list of initiatives.
  [[nodiscard]] bool has_list() const { return has_list_; }
  /// The byte where it can't be read.
  [[nodiscard]] std::size_t fault() const { return fault_; }

  /// For one entry of the list by itself.
  void begin_in_list(std::string_view base_url) {
    base_ = base_url;
    list_ = &catalogue_.initiatives;
    depth_ = 2;
  }

  bool null() override { return token("n", {}); }
  bool boolean(bool value) override {
    say(value ? "true" : "false");
    return token(value ? "t" : "f", {});
  }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override {
    if (depth_ == 2 && top_key_ == "totals" && detail_ == Detail::words)
      catalogue_.totals[inner_key_] = value;
    return number(std::to_string(value));
  }
  bool number_float(number_float_t /*value*/, const string_t& text) override {
    return number(text);
  }
  bool string(string_t& text) override {
    note(text);
    say(text);
    if (key_ == "topics") return token("\"", fold_case(text));  // spelled as most spell them
    if (is_on_site(text)) return token("/", std::string_view(text).substr(base_.size()));
    return token("\"", text);
  }
  bool binary(binary_t& /*bytes*/) override { return false; }

  bool start_object(std::size_t /*size*/) override {
    if (depth_ == 2 && list_ != nullptr) begin_page();
    return open("{");
  }
  bool key(string_t& name) override {
    if (depth_ == 1) top_key_ = name;
    if (depth_ == 3 && is_in_page_) key_ = name;
    if (depth_ > 3 && is_in_page_) add("k", name);
    if (depth_ == 2 || depth_ == 4) inner_key_ = name;
    return true;
  }
  bool end_object() override {
    if (depth_ == 3 && is_in_page_) end_page();
    return close("}");
  }
  bool start_array(std::size_t /*size*/) override {
    if (depth_ == 1) list_ = list_named(top_key_);
    if (depth_ == 1 && top_key_ == "initiatives") has_list_ = true;
    return open("[");
  }
  bool end_array() override {
    if (depth_ == 2) list_ = nullptr;
    return close("]");
  }

  bool parse_error(std::size_t place, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    fault_ = place > 0 ? place - 1 : 0;
    return false;
  }

 private:
  /// Where the entries of a list are put; null where they are not needed.
  [[nodiscard]] FormerPages* list_named(std::string_view name) {
    if (name == "initiatives") return &catalogue_.initiatives;
    if (detail_ == Detail::parts) return nullptr;
    if (name == "clusters") return &catalogue_.clusters;
    if (name == "pages") return &catalogue_.pages;
    if (name == "topics") return &catalogue_.topics;
    return name == "countries" ? &catalogue_.countries : nullptr;
  }

  [[nodiscard]] bool is_on_site(std::string_view text) const {
    return !base_.empty() && text.starts_with(base_);
  }

  [[nodiscard]] std::string address_of(std::string_view url) const {
    return is_on_site(url) ? "/" + std::string(url.substr(base_.size())) : std::string(url);
  }

  bool number(const std::string& digits) {
    say(digits);
    return token("#", digits);
  }

  /// A value without others in it.
  bool token(std::string_view sign, std::string_view text) {
    if (!is_in_page_) return true;
    add(sign, text);
    if (depth_ == 3) end_value();
    return true;
  }

  bool open(std::string_view sign) {
    ++depth_;
    inner_key_.clear();
    if (is_in_page_ && depth_ > 3) add(sign, {});
    return true;
  }

  bool close(std::string_view sign) {
    --depth_;
    if (!is_in_page_) return true;
    add(sign, {});
    if (depth_ == 3) end_value();
    return true;
  }

  void add(std::string_view sign, std::string_view text) {
    value_.append(sign).append(std::to_string(text.size())).append(":").append(text);
  }

  /// Adds to what is shown of the key: a value, or one of a list or table right below it.
  void say(std::string_view text) {
    if (detail_ == Detail::parts || !is_in_page_ || depth_ > 4) return;
    const bool is_figure = std::ranges::find(figure_keys, key_) != figure_keys.end();
    if (is_figure && inner_key_ != "count") return;
    constexpr std::size_t enough = 4 * longest_words;
    if (words_.size() > enough) return;
    if (!words_.empty()) words_ += ", ";
    words_ += shown_text(is_on_site(text) ? address_of(text) : text);
  }

  /// Texts that are needed as they are.
  void note(const std::string& text) {
    if (depth_ == 1) note_of_catalogue(text);
    if (!is_in_page_) return;
    if (depth_ == 4 && key_ == "aliases" && detail_ == Detail::words) {
      page_.aliases.push_back(text);
    }
    if (depth_ == 3) note_of_page(text);
  }

  void note_of_catalogue(const std::string& text) {
    if (top_key_ == "language") catalogue_.language = text;
    if (top_key_ == "url") catalogue_.address = address_of(text);
    if (top_key_ == "$schema" && text.ends_with(schema_name)) {
      base_ = text.substr(0, text.size() - schema_name.size());
    }
  }

  void note_of_page(const std::string& text) {
    if (key_ == "slug") page_.slug = text;
    if (key_ == "code") page_.slug = fold_case(text);  // a country's
    if (key_ == "title") page_.title = shown_text(text);
    if (key_ == "updated") page_.updated = date_from(text);
    if (detail_ == Detail::parts) return;
    if (key_ == "url") page_.address = address_of(text);
    if (key_ == "language") page_.language = text;
  }

  void begin_page() {
    page_ = {};
    is_in_page_ = true;
    key_.clear();
    value_.clear();
    words_.clear();
  }

  void end_value() {
    const std::size_t part = part_of(key_);
    if (part < compared_parts.size()) {
      Hash128& hash = page_.parts.at(part);
      hash = hash == no_hash ? hash128(value_) : combined(hash, hash128(value_));
      if (!words_.empty()) page_.words[key_] = shown_text(words_);
    }
    key_.clear();
    value_.clear();
    words_.clear();
  }

  void end_page() {
    is_in_page_ = false;
    // A summary that is the goal over again has not changed where the goal has.
    Hash128& summary = page_.parts.at(part_place("summary"));
    const bool is_goal = summary == page_.parts.at(part_place("goal"));
    if (is_goal && summary != no_hash) summary = hash128("n0:");
    if (!is_slug(page_.slug)) return;
    if (page_.title.empty()) page_.title = page_.slug;
    list_->emplace(page_.slug, page_);
  }

  Detail detail_;
  FormerCatalogue catalogue_;
  FormerPage page_;
  bool has_list_ = false;
  std::size_t fault_ = 0;
  std::string base_;  ///< the URL of the site that it is of
  std::string top_key_;
  std::string key_;        ///< of the page
  std::string inner_key_;  ///< of a table below it; empty in a list
  std::string value_;      ///< of the key, so far
  std::string words_;      ///< the same, to be shown
  std::size_t depth_ = 0;
  FormerPages* list_ = nullptr;  ///< the one that is being read
  bool is_in_page_ = false;
};

void report(const std::string& file, std::optional<std::size_t> place, Detail detail,
            Diagnostics& diagnostics) {
  const auto at = static_cast<std::uint32_t>(place.value_or(0));
  Diagnostic diagnostic = diagnostic_at(
      file, Code::bad_catalogue, {at, at + 1},
      place ? "this file is not JSON" : "this file is JSON, but has no list of initiatives",
      std::string("give a catalogue.json that lamppost has made") +
          (detail == Detail::parts ? ", or build without --previous" : ""));
  diagnostic.has_place = place.has_value();
  diagnostics.add(std::move(diagnostic));
}

}  // namespace

std::vector<std::string_view> keys_of_part(std::string_view part) {
  std::vector<std::string_view> keys;
  for (const auto& [key, other] : other_names) {
    if (other == part) keys.push_back(key);
  }
  if (keys.empty()) keys.push_back(part);
  return keys;
}

std::optional<FormerCatalogue> former_catalogue(const std::string& file, std::string_view json,
                                                Diagnostics& diagnostics, Detail detail) {
  CatalogueListener listener(detail);
  if (!nlohmann::json::sax_parse(json, &listener)) {
    report(file, listener.fault(), detail, diagnostics);
    return std::nullopt;
  }
  if (!listener.has_list()) {
    report(file, std::nullopt, detail, diagnostics);
    return std::nullopt;
  }
  return listener.take();
}

PartHashes part_hashes(std::string_view entry, std::string_view base_url) {
  CatalogueListener listener;
  listener.begin_in_list(base_url);
  nlohmann::json::sax_parse(entry, &listener);
  return listener.page().parts;
}

}  // namespace lamppost
