#pragma once

#include <memory>
#include <string>

#include "diagnostics/diagnostic.h"
#include "model/content_hash.h"
#include "model/page_plan.h"
#include "model/site.h"
#include "view/page_scope.h"
#include "view/view.h"

namespace lamppost {

/// A theme's layouts, partials replaced by their text, compiled when they are first needed. Copies
/// are independent: rendering is not const in the library, so each thread has its own. The one home
/// of Mustache.
class Templates {
 public:
  Templates();
  Templates(const Templates& other);
  Templates(Templates&&) noexcept;
  Templates& operator=(const Templates& other);
  Templates& operator=(Templates&&) noexcept;
  ~Templates();

  /// Equal keys of two runs mean equal layouts: then an equal view makes an equal page.
  [[nodiscard]] Hash128 key(PageKind kind) const;

  /// The page of that plan and view. The layout exists: `load_templates` has made sure. `shared` is
  /// what the view was made with; the same at every call.
  [[nodiscard]] std::string render(const PagePlan& plan, const View& view,
                                   const SharedViews& shared = {});

 private:
  struct Layouts;
  struct Compiled;
  std::shared_ptr<const Layouts> layouts_;
  std::unique_ptr<Compiled> compiled_;
  friend Templates load_templates(const Site& site, Diagnostics& diagnostics, bool names_are_right);
};

/// Loads and checks the layouts of every kind of page. A missing layout or partial, a partial that
/// includes itself, an unclosed section or tag, changed delimiters, a name the page does not have
/// (below `extra` any name is right), `{{{x}}}` on what is not markup: each is a diagnostic with
/// the template's file, line and column. `names_are_right`: a former run found so, with the same
/// settings and theme; then they are not checked again, which is most of the work.
[[nodiscard]] Templates load_templates(const Site& site, Diagnostics& diagnostics,
                                       bool names_are_right = false);

}  // namespace lamppost
