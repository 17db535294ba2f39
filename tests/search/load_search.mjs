// The search script of the theme, without a page: its functions, and a catalogue on disk.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const file = new URL("../../themes/marketplace/static/js/search.js", import.meta.url);

export function loadSearch() {
  const context = vm.createContext({ TextDecoder, Uint8Array });
  vm.runInContext(readFileSync(file, "utf8"), context);
  return context.lamppostSearch;
}

/** A built catalogue; `loaded` counts what a browser would have fetched. `disk` keeps what was read,
    for another catalogue opened after this. */
export function openCatalogue(search, folder, disk = new Map()) {
  const loaded = { bytes: 0, names: [] };
  const files = new Map();
  const read = (name) => {
    if (!disk.has(name)) disk.set(name, new Uint8Array(readFileSync(join(folder, name))));
    const bytes = disk.get(name);
    loaded.bytes += bytes.length;
    loaded.names.push(name);
    return bytes;
  };
  const index = JSON.parse(new TextDecoder().decode(read("index.json")));
  const load = async (name) => {
    if (!files.has(name)) files.set(name, read(name));
    return files.get(name);
  };
  return { catalogue: new search.Catalogue(index, load), index, loaded };
}
