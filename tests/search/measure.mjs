// What a first search of a built catalogue transfers (uncompressed) and how long the script takes:
//
//   node tests/search/measure.mjs PUBLIC/search
//
// Queries are made of the catalogue's own words: frequent, rare, beginnings of one to three letters,
// two words. Fails where one is over the bar: 60 KB up to 1,000 initiatives, else 120 KB; 100 ms.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSearch, openCatalogue } from "./load_search.mjs";

const folder = process.argv[2];
const search = loadSearch();

/** Every word of the dictionary with how many bytes its lists take. */
function dictionary() {
  const words = [];
  for (const name of readdirSync(folder).filter((file) => file.startsWith("words-"))) {
    search.readShard(new Uint8Array(readFileSync(join(folder, name))), (word, lists) => {
      if (word >= "0") words.push([word, lists.reduce((sum, [, bytes]) => sum + bytes.length, 0)]);
    });
  }
  return words.sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function queries(words) {
  const at = (share) => words[Math.floor(share * (words.length - 1))];
  const beginnings = [...new Set(words.flatMap((word) => [1, 2, 3].map((n) => word.slice(0, n))))];
  const single = [...words.slice(0, 20), ...[0.1, 0.3, 0.5, 0.8, 1].map(at), ...beginnings];
  const pairs = [
    `${words[0]} ${words[1]}`,
    `${words[0]} ${at(1)}`,
    `${at(0.5)} ${at(0.7)}`,
    `${words[2]} ${words[3].slice(0, 1)}`,
    `${words[4]} ${words[5]} ${words[6]}`,
  ];
  return [...single, ...pairs].map((q) => ({ q }));
}

async function measure(query) {
  const opened = openCatalogue(search, folder);
  const begin = performance.now();
  const ids = await opened.catalogue.find(query);
  const titles = await opened.catalogue.titles(ids.slice(0, 10));
  for (const found of titles) search.marked(found.teaser, query.q);
  return { query, found: ids.length, ms: performance.now() - begin, ...opened.loaded };
}

const words = dictionary();
await measure({ q: words[0] }); // the first run compiles
const results = [];
for (const query of queries(words)) results.push(await measure(query));
const { index } = openCatalogue(search, folder);
const limit = (index.initiatives > 1000 ? 120 : 60) * 1024;
const worst = (key) => results.reduce((a, b) => (b[key] > a[key] ? b : a));
const median = (key) => results.map((r) => r[key]).sort((a, b) => a - b)[results.length >> 1];
const show = (r) => `${JSON.stringify(r.query.q)}: ${r.found} found, ${r.bytes} bytes in ${r.files} files, ${r.ms.toFixed(1)} ms`;
console.log(`${index.initiatives} initiatives, ${words.length} words, ${results.length} queries`);
console.log(`bytes: median ${median("bytes")}, most ${show(worst("bytes"))}`);
console.log(`time: median ${median("ms").toFixed(1)} ms, most ${show(worst("ms"))}`);
for (const r of [...results.slice(0, 3), ...results.slice(20, 25), ...results.slice(-5)]) console.log(`  ${show(r)}`);
const over = results.filter((r) => r.bytes > limit || r.ms > 100);
if (over.length > 0) {
  console.log(`over the bar of ${limit} bytes and 100 ms: ${over.length}`);
  process.exitCode = 1;
}
