#include "keys/keyed_toml.h"

#include <algorithm>

#include "toml/toml.h"

namespace lamppost {
namespace {

/// Whether a syntax error's mend is a mistake itself, which is told with a better one.
bool is_told_better(const Diagnostic& of_syntax, const Diagnostics& of_keys) {
  if (!of_syntax.is_certain) return false;
  const auto& others = of_keys.list();
  return std::any_of(others.begin(), others.end(), [&](const Diagnostic& other) {
    return other.severity() == Severity::error && other.where == of_syntax.where;
  });
}

}  // namespace

Conformed read_and_conform(std::span<const Key> keys, const ConformContext& context,
                           Diagnostics& diagnostics) {
  Diagnostics of_syntax;
  const auto reading = read_toml(context.text, context.region, of_syntax);
  ConformContext asked = context;
  asked.requires_nothing = context.requires_nothing || !reading.is_whole;
  Diagnostics of_keys;
  Conformed conformed{conform(reading.values, keys, asked, of_keys), of_syntax.empty()};
  for (const auto& mistake : of_syntax.list()) {
    if (!is_told_better(mistake, of_keys)) diagnostics.add(mistake);
  }
  diagnostics.append(std::move(of_keys));
  return conformed;
}

}  // namespace lamppost
