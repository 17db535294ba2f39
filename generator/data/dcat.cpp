#include "data/dcat.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "data/json_writer.h"
#include "model/address.h"
#include "model/page_plan.h"

namespace lamppost {
namespace {

constexpr std::string_view eu_authority = "http://publications.europa.eu/resource/authority/";

/// The languages' names in the EU's vocabulary, which are those of ISO 639-3 in capitals.
constexpr std::array<std::pair<std::string_view, std::string_view>, 31> eu_languages = {{
    {"ar", "ARA"}, {"bg", "BUL"}, {"bs", "BOS"}, {"cs", "CES"}, {"da", "DAN"}, {"de", "DEU"},
    {"el", "ELL"}, {"en", "ENG"}, {"es", "SPA"}, {"et", "EST"}, {"fi", "FIN"}, {"fr", "FRA"},
    {"ga", "GLE"}, {"he", "HEB"}, {"hr", "HRV"}, {"hu", "HUN"}, {"is", "ISL"}, {"it", "ITA"},
    {"lt", "LIT"}, {"lv", "LAV"}, {"mt", "MLT"}, {"nl", "NLD"}, {"pl", "POL"}, {"pt", "POR"},
    {"ro", "RON"}, {"sk", "SLK"}, {"sl", "SLV"}, {"sr", "SRP"}, {"sv", "SWE"}, {"tr", "TUR"},
    {"uk", "UKR"},
}};

/// Of a language with a region or script the language; empty where the table has none.
std::string_view eu_language(std::string_view code) {
  const std::string_view language = code.substr(0, code.find('-'));
  const auto found = std::find_if(eu_languages.begin(), eu_languages.end(),
                                  [&](const auto& entry) { return entry.first == language; });
  return found == eu_languages.end() ? std::string_view() : found->second;
}

struct DataFormat {
  std::string_view file;
  std::string_view media_type;
  std::string_view eu_file_type;
};

constexpr std::array<DataFormat, 2> data_formats = {
    {{"catalogue.json", "application/json", "JSON"}, {"catalogue.csv", "text/csv", "CSV"}}};

/// Writes the description.
class Dcat {
 public:
  Dcat(const Site& site, std::string& out) : site_(site), json_(out) {}

  void document() {
    json_.begin_object();
    context();
    begin("dcat.jsonld", "dcat:Catalog");
    described();
    reference("foaf:homepage", url("/"));
    publisher();
    license();
    json_.key("dcat:dataset");
    json_.begin_object();
    dataset();
    json_.end_object();
    json_.end_object();
  }

 private:
  void context() {
    json_.key("@context");
    json_.begin_object();
    json_.field("dcat", "http://www.w3.org/ns/dcat#");
    json_.field("dct", "http://purl.org/dc/terms/");
    json_.field("foaf", "http://xmlns.com/foaf/0.1/");
    json_.field("xsd", "http://www.w3.org/2001/XMLSchema#");
    json_.end_object();
  }

  void begin(const std::string& id, std::string_view type) {
    json_.field("@id", url("/" + id));
    json_.field("@type", type);
  }

  /// What catalogue and data set say alike.
  void described() {
    in_all_languages("dct:title", [](const Edition& edition) { return edition.texts.title; });
    in_all_languages("dct:description", [](const Edition& edition) {
      const LanguageSettings& texts = edition.texts;
      return texts.description.empty() ? texts.title : texts.description;
    });
    json_.key("dct:language");
    json_.begin_array();
    for (const Edition& edition : site_.editions) language(edition);
    json_.end_array();
    modified();
  }

  void dataset() {
    begin("#catalogue", "dcat:Dataset");
    json_.field("dct:identifier", url("/#catalogue"));
    described();
    publisher();
    reference("dct:accessRights", std::string(eu_authority) + "access-right/PUBLIC");
    const bool has_page = offers(site_, PageKind::open_data);
    reference("dcat:landingPage", url(has_page ? open_data_address({}) : "/"));
    json_.key("dcat:distribution");
    json_.begin_array();
    for (const Edition& edition : site_.editions) {
      for (const DataFormat& format : data_formats) distribution(edition, format);
    }
    json_.end_array();
  }

  void distribution(const Edition& edition, const DataFormat& format) {
    const std::string file = url(edition.prefix + '/' + std::string(format.file));
    json_.begin_object();
    json_.field("@id", file);
    json_.field("@type", "dcat:Distribution");
    json_.key("dct:title");
    in_language(edition, edition.texts.title + " (" + std::string(format.eu_file_type) + ")");
    reference("dcat:accessURL", file);
    reference("dcat:downloadURL", file);
    reference("dcat:mediaType",
              "http://www.iana.org/assignments/media-types/" + std::string(format.media_type));
    reference("dct:format",
              std::string(eu_authority) + "file-type/" + std::string(format.eu_file_type));
    json_.key("dct:language");
    json_.begin_array();
    language(edition);
    json_.end_array();
    if (format.eu_file_type == "JSON") standard();
    license();
    modified();
    json_.end_object();
  }

  void standard() {
    json_.key("dct:conformsTo");
    json_.begin_object();
    json_.field("@id", url("/catalogue.schema.json"));
    json_.field("@type", "dct:Standard");
    json_.end_object();
  }

  void publisher() {
    const OpenData& open_data = site_.settings.open_data;
    if (open_data.publisher.empty()) return;
    json_.key("dct:publisher");
    json_.begin_object();
    if (!open_data.publisher_url.empty()) json_.field("@id", open_data.publisher_url);
    json_.field("@type", "foaf:Agent");
    json_.field("foaf:name", open_data.publisher);
    json_.end_object();
  }

  void license() {
    const std::string& terms = site_.settings.open_data.license;
    if (!terms.empty()) reference("dct:license", terms);
  }

  void modified() {
    const std::optional<Date>& date = site_.editions.front().last_update;
    if (!date) return;
    json_.key("dct:modified");
    json_.begin_object();
    json_.field("@value", iso_date(*date));
    json_.field("@type", "xsd:date");
    json_.end_object();
  }

  template <typename Function>
  void in_all_languages(std::string_view name, const Function& text_of) {
    json_.key(name);
    json_.begin_array();
    for (const Edition& edition : site_.editions) in_language(edition, text_of(edition));
    json_.end_array();
  }

  void in_language(const Edition& edition, std::string_view text) {
    json_.begin_object();
    json_.field("@value", text);
    json_.field("@language", edition.language.code());
    json_.end_object();
  }

  void language(const Edition& edition) {
    const std::string_view name = eu_language(edition.language.code());
    if (name.empty()) return;
    json_.begin_object();
    json_.field("@id", std::string(eu_authority) + "language/" + std::string(name));
    json_.end_object();
  }

  void reference(std::string_view name, std::string_view id) {
    json_.key(name);
    json_.begin_object();
    json_.field("@id", id);
    json_.end_object();
  }

  [[nodiscard]] std::string url(const std::string& address) const {
    return absolute_url(site_.settings.base_url, address);
  }

  const Site& site_;
  JsonWriter json_;
};

}  // namespace

std::string dcat(const Site& site) {
  std::string json;
  Dcat(site, json).document();
  return json + "\n";
}

}  // namespace lamppost
