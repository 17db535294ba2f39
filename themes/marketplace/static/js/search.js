// The search page: finds initiatives in the index that lamppost writes beside the page. How its
// files are written is told in generator/data/search.md. Nothing is stored, nothing is sent.
(() => {
  "use strict";

  // ---- words, as lamppost folds them: tests/search/words.txt holds both to it ----

  const longestWord = 40;
  const spelledOut = {
    ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", þ: "th", ð: "d", ħ: "h", ı: "i", ς: "σ",
  };

  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[ßøłđæœþðħıς]/gu, (letter) => spelledOut[letter]);

  const cut = (word) => {
    const isTorn = /[\uD800-\uDBFF]/.test(word[longestWord - 1] ?? "");
    return word.slice(0, isTorn ? longestWord - 1 : longestWord);
  };

  const wordsOf = (text) => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(cut);

  // ---- the files ----

  const places = 3; // title, topics, text
  const utf8 = new TextDecoder();

  /** Reads numbers and bytes one after the other. */
  class Reader {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }
    get isAtEnd() {
      return this.at >= this.bytes.length;
    }
    number() {
      let value = 0;
      for (let factor = 1; ; factor *= 128) {
        const byte = this.bytes[this.at++];
        value += (byte & 127) * factor;
        if (byte < 128) return value;
      }
    }
    take(size) {
      return this.bytes.subarray(this.at, (this.at += size));
    }
  }

  /** Calls `visit` with each id of a list. */
  const readIds = (size, bytes, visit) => {
    if (size % 2 === 1) {
      bytes.forEach((byte, i) => {
        for (let bit = 0; byte >> bit; ++bit) if ((byte >> bit) & 1) visit(8 * i + bit);
      });
      return;
    }
    const reader = new Reader(bytes);
    for (let id = 0; !reader.isAtEnd; ++id) visit((id += reader.number()));
  };

  /** Calls `visit(key, lists)` for each entry of a shard; a list is [size, bytes]. */
  const readShard = (bytes, visit) => {
    const reader = new Reader(bytes);
    let key = new Uint8Array();
    while (!reader.isAtEnd) {
      const shared = reader.number();
      const rest = reader.take(reader.number());
      const next = new Uint8Array(shared + rest.length);
      next.set(key.subarray(0, shared));
      next.set(rest, shared);
      key = next;
      const lists = [];
      for (let place = 0; place < places; ++place) {
        const size = reader.number();
        lists.push([size, reader.take(size >> 1)]);
      }
      visit(utf8.decode(key), lists);
    }
  };

  /** The last shard that begins at a key or before it. */
  const shardFor = (first, key) => {
    let low = 0;
    let high = first.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (first[middle] <= key) low = middle;
      else high = middle;
    }
    return low;
  };

  /** The shards in which words with that beginning may lie. */
  const shardsFor = (first, prefix) => {
    const shards = [shardFor(first, prefix)];
    for (let i = shards[0] + 1; i < first.length && first[i].startsWith(prefix); ++i) shards.push(i);
    return shards;
  };

  // ---- finding ----

  const filterMark = "\x01";
  const prefixMark = "\x02";
  const filters = ["cluster", "topic", "country", "status"];
  const orders = ["title", "newest", "members"];

  /** By id, how well an initiative fits: 0 not at all, else 1 (title) to 3 (text). */
  const addLists = (fits, lists) => {
    lists.forEach(([size, bytes], place) => {
      readIds(size, bytes, (id) => {
        if (fits[id] === 0 || fits[id] > place + 1) fits[id] = place + 1;
      });
    });
  };

  /** The index with its files; `load(name)` gives a file's bytes. */
  class Catalogue {
    constructor(index, load) {
      this.index = index;
      this.load = load;
    }

    async words(shard, visit) {
      readShard(await this.load(`words-${shard + 1}.bin`), visit);
    }

    /** Adds what is under one key; tells whether there is such an entry. */
    async addEntry(fits, key) {
      let isThere = false;
      await this.words(shardFor(this.index.words, key), (found, lists) => {
        if (found !== key) return;
        isThere = true;
        addLists(fits, lists);
      });
      return isThere;
    }

    /** Adds all words with a beginning: one entry where they lie in many shards. */
    async addPrefix(fits, prefix) {
      const shards = shardsFor(this.index.words, prefix);
      if (shards.length > 2 && (await this.addEntry(fits, prefixMark + prefix))) return;
      await Promise.all(
        shards.map((shard) =>
          this.words(shard, (word, lists) => {
            if (word.startsWith(prefix)) addLists(fits, lists);
          })
        )
      );
    }

    /** The ids of what fits a query, in the order asked for. */
    async find(query) {
      const words = [...new Set(wordsOf(query.q ?? ""))];
      const none = () => new Uint8Array(this.index.initiatives);
      const last = words.length - 1;
      const all = await Promise.all([
        ...words.map(async (word, i) => {
          const fits = none();
          await (i === last ? this.addPrefix(fits, word) : this.addEntry(fits, word));
          return fits;
        }),
        ...filters
          .filter((name) => query[name])
          .map(async (name) => {
            const fits = none();
            await this.addEntry(fits, `${filterMark}${name}:${query[name]}`);
            return fits;
          }),
      ]);
      return this.inOrder(this.fitting(all), query.sort);
    }

    /** What fits all, best first; what fits equally well by id. */
    fitting(all) {
      const byFit = [];
      for (let id = 0; id < this.index.initiatives; ++id) {
        let sum = 0;
        for (const fits of all) {
          if (fits[id] === 0) {
            sum = -1;
            break;
          }
          sum += fits[id];
        }
        if (sum >= 0) (byFit[sum] ??= []).push(id);
      }
      return byFit.flat();
    }

    async inOrder(ids, sort) {
      const order = orders.indexOf(sort);
      if (order < 0) return ids;
      const per = this.index.per_order_shard;
      const files = new Map();
      for (const id of ids) files.set(Math.floor(id / per), null);
      await Promise.all(
        [...files.keys()].map(async (shard) => {
          const number = order * this.index.order_shards + shard + 1;
          files.set(shard, await this.load(`orders-${number}.bin`));
        })
      );
      const placeOf = (id) => {
        const bytes = files.get(Math.floor(id / per));
        const at = 3 * (id % per);
        return bytes[at] + 256 * bytes[at + 1] + 65536 * bytes[at + 2];
      };
      return ids
        .map((id) => [placeOf(id), id])
        .sort((a, b) => a[0] - b[0])
        .map(([, id]) => id);
    }

    /** What results show of initiatives. */
    async titles(ids) {
      const per = this.index.per_title_shard;
      return Promise.all(
        ids.map(async (id) => {
          const bytes = await this.load(`titles-${Math.floor(id / per) + 1}.json`);
          const [title, slug, cluster, status, teaser, lang] = JSON.parse(utf8.decode(bytes))[id % per];
          return { title, slug, cluster, status, teaser, lang };
        })
      );
    }
  }

  /** A text in pieces, each [words, whether they were searched for]. */
  const marked = (text, query) => {
    const words = wordsOf(query);
    const last = words.pop();
    const isSought = (run) =>
      wordsOf(run).some((word) => words.includes(word) || word.startsWith(last));
    const pieces = [];
    let end = 0;
    if (last === undefined) return [[text, false]];
    for (const run of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      if (!isSought(run[0])) continue;
      if (run.index > end) pieces.push([text.slice(end, run.index), false]);
      end = run.index + run[0].length;
      pieces.push([run[0], true]);
    }
    if (end < text.length) pieces.push([text.slice(end), false]);
    return pieces;
  };

  const fill = (sentence, values) =>
    sentence.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);

  // ---- the page ----

  const shownAtOnce = 10;
  const accents = 8;

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const markedNodes = (text, query) =>
    marked(text, query).map(([piece, isMarked]) =>
      isMarked ? element("mark", "", piece) : document.createTextNode(piece)
    );

  const setLanguage = (node, lang) => {
    if (!lang) return;
    node.lang = lang;
    node.dir = "auto";
  };

  class Page {
    constructor(form) {
      this.form = form;
      this.status = document.getElementById("search.status-line");
      this.list = document.getElementById("search.results");
      this.more = document.getElementById("search.more");
      this.mark = document.getElementById("search.mark"); // none where nothing is compared
      this.ways = document.getElementById("search.ways");
      this.indexUrl = new URL(form.dataset.index, document.baseURI);
      this.run = 0;
      this.number = new Intl.NumberFormat(document.documentElement.lang);
    }

    start() {
      this.readAddress();
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.changed();
      });
      this.form.addEventListener("change", () => this.changed());
      this.form.addEventListener("input", (event) => {
        if (event.target.name !== "q") return;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.changed(), 200);
      });
      this.more.addEventListener("click", async () => {
        this.more.disabled = true; // pressed twice, it would show the same twice
        try {
          await this.showMore(true);
        } catch {
          this.status.textContent = this.form.dataset.failed;
        }
        this.more.disabled = false;
      });
      addEventListener("popstate", () => this.readAddress());
    }

    readAddress() {
      const asked = new URLSearchParams(location.search);
      for (const field of this.form.elements) {
        if (!field.name) continue;
        field.value = asked.get(field.name) ?? "";
        if (field.selectedIndex === -1) field.value = "";
      }
      this.search();
    }

    get query() {
      const query = {};
      for (const [name, value] of new FormData(this.form)) if (value.trim()) query[name] = value;
      return query;
    }

    changed() {
      clearTimeout(this.timer);
      const asked = new URLSearchParams(this.query);
      const marks = new URLSearchParams(location.search).get("compare");
      if (marks) asked.set("compare", marks); // what is marked stays so: list.js
      const address = asked.toString().replaceAll("%2C", ",");
      if (`?${address}` === location.search) return;
      history.replaceState(null, "", address ? `?${address}` : location.pathname);
      this.search();
    }

    /** The index is asked for anew each time the page is opened, the rest by its version. */
    async open() {
      const response = await fetch(this.indexUrl, { cache: "no-cache" });
      if (!response.ok) throw new Error(response.statusText);
      const index = await response.json();
      const files = new Map();
      const load = (name) => {
        if (!files.has(name)) files.set(name, this.bytes(`${name}?v=${index.version}`));
        return files.get(name);
      };
      return new Catalogue(index, load);
    }

    async bytes(name) {
      const response = await fetch(new URL(name, this.indexUrl));
      if (!response.ok) throw new Error(response.statusText);
      return new Uint8Array(await response.arrayBuffer());
    }

    async search() {
      const run = ++this.run;
      for (const link of document.querySelectorAll(".languages a")) link.search = location.search;
      const query = this.query;
      const isAsked = Object.keys(query).some((name) => name !== "sort" && this.isUsable(query, name));
      this.ways.hidden = isAsked;
      if (!isAsked) return this.clear("");
      try {
        if (!this.catalogue) {
          this.status.textContent = this.form.dataset.loading;
          this.catalogue = this.open();
        }
        const catalogue = await this.catalogue;
        const ids = await catalogue.find(query);
        if (run === this.run) await this.show(catalogue, ids, query);
      } catch {
        this.catalogue = undefined;
        if (run === this.run) this.clear(this.form.dataset.failed);
      }
    }

    isUsable(query, name) {
      return name !== "q" || wordsOf(query.q).length > 0;
    }

    clear(message) {
      this.list.replaceChildren();
      this.more.hidden = true;
      this.status.textContent = message;
    }

    async show(catalogue, ids, query) {
      Object.assign(this, { shown: { catalogue, query, rest: ids, run: this.run } });
      const { count, none, noneFiltered } = this.form.dataset;
      const isFound = ids.length > 0;
      this.ways.hidden = isFound; // who found nothing is shown the lists
      const nothing = query.q ? fill(none, { query: query.q.trim() }) : noneFiltered;
      this.list.replaceChildren();
      await this.showMore(false);
      this.status.textContent = isFound ? fill(count, { n: this.number.format(ids.length) }) : nothing;
    }

    async showMore(isAskedFor) {
      const shown = this.shown;
      const found = await shown.catalogue.titles(shown.rest.slice(0, shownAtOnce));
      if (shown !== this.shown || shown.run !== this.run) return;
      shown.rest = shown.rest.slice(shownAtOnce);
      const made = found.map((one) => this.result(one, shown));
      this.list.append(...made);
      document.dispatchEvent(new Event("resultsshown"));
      this.more.hidden = shown.rest.length === 0;
      if (isAskedFor) made[0]?.querySelector("a").focus();
    }

    result(found, { catalogue, query }) {
      const q = query.q ?? "";
      const link = element("a", "", ...markedNodes(found.title, q));
      link.href = new URL(`../initiatives/${encodeURIComponent(found.slug)}/`, this.indexUrl).pathname;
      setLanguage(link, found.lang);
      const item = element("li", "result");
      const cluster = catalogue.index.clusters[found.cluster];
      if (cluster) {
        item.classList.add(`accent-${(found.cluster % accents) + 1}`);
        const name = element("p", "result-cluster", cluster[0]);
        setLanguage(name, cluster[1]);
        item.append(name);
      }
      const teaser = element("p", "", ...markedNodes(found.teaser, q));
      setLanguage(teaser, found.lang);
      item.append(element("h2", "", link), teaser);
      if (this.mark) item.append(this.markOf(found));
      return item;
    }

    /** The box that marks a result for comparing; list.js knows what is marked. */
    markOf(found) {
      const mark = this.mark.content.firstElementChild.cloneNode(true);
      mark.querySelector("input").value = found.slug;
      const title = mark.querySelector("bdi");
      title.textContent = found.title;
      setLanguage(title, found.lang);
      return mark;
    }
  }

  if (typeof document === "undefined") {
    globalThis.lamppostSearch = { wordsOf, readIds, readShard, shardFor, shardsFor, Catalogue, marked, fill };
    return;
  }
  const form = document.getElementById("search.form");
  if (form) new Page(form).start();
})();
