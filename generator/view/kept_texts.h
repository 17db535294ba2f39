#pragma once

#include <atomic>
#include <string>
#include <string_view>

#include "model/content_hash.h"

namespace lamppost {

/// A few texts, each by a key. Any thread may look for one and add one; none is ever removed.
class KeptTexts {
 public:
  KeptTexts() = default;
  KeptTexts(const KeptTexts&) = delete;
  KeptTexts(KeptTexts&&) = delete;
  KeptTexts& operator=(const KeptTexts&) = delete;
  KeptTexts& operator=(KeptTexts&&) = delete;
  ~KeptTexts();

  /// Null where nothing was added under the key. Valid as long as this object.
  [[nodiscard]] const std::string* find(const Hash128& key) const;

  /// Where two threads add under one key, the texts must be equal: either may be found.
  void add(const Hash128& key, std::string_view text);

 private:
  struct Entry;

  /// The first of a list. Threads only ever put another before it, so no lock is needed.
  std::atomic<const Entry*> first_ = nullptr;
};

}  // namespace lamppost
