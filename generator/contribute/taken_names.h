#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/page_plan.h"
#include "model/site.h"

namespace lamppost {

/// What is there already, for who proposes more: titles of initiatives by the names of their files
/// (and of those they had before), and by what `check` holds alike (`title_key`, `website_key`);
/// topics by the names in their addresses. Made once for a run; the site must outlive it.
class TakenNames {
 public:
  explicit TakenNames(const Site& site);

  /// A shard as JSON for the form's script, each kind under its name: `slugs`, `titles`,
  /// `websites`, `topics`. What has a name is in the shard of that name's FNV-1a (32 bits, over its
  /// bytes) by the number of shards.
  [[nodiscard]] std::string shard(const PagePlan& plan) const;

 private:
  /// What a name stands for, and the title that has it.
  using Name = std::pair<std::string, const std::string*>;
  static constexpr std::size_t kinds = 4;

  void add(std::size_t kind, std::string name, const std::string& title);
  void add_aliases(const std::vector<Located<std::string>>& aliases, const std::string& title);

  std::vector<std::array<std::vector<Name>, kinds>> shards_;
};

}  // namespace lamppost
