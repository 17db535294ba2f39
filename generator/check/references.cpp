#include "check/references.h"

#include <optional>
#include <string>

#include "check/files_beside.h"
#include "check/name_index.h"
#include "check/replacement.h"
#include "diagnostics/suggest.h"
#include "model/resolve.h"
#include "model/slug.h"

namespace lamppost {
namespace {

using Name = Located<std::string>;

/// The folders of `known_names`; also what one of their names is called in messages.
struct Kind {
  Code code;
  std::string folder;
  std::string noun;
};

const Kind& cluster_kind() {
  static const Kind kind{Code::unknown_cluster, "clusters", "cluster"};
  return kind;
}

const Kind& initiative_kind() {
  static const Kind kind{Code::unknown_initiative, "initiatives", "initiative"};
  return kind;
}

/// The checks of one initiative's front matter.
class References {
 public:
  References(const Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  void check(const LocalInitiative& local) {
    const Initiative& initiative = local.initiative;
    const Origin& origin = initiative.origin;
    if (!local.cluster) check_name(origin, initiative.cluster, cluster_kind());
    for (const Name& slug : initiative.also_in) check_also_in(initiative, slug);
    for (const Name& slug : initiative.related) check_related(initiative, slug);
    for (const Name& topic : initiative.topics) check_topic(origin, topic);
    for (const Document& document : initiative.documents.entries) check_file(origin, document.file);
    if (initiative.image) check_file(origin, initiative.image->src);
  }

  void check(const Cluster& cluster) {
    if (cluster.image) check_file(cluster.origin, cluster.image->src);
  }

 private:
  void check_also_in(const Initiative& initiative, const Name& slug) {
    if (slug.value == initiative.cluster.value) {
      complain(initiative.origin, Code::self_reference, slug.where,
               "`also_in` names the cluster that leads this initiative anyway",
               "take `" + slug.value + "` out: `also_in` is for further clusters");
    } else {
      check_name(initiative.origin, slug, cluster_kind());
    }
  }

  void check_related(const Initiative& initiative, const Name& slug) {
    if (slug.value == initiative.origin.slug) {
      complain(initiative.origin, Code::self_reference, slug.where,
               "`related` names this initiative itself",
               "take `" + slug.value + "` out: `related` is for other initiatives");
    } else {
      check_name(initiative.origin, slug, initiative_kind());
    }
  }

  /// A slug that stands for a page which isn't there.
  void check_name(const Origin& origin, const Name& slug, const Kind& kind) {
    if (slug.value.empty()) return;  // missing: the parser has said so
    const std::string stem = kind.folder + "/" + slug.value;
    const PageRef* ref = page_at(stem);
    if (ref == nullptr) {
      complain_of_unknown(origin, slug, kind);
    } else if (ref->kind == PageRef::Kind::draft) {
      complain(origin, kind.code, slug.where,
               "the " + kind.noun + " `" + slug.value + "` is a draft, which is not published",
               "take `draft = true` out of its page, or make this page a draft too");
    }
  }

  void complain_of_unknown(const Origin& origin, const Name& slug, const Kind& kind) {
    Diagnostic diagnostic;
    diagnostic.code = kind.code;
    diagnostic.file = origin.file;
    diagnostic.where = slug.where;
    diagnostic.message = "there is no " + kind.noun + " `" + slug.value + "`";
    const auto& names = known_names().names_in(kind.folder);
    const auto meant = known_names().nearest_in(kind.folder, slug.value);
    if (meant) {
      diagnostic.help = "did you mean `" + *meant + "`?";
      diagnostic.fix = replacement(slug, *meant);
    }
    if (kind.code == Code::unknown_cluster) {
      diagnostic.help += meant ? " " : "";
      diagnostic.help +=
          names.empty() ? "the site has no cluster yet: write `clusters/" + slug.value + ".md`"
                        : std::string(meant ? "The" : "the") + " clusters are " + one_of(names);
    } else if (!meant) {
      diagnostic.help = "write the name of its file without `.md`: `initiatives/x.md` is `x`";
    }
    diagnostics_.add(std::move(diagnostic));
  }

  void check_topic(const Origin& origin, const Name& topic) {
    if (topic.value.empty() || !slug_from(topic.value).empty()) return;
    complain(origin, Code::bad_topic, topic.where,
             "the topic `" + topic.value + "` has no letter or digit to make its address from",
             "write a topic with at least one letter or digit");
  }

  void check_file(const Origin& origin, const Name& name) {
    if (name.value.empty() || find_beside(site_, origin, name.value) != nullptr) return;
    diagnostics_.add(missing_file(site_, origin, name));
  }

  void complain(const Origin& origin, Code code, Span where, std::string message,
                std::string help) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.file = origin.file;
    diagnostic.where = where;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    diagnostics_.add(std::move(diagnostic));
  }

  /// Made for the first mistake: most runs have none.
  NameIndex& known_names() {
    if (names_) return *names_;
    names_.emplace();
    const Edition& edition = site_.editions.front();
    for (const auto& local : edition.clusters) {
      names_->add("clusters", local.cluster->origin.slug);
    }
    for (const auto& local : edition.initiatives) {
      names_->add("initiatives", local.initiative->origin.slug);
    }
    return *names_;
  }

  /// The page `<stem>.md` or `<stem>/index.md`, if there is one.
  [[nodiscard]] const PageRef* page_at(const std::string& stem) const {
    for (const char* ending : {".md", "/index.md"}) {
      const auto found = site_.by_source.find(stem + ending);
      if (found != site_.by_source.end()) return &found->second;
    }
    return nullptr;
  }

  const Site& site_;
  Diagnostics& diagnostics_;
  std::optional<NameIndex> names_;
};

}  // namespace

// Only the default language's pages: a translation can't say these keys again.
void check_references(const Site& site, Diagnostics& diagnostics) {
  const Edition& edition = site.editions.front();
  References references(site, diagnostics);
  for (const LocalInitiative& local : edition.initiatives) references.check(local);
  for (const LocalCluster& local : edition.clusters) references.check(local.cluster);
}

}  // namespace lamppost
