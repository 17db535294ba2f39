#include "check/similar.h"

#include <string>
#include <unordered_map>

#include "check/likeness.h"
#include "diagnostics/suggest.h"

namespace lamppost {
namespace {

class SimilarInitiatives {
 public:
  SimilarInitiatives(const Edition& edition, Diagnostics& diagnostics)
      : edition_(edition), diagnostics_(diagnostics) {}

  void check() {
    for (const LocalInitiative& local : edition_.initiatives) {
      const Initiative& initiative = local.initiative;
      if (initiative.title.value.empty()) continue;  // its front matter could not be read
      check_title(initiative);
      if (!initiative.website.empty()) check_website(initiative);
    }
  }

 private:
  using Firsts = std::unordered_map<std::string, const Initiative*>;

  void check_title(const Initiative& initiative) {
    const auto [first, is_first] =
        by_title_.emplace(title_key(initiative.title.value), &initiative);
    if (is_first) return;
    const auto& other = first->second->title.value;
    say(initiative, *first->second,
        other == initiative.title.value
            ? "another initiative has the same title"
            : "another initiative is called nearly the same: " + in_ticks(other),
        "if it is the same one, keep one of the two pages; else say in the title how they differ");
  }

  void check_website(const Initiative& initiative) {
    const auto [first, is_first] =
        by_website_.emplace(website_key(initiative.website), &initiative);
    if (is_first) return;
    say(initiative, *first->second,
        "another initiative has the same website, " + in_ticks(initiative.website),
        "if it is the same one, keep one of the two pages; else give each the page about it");
  }

  void say(const Initiative& initiative, const Initiative& other, std::string message,
           std::string help) {
    auto diagnostic = diagnostic_at(initiative.origin.file, Code::similar_initiative,
                                    initiative.title.where, std::move(message), std::move(help));
    diagnostic.notes.push_back({"this is the other one", other.origin.file, other.title.where});
    diagnostics_.add(std::move(diagnostic));
  }

  const Edition& edition_;
  Diagnostics& diagnostics_;
  Firsts by_title_;
  Firsts by_website_;
};

}  // namespace

void check_similar(const Site& site, Diagnostics& diagnostics) {
  SimilarInitiatives(site.editions.front(), diagnostics).check();
}

}  // namespace lamppost
