#include "pipeline/inputs.h"

#include <algorithm>
#include <array>
#include <string>

#include "diagnostics/machine_error.h"
#include "pipeline/bytes.h"
#include "write/descriptor.h"

namespace lamppost {
namespace {

void add_options(ByteWriter& out, const RunOptions& options) {
  out.write(options.folders.content, options.folders.themes, options.overrides.drafts,
            options.overrides.base_url, options.strict);
}

void add_asset(ByteWriter& out, const Asset& asset) {
  out.write(asset.file, asset.path, asset.output_path, asset.size, asset.modified);
  out.write(asset.pixels.has_value());
  if (asset.pixels) out.write(asset.pixels->width, asset.pixels->height);
}

}  // namespace

Hash128 identity_of(const std::string& program) {
  PiecewiseHash hash;
  if (program.empty()) return hash.value();
  try {
    const Descriptor file = open_to_read(program);
    std::array<char, 64UL * 1024> piece{};
    while (const std::size_t size = read_some(file, piece.data(), piece.size(), program)) {
      hash.add({piece.data(), size});
    }
  } catch (const MachineError&) {
    hash.add(program);
  }
  return hash.value();
}

Hash128 inputs_of(const RunOptions& options, const SourceTree& tree, const Diagnostics& found) {
  std::string bytes;
  ByteWriter out(bytes);
  add_options(out, options);
  for (const SourceEntry& entry : tree.entries) {
    out.write(entry.file, entry.size, entry.modified, entry.inode);
  }
  for (const Asset& asset : tree.assets) add_asset(out, asset);
  for (const Diagnostic& diagnostic : found.list()) out.write(diagnostic.file, diagnostic.message);
  return hash128(bytes);
}

bool any_is_recent(const SourceTree& tree, std::int64_t started) {
  const auto is = [&](const auto& file) { return is_recent(file.modified, started); };
  return std::ranges::any_of(tree.entries, is) || std::ranges::any_of(tree.assets, is);
}

Hash128 frame_key_of(const RunOptions& options, const Hash128& settings,
                     std::span<const SourceFile> theme) {
  std::string bytes;
  ByteWriter out(bytes);
  add_options(out, options);
  out.write(settings.high, settings.low);
  for (const SourceFile& file : theme) out.write(file.entry.file, file.text.bytes);
  return hash128(bytes);
}

Hash128 site_key_of(const Hash128& frame, std::span<const RememberedFile> content,
                    std::span<const Asset> assets) {
  std::string bytes;
  ByteWriter out(bytes);
  out.write(frame.high, frame.low);
  for (const RememberedFile& file : content) out.write(file.file, file.seen.high, file.seen.low);
  for (const Asset& asset : assets) add_asset(out, asset);
  return hash128(bytes);
}

}  // namespace lamppost
