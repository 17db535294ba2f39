// The search script's functions, without a page: node --test tests/search
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, mkdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadSearch, openCatalogue } from "./load_search.mjs";

const search = loadSearch();
const plain = (value) => JSON.parse(JSON.stringify(value));
const root = new URL("../..", import.meta.url).pathname;

test("words are folded as lamppost does it", () => {
  const lines = readFileSync(join(root, "tests/search/words.txt"), "utf8").split("\n");
  for (const line of lines.filter((line) => line && !line.startsWith("#"))) {
    const [text, words] = line.split("\t");
    assert.deepEqual(plain(search.wordsOf(text)), words.split(" ").filter(Boolean), text);
  }
});

test("a list of ids is read from distances and from a bitmap", () => {
  const read = (size, bytes) => {
    const ids = [];
    search.readIds(size, new Uint8Array(bytes), (id) => ids.push(id));
    return ids;
  };
  assert.deepEqual(read(0, []), []);
  assert.deepEqual(read(6, [3, 0, 5]), [3, 4, 10]);
  assert.deepEqual(read(4, [0x80, 0x01]), [128]);
  assert.deepEqual(read(5, [0b1001, 0b10]), [0, 3, 9]);
});

test("a shard's keys share beginnings", () => {
  const bytes = [0, 2, 0x61, 0x62, 0, 0, 2, 7, 1, 1, 0x63, 2, 0, 0, 0];
  const seen = [];
  search.readShard(new Uint8Array(bytes), (key, lists) => seen.push([key, lists.map((l) => l[0])]));
  assert.deepEqual(plain(seen), [["ab", [0, 0, 2]], ["ac", [2, 0, 0]]]);
});

test("the shard of a key is the last that begins with it or before it", () => {
  const first = ["\x01", "a", "ci", "d"];
  assert.equal(search.shardFor(first, "0"), 0);
  assert.equal(search.shardFor(first, "a"), 1);
  assert.equal(search.shardFor(first, "chair"), 1);
  assert.equal(search.shardFor(first, "city"), 2);
  assert.equal(search.shardFor(first, "zoo"), 3);
  assert.deepEqual(plain(search.shardsFor(first, "c")), [1, 2]);
  assert.deepEqual(plain(search.shardsFor(first, "city")), [2]);
});

test("matched words are marked whatever their accents; the last one by its beginning", () => {
  const pieces = (text, query) =>
    search.marked(text, query).map(([piece, isMarked]) => (isMarked ? `[${piece}]` : piece)).join("");
  assert.equal(pieces("Énergie et villes", "energie"), "[Énergie] et villes");
  assert.equal(pieces("Énergie et villes", "VIL"), "Énergie et [villes]");
  assert.equal(pieces("Energies of energy", "energy of"), "Energies [of] [energy]");
  assert.equal(pieces("Straße", "strass"), "[Straße]");
  assert.equal(pieces("<b> & c", "b"), "<[b]> & c");
  assert.equal(pieces("nothing", ""), "nothing");
});

test("a sentence is filled in once", () => {
  assert.equal(search.fill("{n} of {count}", { n: "{count}", count: 3 }), "{count} of 3");
});

// The whole way: a small catalogue, built and searched.
const program = process.env.LAMPPOST ?? join(root, "build/dev/generator/lamppost");

function built(initiatives) {
  const folder = mkdtempSync(join(tmpdir(), "lamppost-search-"));
  for (const name of ["clusters", "initiatives"]) {
    mkdirSync(join(folder, "content", name), { recursive: true });
  }
  const write = (name, text) => writeFileSync(join(folder, "content", name), text);
  write("site.toml", 'title = "T"\nbase_url = "https://example.eu/"\ntheme = "marketplace"\ndefault_language = "en"\n');
  write("clusters/light.md", '+++\ntitle = "Light and Space"\n+++\n\nText.\n');
  for (const [slug, front, body] of initiatives) {
    write(`initiatives/${slug}.md`, `+++\ncluster = "light"\n${front}\n+++\n\n${body}\n`);
  }
  const run = spawnSync(program, ["build", "--output", "public"], { cwd: folder, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr + run.stdout);
  return folder;
}

test("what was built is found", async () => {
  const folder = built([
    ["a-text", 'title = "First"\nupdated = 2024-01-01\nmembers = 3', "Energy for Łódź."],
    ["b-topic", 'title = "Second"\ntopics = ["Energy"]\nupdated = 2025-01-01\nmembers = 1', "Nothing."],
    ["c-title", 'title = "Énergies"\ncountries = ["FR"]\nstatus = "planned"', "Nothing."],
    ["d-none", 'title = "Another"\nmembers = 9', "Nothing at all."],
  ]);
  try {
    const { catalogue } = openCatalogue(search, join(folder, "public/search"));
    const find = async (query) => {
      const found = await catalogue.titles(await catalogue.find(query));
      return found.map((one) => one.slug).join(" ");
    };
    assert.equal(await find({ q: "energ" }), "c-title b-topic a-text");
    assert.equal(await find({ q: "ENERGY" }), "b-topic a-text");
    assert.equal(await find({ q: "energy lodz" }), "a-text");
    assert.equal(await find({ q: "energ nothing" }), "");
    assert.equal(await find({ q: "nothing energ" }), "c-title b-topic");
    assert.equal(await find({ q: "light" }), "a-text b-topic c-title d-none");
    assert.equal(await find({ q: "no" }), "b-topic c-title d-none");
    assert.equal(await find({ q: "unheard" }), "");
    assert.equal(await find({ country: "fr" }), "c-title");
    assert.equal(await find({ q: "france" }), "c-title");
    assert.equal(await find({ status: "planned", q: "e" }), "c-title");
    assert.equal(await find({ cluster: "light", topic: "energy" }), "b-topic");
    assert.equal(await find({ cluster: "none" }), "");
    assert.equal(await find({ cluster: "light", sort: "title" }), "d-none c-title a-text b-topic");
    assert.equal(await find({ cluster: "light", sort: "newest" }), "b-topic a-text d-none c-title");
    assert.equal(await find({ cluster: "light", sort: "members" }), "d-none a-text b-topic c-title");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
