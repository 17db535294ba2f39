// What happens to each file of the content by itself: from its bytes to a noun.
#include <string>
#include <utility>

#include "markdown/markdown.h"
#include "parse/clean_text.h"
#include "parse/content.h"
#include "parse/front_matter.h"
#include "pipeline/parsed_bytes.h"
#include "sample_catalogue.h"
#include "toml/toml.h"

namespace lamppost::bench {
namespace {

/// A page, split into its front matter and its body.
struct SplitPage {
  const SourceText* text = nullptr;
  PageParts parts;
};

std::vector<SplitPage> split_pages() {
  std::vector<SplitPage> pages;
  Diagnostics none;
  for (const SourceFile& file : sample_catalogue().files) {
    if (const auto parts = split_page(file.text, none)) pages.push_back({&file.text, *parts});
  }
  return pages;
}

void read_and_decode_utf8(benchmark::State& state) {
  measure_in_turn(state, sample_catalogue().files, [](const SourceFile& file) {
    Diagnostics none;
    const SourceFile read = read_file(file.entry, none);
    benchmark::DoNotOptimize(clean_text(read.text, none));
    return read.text.bytes.size();
  });
}
BENCHMARK(read_and_decode_utf8);

void parse_front_matter(benchmark::State& state) {
  measure_in_turn(state, split_pages(), [](const SplitPage& page) {
    Diagnostics none;
    benchmark::DoNotOptimize(parse_toml(*page.text, page.parts.front_matter, none));
    return page.parts.front_matter.size();
  });
}
BENCHMARK(parse_front_matter);

void parse_markdown_body(benchmark::State& state) {
  measure_in_turn(state, split_pages(), [](const SplitPage& page) {
    Diagnostics none;
    benchmark::DoNotOptimize(parse_markdown(*page.text, page.parts.body, none));
    return page.parts.body.size();
  });
}
BENCHMARK(parse_markdown_body);

void parse_whole_file(benchmark::State& state) {
  measure_in_turn(state, sample_catalogue().files, [](const SourceFile& file) {
    Diagnostics none;
    benchmark::DoNotOptimize(parse_file(file, none));
    return file.text.bytes.size();
  });
}
BENCHMARK(parse_whole_file);

void decode_remembered_file(benchmark::State& state) {
  std::vector<std::string> heads;
  for (const ParsedFile& file : sample_catalogue().parsed) heads.push_back(encode(file, {}).head);
  measure_in_turn(state, heads, [](const std::string& head) {
    Diagnostics none;
    benchmark::DoNotOptimize(decode_head(head, none));
    return head.size();
  });
}
BENCHMARK(decode_remembered_file);

}  // namespace
}  // namespace lamppost::bench
