#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace lamppost {

namespace {

/// The order in which diagnostics are shown; what follows `message` only makes it total, so that
/// repetitions come to stand side by side.
auto rank(const Diagnostic& d) {
  return std::tie(d.file, d.where.begin, d.code, d.message, d.where.end, d.help, d.has_place, d.fix,
                  d.notes, d.is_certain);
}

}  // namespace

Diagnostic diagnostic_at(std::string file, Code code, Span where, std::string message,
                         std::string help) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.file = std::move(file);
  diagnostic.where = where;
  diagnostic.message = std::move(message);
  diagnostic.help = std::move(help);
  return diagnostic;
}

void Diagnostics::append(Diagnostics&& other) {
  list_.insert(list_.end(), std::make_move_iterator(other.list_.begin()),
               std::make_move_iterator(other.list_.end()));
  other.list_.clear();
}

void Diagnostics::sort() {
  std::ranges::sort(list_, [](const auto& a, const auto& b) { return rank(a) < rank(b); });
  list_.erase(std::unique(list_.begin(), list_.end()), list_.end());
}

void Diagnostics::shorten(std::size_t most) {
  struct Kind {
    std::size_t count = 0;
    std::size_t last = 0;  ///< the last that is kept
  };
  std::map<std::pair<std::string, Code>, Kind> kinds;
  std::vector<Diagnostic> kept;
  for (Diagnostic& diagnostic : list_) {
    Kind& kind = kinds[{diagnostic.file, diagnostic.code}];
    if (++kind.count > most) continue;
    kind.last = kept.size();
    kept.push_back(std::move(diagnostic));
  }
  for (const auto& [_, kind] : kinds) {
    if (kind.count <= most) continue;
    kept[kind.last].notes.push_back(
        {"this file has " + std::to_string(kind.count - most) + " more of this kind", "", {}});
  }
  list_ = std::move(kept);
}

void Diagnostics::keep_files(const std::function<bool(const std::string&)>& keep) {
  std::erase_if(list_, [&](const Diagnostic& diagnostic) { return !keep(diagnostic.file); });
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::ranges::count(list_, severity, &Diagnostic::severity));
}

}  // namespace lamppost
