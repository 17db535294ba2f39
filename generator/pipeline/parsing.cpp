#include "pipeline/parsing.h"

#include <limits>
#include <optional>
#include <utility>

#include "diagnostics/machine_error.h"
#include "pipeline/parallel.h"
#include "pipeline/parsed_bytes.h"
#include "pipeline/workers.h"

namespace lamppost {
namespace {

/// Does one run's parsing. Safe to use from several threads, each with its own worker.
class Parser {
 public:
  Parser(const RunOptions& options, const Snapshot& known, BlobStore* texts)
      : workers_(options.jobs, options.page_limits, options.program),
        known_(known),
        texts_(texts) {}

  [[nodiscard]] RememberedFile parse(const SourceEntry& entry, unsigned worker,
                                     Diagnostics& diagnostics) {
    const RememberedFile* known = known_.find(entry.file);
    if (known != nullptr && known_.is_unchanged(*known, entry)) return *known;
    const SourceFile source = read_file(entry, diagnostics);
    if (!diagnostics.empty()) return forgettable(entry, source, worker);
    const Hash128 content = hash128(source.text.bytes);
    if (known != nullptr && known->content == content) return as_now(*known, entry);
    RememberedFile parsed = as_now(parse_anew(entry, source, worker), entry);
    parsed.content = content;
    return parsed;
  }

 private:
  [[nodiscard]] RememberedFile parse_anew(const SourceEntry& entry, const SourceFile& source,
                                          unsigned worker) {
    ParsedBytes bytes = workers_.parse(source, worker);
    RememberedFile parsed;
    parsed.file = entry.file;
    if (texts_ != nullptr) parsed.text = texts_->put(bytes.text);
    parsed.head = std::move(bytes.head);
    return parsed;
  }

  /// What `read` complains of it will have to say again the next time.
  [[nodiscard]] RememberedFile forgettable(const SourceEntry& entry, const SourceFile& source,
                                           unsigned worker) {
    RememberedFile parsed = parse_anew(entry, source, worker);
    parsed.size = std::numeric_limits<std::uint64_t>::max();
    return parsed;
  }

  static RememberedFile as_now(RememberedFile parsed, const SourceEntry& entry) {
    parsed.size = entry.size;
    parsed.modified = entry.modified;
    parsed.inode = entry.inode;
    return parsed;
  }

  Workers workers_;
  const Snapshot& known_;
  BlobStore* texts_;
};

}  // namespace

ParsedContent read_and_parse(std::span<const SourceEntry> entries, const RunOptions& options,
                             const Snapshot& known, BlobStore* texts, Diagnostics& diagnostics) {
  ParsedContent content{std::vector<ParsedFile>(entries.size()),
                        std::vector<RememberedFile>(entries.size())};
  std::vector<Diagnostics> shares(entries.size());
  Parser parser(options, known, texts);
  parallel_for(entries.size(), options.jobs, [&](std::size_t i, unsigned worker) {
    content.remembered[i] = parser.parse(entries[i], worker, shares[i]);
    auto file = decode_head(content.remembered[i].head, shares[i]);
    if (!file) throw MachineError("a worker process", "gave an answer that can't be read");
    file->body.file = static_cast<std::uint32_t>(i);
    if (content.remembered[i].seen == Hash128{}) {
      content.remembered[i].seen = hash_of_seen(*file);
      content.remembered[i].links = hash_of_links(file->body);
    }
    content.files[i] = *std::move(file);
  });
  for (Diagnostics& share : shares) diagnostics.append(std::move(share));
  return content;
}

}  // namespace lamppost
