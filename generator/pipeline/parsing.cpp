#include "pipeline/parsing.h"

#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "diagnostics/machine_error.h"
#include "pipeline/batches.h"
#include "pipeline/parallel.h"
#include "pipeline/parsed_bytes.h"
#include "pipeline/workers.h"

namespace lamppost {
namespace {

/// What a file was parsed to, before it is decoded.
struct ParsedHead {
  RememberedFile file;
  std::string head;
  std::string given;  ///< of translations and their pages; of others nobody asks
};

/// Tells which pages have translations.
class Translated {
 public:
  explicit Translated(std::span<const SourceEntry> entries) {
    for (const SourceEntry& entry : entries) {
      if (!entry.language.empty()) pages_.emplace(entry.role, entry.slug);
    }
  }

  /// Whether an entry is a translation, or the page of one.
  [[nodiscard]] bool concerns(const SourceEntry& entry) const {
    return pages_.contains({entry.role, entry.slug});
  }

 private:
  std::set<std::pair<FileRole, std::string_view>> pages_;
};

/// Does one run's parsing. Safe to use from several threads, each with its own worker.
class Parser {
 public:
  Parser(const RunOptions& options, const Snapshot& known, const Translated& translated,
         BlobStore& texts)
      : workers_(options.jobs, options.page_limits, options.program),
        instead_(options.instead),
        known_(known),
        translated_(translated),
        texts_(texts) {}

  /// What becomes of some files, and what `read` has to say of each.
  std::vector<ParsedHead> parse(std::span<const SourceEntry> entries, unsigned worker,
                                std::span<Diagnostics> diagnostics) {
    std::vector<ParsedHead> files(entries.size());
    std::vector<SourceFile> sources;
    std::vector<std::size_t> unknown;  ///< whose they are
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (const auto instead = instead_.find(entries[i].file); instead != instead_.end()) {
        files[i].file.file = entries[i].file;
        sources.push_back({entries[i], make_source_text(entries[i].file, instead->second)});
        unknown.push_back(i);
        continue;
      }
      const RememberedFile* known = known_.find(entries[i].file);
      if (known != nullptr && known_.is_unchanged(*known, entries[i])) {
        take_over(files[i], entries[i], *known);
        continue;
      }
      SourceFile source = read_file(entries[i], diagnostics[i]);
      RememberedFile file = as_read(source, diagnostics[i]);
      if (known != nullptr && known->content == file.content && file.content != no_hash) {
        file.head = known->head;
        file.given = known->given;
        file.text = known->text;
        file.seen = known->seen;
        file.links = known->links;
        take_over(files[i], entries[i], std::move(file));
      } else {
        files[i].file = std::move(file);
        sources.push_back(std::move(source));
        unknown.push_back(i);
      }
    }
    std::vector<ParsedBytes> parsed = workers_.parse(sources, worker);
    for (std::size_t i = 0; i < parsed.size(); ++i) keep(files[unknown[i]], std::move(parsed[i]));
    return files;
  }

 private:
  static RememberedFile as_read(const SourceFile& source, const Diagnostics& diagnostics) {
    RememberedFile file;
    file.file = source.entry.file;
    file.modified = source.entry.modified;
    file.inode = source.entry.inode;
    // What `read` complains of it will have to say again the next time: that is not remembered.
    file.size = diagnostics.empty() ? source.entry.size : std::numeric_limits<std::uint64_t>::max();
    if (diagnostics.empty()) file.content = hash128(source.text.bytes);
    return file;
  }

  [[nodiscard]] std::string blob_at(const BlobPlace& place) const {
    auto blob = texts_.get(place);
    if (!blob) throw LostMemory();
    return *std::move(blob);
  }

  void take_over(ParsedHead& parsed, const SourceEntry& entry, RememberedFile known) const {
    parsed.head = blob_at(known.head);
    if (translated_.concerns(entry)) parsed.given = blob_at(known.given);
    parsed.file = std::move(known);
  }

  void keep(ParsedHead& parsed, ParsedBytes bytes) {
    if (texts_.is_writable()) {
      parsed.file.head = texts_.put(bytes.head);
      parsed.file.given = texts_.put(bytes.given);
      parsed.file.text = texts_.put(bytes.text);
    }
    parsed.head = std::move(bytes.head);
    parsed.given = std::move(bytes.given);
  }

  Workers workers_;
  const std::map<std::string, std::string>& instead_;
  const Snapshot& known_;
  const Translated& translated_;
  BlobStore& texts_;
};

/// What a file was parsed to; completes what is remembered of it.
ParsedFile decoded(ParsedHead& parsed, bool is_translated, Diagnostics& diagnostics) {
  std::optional<ParsedFile> file = decode_head(parsed.head, diagnostics);
  if (!file || (is_translated && !decode_given(parsed.given, *file))) {
    throw MachineError("a worker process", "gave an answer that can't be read");
  }
  RememberedFile& remembered = parsed.file;
  if (remembered.seen == no_hash) {
    remembered.seen = hash_of_seen(*file);
    remembered.links = hash_of_links(file->body);
  }
  return *std::move(file);
}

}  // namespace

ParsedContent read_and_parse(std::span<const SourceEntry> entries, const RunOptions& options,
                             const Snapshot& known, BlobStore& texts, Diagnostics& diagnostics) {
  ParsedContent content{std::vector<ParsedFile>(entries.size()),
                        std::vector<RememberedFile>(entries.size())};
  std::vector<Diagnostics> shares(entries.size());
  const Translated translated(entries);
  Parser parser(options, known, translated, texts);
  const std::vector<Range> batches = batches_of(entries, options.jobs);
  begin_stage(options.progress, {"Parsing", entries.size(), "files"});
  parallel_for(batches.size(), options.jobs, [&](std::size_t batch, unsigned worker) {
    const auto [begin, end] = batches[batch];
    std::vector<ParsedHead> parsed = parser.parse(entries.subspan(begin, end - begin), worker,
                                                  std::span(shares).subspan(begin, end - begin));
    for (std::size_t i = begin; i < end; ++i) {
      ParsedHead& of_file = parsed[i - begin];
      content.files[i] = decoded(of_file, translated.concerns(entries[i]), shares[i]);
      Body& body = content.files[i].body;
      body.file = static_cast<std::uint32_t>(i);
      body.text_key = of_file.file.text.hash;
      body.page_key = of_file.file.seen;
      content.remembered[i] = std::move(of_file.file);
    }
    add_done(options.progress, end - begin);
  });
  for (Diagnostics& share : shares) diagnostics.append(std::move(share));
  return content;
}

}  // namespace lamppost
