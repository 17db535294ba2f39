#pragma once

#include <string>

#include "data/json_writer.h"
#include "model/content_hash.h"
#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// Version of the format of `catalogue.json`, raised when a re-user would have to change a program.
inline constexpr int catalogue_version = 1;

/// `catalogue.json`: an edition's whole catalogue; described by `catalogue_schema`. Every object
/// has all of its keys, in the same order; what the content does not say is null or empty.
[[nodiscard]] std::string catalogue_json(const Site& site, const PagePlan& plan);

/// `index.json` of one initiative: its object from `catalogue.json` with its body.
class InitiativeJson {
 public:
  /// Writes all but the body.
  InitiativeJson(const Site& site, const PagePlan& plan);
  ~InitiativeJson() = default;
  InitiativeJson(const InitiativeJson&) = delete;
  InitiativeJson& operator=(const InitiativeJson&) = delete;
  InitiativeJson(InitiativeJson&&) = delete;
  InitiativeJson& operator=(InitiativeJson&&) = delete;

  /// Equal where the bytes are equal; doesn't read the body's text. To be asked before `finish`.
  [[nodiscard]] Hash128 key() const;

  /// All of it. To be called once.
  [[nodiscard]] std::string finish();

 private:
  const Site& site_;
  const PagePlan& plan_;
  std::string bytes_;
  JsonWriter json_{bytes_};
};

}  // namespace lamppost
