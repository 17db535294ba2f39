#include "assemble/kinship.h"

#include <algorithm>
#include <utility>

namespace lamppost {
namespace {

/// Others to whom the same tie leads, and what it counts.
struct Tie {
  std::span<const InitiativeId> others;
  std::uint32_t points = 0;
};

/// Finds the kin of one initiative after the other.
class KinFinder {
 public:
  KinFinder(const Kinships& known, std::initializer_list<SharedTerms> shared)
      : known_(known),
        ties_(known.named.size()),
        named_by_(known.named.size()),
        points_(known.named.size()) {
    for (const SharedTerms& kind : shared) {
      for (const Term& term : kind.terms) tie(term.initiatives, kind.points);
    }
    for (InitiativeId id = 0; id < known.named.size(); ++id) {
      for (const InitiativeId other : known.named[id]) named_by_[other].push_back(id);
    }
  }

  [[nodiscard]] std::vector<InitiativeId> related_to(InitiativeId id) {
    std::vector<InitiativeId> related = known_.named[id];
    if (related.size() >= related_shown) return related;
    add_points({named_by_[id], naming_kinship});
    for (const Tie& tie : ties_[id]) add_points(tie);
    points_[id] = 0;
    for (const InitiativeId named : related) points_[named] = 0;
    add_nearest(related, id);
    for (const InitiativeId other : met_) points_[other] = 0;
    met_.clear();
    return related;
  }

 private:
  void tie(const std::vector<InitiativeId>& initiatives, std::uint32_t points) {
    if (initiatives.size() < 2 || initiatives.size() > most_sharing) return;
    for (const InitiativeId id : initiatives) ties_[id].push_back({initiatives, points});
  }

  void add_points(const Tie& tie) {
    for (const InitiativeId other : tie.others) {
      if (points_[other] == 0) met_.push_back(other);
      points_[other] += tie.points;
    }
  }

  void add_nearest(std::vector<InitiativeId>& related, InitiativeId id) {
    const auto last = std::partition(met_.begin(), met_.end(),
                                     [&](InitiativeId other) { return points_[other] > 0; });
    const auto is_nearer = [&](InitiativeId a, InitiativeId b) {
      if (points_[a] != points_[b]) return points_[a] > points_[b];
      const bool a_is_close = is_of_same_cluster(a, id);
      return a_is_close != is_of_same_cluster(b, id) ? a_is_close : a < b;
    };
    const auto wanted = static_cast<std::ptrdiff_t>(related_shown - related.size());
    const auto end = met_.begin() + std::min(wanted, last - met_.begin());
    std::partial_sort(met_.begin(), end, last, is_nearer);
    related.insert(related.end(), met_.begin(), end);
  }

  [[nodiscard]] bool is_of_same_cluster(InitiativeId a, InitiativeId b) const {
    return known_.clusters[a] && known_.clusters[a] == known_.clusters[b];
  }

  const Kinships& known_;
  std::vector<std::vector<Tie>> ties_;               ///< by InitiativeId
  std::vector<std::vector<InitiativeId>> named_by_;  ///< the same
  std::vector<std::uint32_t> points_;                ///< of all, with the one in question
  std::vector<InitiativeId> met_;                    ///< those that have points, once each
};

}  // namespace

std::vector<std::vector<InitiativeId>> find_kin(const Kinships& known,
                                                std::initializer_list<SharedTerms> shared) {
  KinFinder finder(known, shared);
  std::vector<std::vector<InitiativeId>> related;
  related.reserve(known.named.size());
  for (InitiativeId id = 0; id < known.named.size(); ++id) {
    related.push_back(finder.related_to(id));
  }
  return related;
}

}  // namespace lamppost
