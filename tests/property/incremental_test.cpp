// An incremental build equals a clean one, byte for byte, whatever was edited between.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"
#include "support/catch.h"
#include "support/files_below.h"
#include "support/pages.h"
#include "support/temporary_folder.h"

namespace lamppost::test {
namespace {

namespace fs = std::filesystem;

/// A number below `count`; the same for the same seed on every machine, unlike the standard's
/// distributions.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return engine_() % count; }
  std::string word() {
    constexpr std::array words{"lamp", "meter", "bench", "tram", "roof", "heat", "data", "park"};
    return words.at(below(words.size()));
  }

 private:
  std::mt19937 engine_;
};

struct Page {
  std::string title = "Title";
  std::string cluster = "light";
  std::string topic = "Lamps";
  std::string weight = "0";
  std::string heading = "Part";
  std::string body = "Some text.";
  std::string link;  ///< to another page's slug
  bool is_translated = false;
};

/// A small catalogue that is edited at random, and how it stands on disk.
class EditedCatalogue {
 public:
  explicit EditedCatalogue(std::uint32_t seed) : dice_(seed) {
    for (int i = 0; i < 5; ++i) pages_["p" + std::to_string(i)] = {};
    for (const char* const slug : {"light", "dark"}) {
      folder_.write(std::string("content/clusters/") + slug + ".md",
                    std::string("+++\ntitle = \"") + slug + "\"\n+++\nAbout it.\n");
    }
    folder_.write("content/_index.md", "+++\ntitle = \"Home\"\n+++\nWelcome.\n");
    folder_.write("themes/mine/theme.toml", "name = \"mine\"\napi = 1\nextends = \"tiny\"\n");
    write_settings();
    for (const auto& [slug, page] : pages_) write(slug, page);
  }

  /// One edit; says which.
  std::string edit() {
    using Edit = std::pair<const char*, void (EditedCatalogue::*)()>;
    constexpr std::array<Edit, 17> edits = {{{"add", &EditedCatalogue::add},
                                             {"remove", &EditedCatalogue::remove},
                                             {"rename", &EditedCatalogue::rename},
                                             {"title", &EditedCatalogue::change_title},
                                             {"retag", &EditedCatalogue::retag},
                                             {"move cluster", &EditedCatalogue::move_cluster},
                                             {"reweight", &EditedCatalogue::reweight},
                                             {"translate", &EditedCatalogue::translate},
                                             {"heading", &EditedCatalogue::change_heading},
                                             {"body", &EditedCatalogue::change_body},
                                             {"partial", &EditedCatalogue::change_partial},
                                             {"strings", &EditedCatalogue::change_strings},
                                             {"site.toml", &EditedCatalogue::change_settings},
                                             {"theme file", &EditedCatalogue::change_static},
                                             {"clock set back", &EditedCatalogue::turn_back},
                                             {"compare", &EditedCatalogue::compare},
                                             {"compare no more", &EditedCatalogue::forget}}};
    const auto& [name, change] = edits.at(dice_.below(edits.size()));
    (this->*change)();
    return name;
  }

  [[nodiscard]] RunOptions options(const std::string& output) const {
    RunOptions options;
    options.folders.content = folder_.path() + "/content";
    options.folders.themes = {folder_.path() + "/themes", LAMPPOST_TEST_THEMES, LAMPPOST_THEMES};
    options.folders.output = folder_.path() + "/" + output;
    if (is_compared_) options.previous = folder_.path() + "/before.json";
    return options;
  }

  [[nodiscard]] Files built(const std::string& output) const {
    const Outcome outcome = build(options(output));
    for (const Diagnostic& diagnostic : outcome.diagnostics.list())
      UNSCOPED_INFO(diagnostic.message);
    REQUIRE(outcome.written);
    return files_below(folder_.path() + "/" + output);
  }

  void remove_output(const std::string& output) const {
    fs::remove_all(folder_.path() + "/" + output);
    fs::remove_all(folder_.path() + "/.lamppost/" + output);
  }

  [[nodiscard]] std::string memory_file(const std::string& output, const std::string& name) const {
    return folder_.path() + "/.lamppost/" + output + "/" + name;
  }

  Dice& dice() { return dice_; }

 private:
  std::string any_slug() {
    auto page = pages_.begin();
    std::advance(page, static_cast<std::ptrdiff_t>(dice_.below(pages_.size())));
    return page->first;
  }

  std::string file_of(const std::string& slug, bool is_french = false) const {
    return "content/initiatives/" + slug + (is_french ? ".fr.md" : ".md");
  }

  void write(const std::string& slug, const Page& page) {
    std::string text = "+++\ntitle = \"" + page.title + "\"\ncluster = \"" + page.cluster +
                       "\"\ntopics = [\"" + page.topic + "\"]\nweight = " + page.weight +
                       "\nprojects = [{ title = \"" + page.topic + "\", cordis = \"" + page.weight +
                       "00\" }]\n+++\n" + page.body + "\n\n## " + page.heading +
                       "\n\nMore of it.\n";
    if (pages_.contains(page.link)) text += "\nSee [it](" + page.link + ".md).\n";
    folder_.write(file_of(slug), text);
    if (page.is_translated) {
      folder_.write(file_of(slug, true), "+++\ntitle = \"Fr " + page.title + "\"\n+++\nTexte.\n");
    }
  }

  void change(const std::function<void(Page&)>& how) {
    const std::string slug = any_slug();
    how(pages_[slug]);
    write(slug, pages_[slug]);
  }

  /// Those that link to a page that is there no more.
  void mend_links() {
    for (const auto& [slug, page] : pages_) {
      if (!page.link.empty()) write(slug, page);
    }
  }

  void add() {
    const std::string slug = "n" + std::to_string(++added_);
    pages_[slug].title = dice_.word();
    pages_[slug].link = any_slug();
    write(slug, pages_[slug]);
  }
  void remove() {
    if (pages_.size() < 3) return add();
    const std::string slug = any_slug();
    pages_.erase(slug);
    for (const bool is_french : {false, true})
      fs::remove(folder_.path() + "/" + file_of(slug, is_french));
    mend_links();
  }
  void rename() {
    const std::string slug = any_slug();
    const Page page = pages_[slug];
    remove_page(slug);
    const std::string new_slug = "r" + std::to_string(++added_);
    pages_[new_slug] = page;
    write(new_slug, page);
    mend_links();
  }
  void remove_page(const std::string& slug) {
    pages_.erase(slug);
    for (const bool is_french : {false, true})
      fs::remove(folder_.path() + "/" + file_of(slug, is_french));
  }
  void change_title() {
    change([&](Page& page) { page.title = dice_.word() + " " + dice_.word(); });
  }
  void retag() {
    change([&](Page& page) { page.topic = dice_.word(); });
  }
  void move_cluster() {
    change([&](Page& page) { page.cluster = page.cluster == "light" ? "dark" : "light"; });
  }
  void reweight() {
    change([&](Page& page) { page.weight = std::to_string(dice_.below(5)); });
  }
  void translate() {
    change([&](Page& page) { page.is_translated = true; });
  }
  void change_heading() {
    change([&](Page& page) { page.heading = dice_.word(); });
  }
  /// Words of one length among them: then neither size nor, within a second, time tells.
  void change_body() {
    change([&](Page& page) { page.body = "Text of the " + dice_.word() + "."; });
  }
  void change_partial() {
    folder_.write("themes/mine/layouts/partials/footer.mustache",
                  "<footer>" + dice_.word() + "</footer>\n");
  }
  void change_strings() {
    folder_.write("themes/mine/i18n/en.toml", "[menu]\nhome = \"" + dice_.word() + "\"\n");
  }
  void change_static() { folder_.write("themes/mine/static/note.txt", dice_.word()); }
  void change_settings() {
    title_ = dice_.word();
    per_page_ = 1 + dice_.below(3);
    write_settings();
  }
  void write_settings() {
    folder_.write("content/site.toml",
                  "title = \"" + title_ + "\"\nbase_url = \"https://example.eu/a/\"\n" +
                      "theme = \"mine\"\n[languages.en]\nname = \"English\"\n" +
                      "[languages.fr]\nname = \"Français\"\n[paginate]\ninitiatives = " +
                      std::to_string(per_page_) + "\n");
  }
  /// As a checkout or a copy does: other bytes, an older time.
  void turn_back() {
    const std::string slug = any_slug();
    pages_[slug].body = "Older text of the " + dice_.word() + ".";
    write(slug, pages_[slug]);
    fs::last_write_time(folder_.path() + "/" + file_of(slug),
                        fs::file_time_type::clock::now() - std::chrono::hours(24));
  }

  /// With what was published last, or with that of an earlier comparison.
  void compare() {
    const std::string published = folder_.path() + "/public/catalogue.json";
    if (!is_compared_ && fs::exists(published)) {
      fs::copy_file(published, folder_.path() + "/before.json",
                    fs::copy_options::overwrite_existing);
      is_compared_ = true;
    }
  }
  void forget() { is_compared_ = false; }

  TemporaryFolder folder_;
  Dice dice_;
  bool is_compared_ = false;
  std::map<std::string, Page> pages_;
  std::string title_ = "Site";
  std::size_t per_page_ = 2;
  int added_ = 0;
};

void check_sequence(std::uint32_t seed, int steps) {
  EditedCatalogue catalogue(seed);
  std::string story = "seed " + std::to_string(seed) + ":";
  (void)catalogue.built("public");
  for (int step = 0; step < steps; ++step) {
    story += ' ' + catalogue.edit();
    if (catalogue.dice().below(3) == 0) story += ", " + catalogue.edit();
    INFO(story);
    const Files incremental = catalogue.built("public");
    catalogue.remove_output("clean");
    const bool is_same = incremental == catalogue.built("clean");
    REQUIRE(is_same);
    story += ';';
  }
}

}  // namespace

TEST_CASE("after random edits a build has the same bytes as a clean one") {
  const std::uint32_t sequences = is_sanitized ? 3 : 40;
  for (std::uint32_t seed = 0; seed < sequences; ++seed) check_sequence(seed, 3);
}

TEST_CASE("after fifty more sequences of random edits as well", "[.slow]") {
  const char* number = std::getenv("LAMPPOST_FIRST_SEED");
  const std::uint32_t first =
      number == nullptr ? 1000 : static_cast<std::uint32_t>(std::atoi(number));
  for (std::uint32_t seed = first; seed < first + 50; ++seed) check_sequence(seed, 4);
}

TEST_CASE("memory that is damaged, cut or gone costs nothing but time") {
  EditedCatalogue catalogue(7);
  const Files before = catalogue.built("public");
  for (const char* const name : {"snapshot", "manifest", "texts-0"}) {
    for (const auto& damage : std::vector<std::function<void(const std::string&)>>{
             [](const std::string& file) { fs::remove(file); },
             [](const std::string& file) { fs::resize_file(file, fs::file_size(file) / 2); },
             [](const std::string& file) {
               std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
                   .seekp(static_cast<std::streamoff>(fs::file_size(file) / 2))
                   .put('\x7F');
             }}) {
      INFO(name);
      const std::string file = catalogue.memory_file("public", name);
      if (fs::exists(file)) damage(file);
      fs::remove(catalogue.options("public").folders.output + "/index.html");
      const bool is_same = catalogue.built("public") == before;
      CHECK(is_same);
    }
  }
}

}  // namespace lamppost::test
