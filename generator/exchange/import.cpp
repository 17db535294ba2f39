#include "exchange/import.h"

#include <algorithm>
#include <set>
#include <utility>

#include "diagnostics/suggest.h"
#include "exchange/csv_pages.h"
#include "exchange/json_pages.h"
#include "keys/conform.h"
#include "model/language.h"
#include "model/slug.h"
#include "parse/clean_text.h"
#include "read/page_name.h"

namespace lamppost {
namespace {

/// A page larger than this is refused by `read_file`.
constexpr std::size_t largest_page = std::size_t{1} << 20U;

std::optional<Value> taken_out(ValueMap& fields, std::string_view key) {
  const auto field = std::ranges::find(fields, key, &Field::key);
  if (field == fields.end()) return std::nullopt;
  Value value = std::move(field->value);
  fields.erase(field);
  return value;
}

/// Makes one page after the other, and remembers what they are called.
class Importer {
 public:
  Importer(const SourceText& text, const ImportTarget& target, std::span<const GivenPage> all)
      : text_(text), target_(target), clusters_(target.clusters) {
    for (const GivenPage& page : all) note_cluster(page);
  }

  /// The page's file; nothing where something is wrong with it.
  std::optional<ContentFile> file_from(GivenPage given, Diagnostics& diagnostics) {
    Diagnostics told;
    told_ = &told;
    where_ = given.where;
    PageRecord page;
    read_own(given.fields, page);
    const ConformContext context{
        text_, "the page", {where_.begin, where_.end}, !page.language.empty()};
    page.keys = conform(given.fields, keys_of(page.role), context, told);
    sort_keys(page);
    if (!slug_ && told.count(Severity::error) == 0) make_slug(page);
    check_cluster(page);
    ContentFile file{path_of(page), file_of(page)};
    if (told.count(Severity::error) == 0) check_file(page, file);
    const bool is_right = told.count(Severity::error) == 0;
    diagnostics.append(without_fixes(told));
    return is_right ? std::optional(std::move(file)) : std::nullopt;
  }

 private:
  void say(Code code, Span where, std::string message, std::string help) {
    told_->add(diagnostic_at(text_.path, code, where, std::move(message), std::move(help)));
  }

  /// A fix says what to write into a page; this is another kind of file.
  static Diagnostics without_fixes(const Diagnostics& told) {
    std::vector<Diagnostic> list = told.list();
    for (Diagnostic& diagnostic : list) diagnostic.fix.reset();
    return Diagnostics(std::move(list));
  }

  void note_cluster(const GivenPage& page) {
    const Value* kind = find(page.fields, kind_key);
    const Value* slug = find(page.fields, slug_key);
    const Value* title = find(page.fields, "title");
    if (kind == nullptr || kind->text() == nullptr || *kind->text() != "cluster") return;
    if (slug != nullptr && slug->text() != nullptr) {
      clusters_.push_back(*slug->text());
    } else if (title != nullptr && title->text() != nullptr) {
      clusters_.push_back(slug_from(*title->text()));
    }
  }

  // --- what a page has beside its keys ---

  void read_own(ValueMap& fields, PageRecord& page) {
    const auto kind = text_of(taken_out(fields, kind_key), kind_key);
    if (kind) read_kind(*kind, page);
    slug_ = text_of(taken_out(fields, slug_key), slug_key);
    if (slug_ && slug_->value.empty()) slug_.reset();
    if (slug_) read_slug(page);
    if (const auto language = text_of(taken_out(fields, language_key), language_key)) {
      read_language(*language, page);
    }
    read_bundle(taken_out(fields, bundle_key), page);
    if (const auto body = text_of(taken_out(fields, body_key), body_key)) page.body = body->value;
  }

  std::optional<Located<std::string>> text_of(const std::optional<Value>& value,
                                              std::string_view key) {
    if (!value) return std::nullopt;
    if (value->text() != nullptr) return Located<std::string>{*value->text(), value->where};
    say(Code::wrong_type, value->where, in_ticks(key) + " must be a text",
        "write it between quotation marks");
    return std::nullopt;
  }

  void read_kind(const Located<std::string>& kind, PageRecord& page) {
    if (const auto role = role_named(kind.value)) {
      page.role = *role;
      return;
    }
    say(Code::bad_choice, kind.where, "there is no kind of page " + in_ticks(kind.value),
        "write `initiative`, `cluster`, `page` or `home`");
  }

  void read_slug(PageRecord& page) {
    if (page.role == FileRole::home) {
      say(Code::bad_slug, slug_->where, "the home page has no slug", "leave it empty");
    } else if (is_slug(slug_->value)) {
      page.slug = slug_->value;
    } else {
      const std::string better = slug_from(slug_->value);
      say(Code::bad_slug, slug_->where, in_ticks(slug_->value) + " can't be a page's name",
          better.empty() ? "write small letters a to z, digits and single hyphens between them"
                         : "write " + in_ticks(better));
    }
  }

  void make_slug(PageRecord& page) {
    if (page.role == FileRole::home) return;
    const Value* title = find(page.keys, "title");
    if (title != nullptr && page.language.empty()) page.slug = slug_from(*title->text());
    if (!page.slug.empty()) return;
    say(Code::bad_slug, where_, "the page's name is missing",
        page.language.empty() ? "write a `slug`, such as `humble-lamppost`"
                              : "write the `slug` of the page that this is a translation of");
  }

  void read_language(const Located<std::string>& language, PageRecord& page) {
    if (language.value.empty() || language.value == target_.default_language) return;
    const PageName name = page_name("x." + language.value);
    if (name.is_right && name.language == language.value && is_language_code(language.value)) {
      page.language = language.value;
      return;
    }
    say(Code::bad_language, language.where, in_ticks(language.value) + " is no language code",
        "write two letters, such as `fr`, and a region only where it matters, such as `pt-BR`");
  }

  void read_bundle(const std::optional<Value>& value, PageRecord& page) {
    if (!value || page.role == FileRole::home) return;
    const bool* flag = value->boolean();
    const std::string word = value->text() == nullptr ? "" : fold_case(*value->text());
    if (flag == nullptr && word != "true" && word != "false") {
      say(Code::wrong_type, value->where, "`bundle` is neither true nor false",
          "write `true` where files lie beside the page, else leave it empty");
      return;
    }
    page.is_bundle = flag != nullptr ? *flag : word == "true";
  }

  // --- what needs more than the page ---

  void check_cluster(const PageRecord& page) {
    const Value* cluster = find(page.keys, "cluster");
    if (cluster == nullptr || cluster->text() == nullptr) return;
    if (std::ranges::find(clusters_, *cluster->text()) != clusters_.end()) return;
    const auto meant = nearest(*cluster->text(), clusters_);
    say(Code::unknown_cluster, cluster->where, "there is no cluster " + in_ticks(*cluster->text()),
        meant               ? "did you mean " + in_ticks(*meant) + "?"
        : clusters_.empty() ? "import or make the clusters first"
                            : "the clusters are " + one_of(clusters_));
  }

  void check_file(const PageRecord& page, const ContentFile& file) {
    PageRecord other = page;  // the same page in the other form
    other.is_bundle = false;
    const bool is_new = seen_.insert(path_of(other)).second;
    if (!is_new) {
      say(Code::duplicate_page, where_, in_ticks(file.path) + " stands twice in this file",
          "give one of the two another `slug`");
    }
    if (file.text.size() > largest_page) {
      say(Code::too_large, where_, "this page is larger than 1 MiB", "shorten its text");
    }
    const auto there = target_.taken_by ? target_.taken_by(file.path) : std::nullopt;
    if (!there || (target_.replaces && *there == file.path)) return;
    say(Code::existing_file, where_, in_ticks(*there) + " is there already",
        *there == file.path ? "take the row out, give it another `slug`, or use --force"
                            : "take the row out, or write `bundle` as that file has it");
  }

  const SourceText& text_;
  const ImportTarget& target_;
  std::vector<std::string> clusters_;
  std::set<std::string> seen_;
  std::optional<Located<std::string>> slug_;  ///< of the page at hand
  Span where_;                                ///< the same
  Diagnostics* told_ = nullptr;               ///< the same
};

}  // namespace

std::vector<ContentFile> import_pages(const SourceText& text, PageFormat format,
                                      const ImportTarget& target, Diagnostics& diagnostics) {
  const auto clean = clean_text(text, diagnostics);
  if (!clean) return {};
  std::vector<GivenPage> given = format == PageFormat::csv ? pages_from_csv(*clean, diagnostics)
                                                           : pages_from_json(*clean, diagnostics);
  Importer importer(*clean, target, given);
  std::vector<ContentFile> files;
  for (GivenPage& page : given) {
    if (auto file = importer.file_from(std::move(page), diagnostics)) {
      files.push_back(std::move(*file));
    }
  }
  return files;
}

}  // namespace lamppost
