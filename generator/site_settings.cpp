#include "site_settings.h"

#include "parse/settings.h"
#include "read/folder.h"

namespace lamppost {

Settings site_settings(const Folders& folders, Diagnostics& diagnostics) {
  if (!is_folder(folders.content)) return {};
  Diagnostics ignored;
  for (const SourceEntry& entry : find_sources(folders, ignored).entries) {
    if (entry.role != FileRole::settings) continue;
    return parse_settings(read_file(entry, diagnostics), diagnostics);
  }
  return {};
}

}  // namespace lamppost
