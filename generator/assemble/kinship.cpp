#include "assemble/kinship.h"

#include <array>

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

  /// The more, the nearer; no two are equal. Ids are counted down, so that the first comes first.
  [[nodiscard]] std::uint64_t nearness(InitiativeId other, InitiativeId id) const {
    const std::uint64_t close = is_of_same_cluster(other, id) ? 1 : 0;
    return std::uint64_t{points_[other]} << 33U | close << 32U | (UINT32_MAX - other);
  }

  void add_nearest(std::vector<InitiativeId>& related, InitiativeId id) {
    const std::size_t wanted = related_shown - related.size();
    std::array<std::uint64_t, related_shown + 1> nearest{};  // those wanted, the nearest first
    for (const InitiativeId other : met_) {
      if (points_[other] == 0) continue;
      const std::uint64_t own = nearness(other, id);
      std::size_t place = wanted;
      for (; place > 0 && nearest[place - 1] < own; --place) nearest[place] = nearest[place - 1];
      nearest[place] = own;
    }
    for (std::size_t place = 0; place < wanted && nearest[place] != 0; ++place) {
      related.push_back(UINT32_MAX - static_cast<InitiativeId>(nearest[place] & UINT32_MAX));
    }
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
