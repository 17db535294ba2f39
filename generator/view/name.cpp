#include "view/name.h"

#include <functional>
#include <mutex>
#include <set>
#include <string>

namespace lamppost {

Name Name::kept(std::string_view text) {
  static std::mutex mutex;
  static std::set<std::string, std::less<>> texts;
  const std::lock_guard lock(mutex);
  const auto found = texts.find(text);
  return Name(found != texts.end() ? *found : *texts.emplace(text).first);
}

}  // namespace lamppost
