#pragma once

#include <cstddef>

#include "diagnostics/diagnostic.h"
#include "model/body.h"
#include "model/initiative.h"

namespace lamppost {

// Warnings about what somebody may have meant to write later.

/// A goal of more characters is too long for a card.
inline constexpr std::size_t longest_goal = 200;

/// That an initiative says nowhere what it is for, or its goal is too long for a card.
void check_goal(const Initiative& initiative, const Body& body, Diagnostics& diagnostics);

/// Texts of the front matter, but not what is below `extra`, that only hold a place.
void check_placeholders(const Origin& origin, Diagnostics& diagnostics);

/// The same in the body; what is shown as code is left alone.
void check_placeholders(const SourceText& text, Span body, Diagnostics& diagnostics);

}  // namespace lamppost
