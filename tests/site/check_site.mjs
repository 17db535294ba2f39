// Checks a generated site: every internal link leads to a file and every anchor to an id, all of
// them below the base address; ids are unique; integrity hashes are those of the files.
//
//   node check_site.mjs PUBLIC_FOLDER BASE_URL
//
// Prints each problem with its file, then one line of counts. Exit status 1 if there is a problem.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parse, parseFragment } from "parse5";

const [folder, baseUrl] = process.argv.slice(2);
if (!folder || !baseUrl?.endsWith("/")) {
  console.error("usage: node check_site.mjs PUBLIC_FOLDER BASE_URL (which ends in /)");
  process.exit(2);
}
const base = new URL(baseUrl);

// --- The files -----------------------------------------------------------------------------------

const files = new Set(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join("/")),
);
const bytesOf = (file) => readFileSync(path.join(folder, file));
const textOf = (file) => bytesOf(file).toString("utf8");

/** The address a file is served at. The page for what is not found is served at every depth. */
function addressOf(file) {
  if (path.posix.basename(file) === "404.html") return new URL("at/any/depth/", base);
  const encoded = file.split("/").map(encodeURIComponent).join("/");
  return new URL(encoded.replace(/(^|\/)index\.html$/, "$1"), base);
}

// --- Links, by kind of file ----------------------------------------------------------------------
// Each function gives a list of { where, value } and, where known, { base, integrity, lenient }.

const urlAttributes = new Set(
  ["action", "cite", "data", "formaction", "href", "poster", "src", "xlink:href"],
);
const urlMeta = /^(og:(url|image|video|audio)(:(secure_)?url)?|twitter:image(:src)?)$/;

/** Every element below a node of parse5, also those in a <template>. */
function* elementsOf(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elementsOf(child);
  if (node.content) yield* elementsOf(node.content);
}

const attributesOf = (element) =>
  Object.fromEntries(
    element.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
  );
const contentOf = (element) => element.childNodes.map((child) => child.value ?? "").join("");

function linksOfElement(element) {
  const tag = element.tagName;
  const attributes = attributesOf(element);
  const links = [];
  const add = (where, value, more = {}) => links.push({ where: `${tag} ${where}`, value, ...more });

  for (const [name, value] of Object.entries(attributes)) {
    if (urlAttributes.has(name)) {
      // What contributors link to on the same host, but outside of the site, is their affair.
      add(name, value, { integrity: attributes.integrity, lenient: tag === "a" });
    } else if (name === "srcset" || name === "imagesrcset") {
      for (const candidate of value.split(/,\s+|,$/)) {
        if (candidate.trim()) add(name, candidate.trim().split(/\s+/)[0]);
      }
    } else if (name === "style") {
      linksOfCss(value).forEach((link) => add(name, link.value));
    }
  }
  if (tag === "meta" && urlMeta.test(attributes.property ?? attributes.name ?? "")) {
    add(attributes.property ?? attributes.name, attributes.content);
  } else if (tag === "meta" && attributes["http-equiv"]?.toLowerCase() === "refresh") {
    add("refresh", attributes.content.replace(/^[^;]*;\s*url=/i, ""));
  } else if (tag === "style") {
    linksOfCss(contentOf(element)).forEach((link) => add("text", link.value));
  } else if (tag === "script" && attributes.type === "application/ld+json") {
    linksOfJson(contentOf(element)).forEach((link) =>
      add(link.where, link.value.replace(/#.*/, "")), // an @id names a thing, not a place
    );
  }
  return links;
}

function linksOfCss(text) {
  const bare = text.replace(/\/\*[^]*?\*\//g, "");
  const url = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+["']([^"']*)/g;
  return [...bare.matchAll(url)].map(([, ...values]) => ({
    where: "css",
    value: values.find(Boolean)?.trim() ?? "",
  }));
}

/** In JSON a text is a link if it begins with the site's address, or if its name says so. */
function linksOfJson(text) {
  const links = [];
  const named = new Set(["url", "href", "src", "address", "start_url", "scope"]);
  const visit = (value, name) => {
    if (typeof value === "string") {
      const isOurs = value.startsWith(`${base.origin}/`);
      if (isOurs || (named.has(name) && value.startsWith("/"))) links.push({ where: name, value });
    } else if (value && typeof value === "object") {
      for (const [key, member] of Object.entries(value)) {
        visit(member, Array.isArray(value) ? name : key);
      }
    }
  };
  visit(JSON.parse(text), "text");
  return links;
}

const unescapeXml = (text) =>
  text
    .replace(/^<!\[CDATA\[([^]*)\]\]>$/, "$1")
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#([0-9]+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

function linksOfXml(text) {
  const links = [];
  for (const [tag] of text.matchAll(/<[a-z][^>]*>/gi)) {
    for (const [, name, value] of tag.matchAll(/\s((?:xlink:)?href|src)\s*=\s*"([^"]*)"/g)) {
      if (!value.startsWith("#")) links.push({ where: name, value: unescapeXml(value) });
    }
  }
  for (const [, name, value] of text.matchAll(/<(loc|icon|logo|uri)>([^<]*)</g)) {
    links.push({ where: name, value: unescapeXml(value.trim()) });
  }
  for (const [, name, attributes, value] of text.matchAll(
    /<(content|summary)\b([^>]*\btype="html"[^>]*)>([^]*?)<\/\1>/g,
  )) {
    const xmlBase = /\bxml:base="([^"]*)"/.exec(attributes)?.[1];
    for (const element of elementsOf(parseFragment(unescapeXml(value)))) {
      for (const link of linksOfElement(element)) {
        links.push({ ...link, where: `${name}, ${link.where}`, base: xmlBase });
      }
    }
  }
  return links;
}

/** CSV, robots.txt: whatever begins with the site's origin. */
function linksOfText(text) {
  const found = text.match(/https?:\/\/[^\s",;<>|]+/g) ?? [];
  const ours = found.filter((value) => value.startsWith(`${base.origin}/`));
  return ours.map((value) => ({ where: "text", value }));
}

const readers = {
  ".css": linksOfCss,
  ".csv": linksOfText,
  ".json": linksOfJson,
  ".svg": linksOfXml,
  ".txt": linksOfText,
  ".webmanifest": linksOfJson,
  ".xml": linksOfXml,
};

// --- Reading it all ------------------------------------------------------------------------------

const problems = new Set();
const anchors = new Map(); // page → its ids
const linksOf = new Map(); // file → its links
const report = (file, what) => problems.add(`${file}: ${what}`);

function readPage(file) {
  const ids = new Set();
  const links = [];
  for (const element of elementsOf(parse(textOf(file)))) {
    const { id, name } = attributesOf(element);
    if (id !== undefined && ids.has(id)) report(file, `id "${id}" stands twice`);
    if (id !== undefined) ids.add(id);
    if (element.tagName === "a" && name) ids.add(name);
    links.push(...linksOfElement(element));
  }
  anchors.set(file, ids);
  linksOf.set(file, links);
}

for (const file of [...files].sort()) {
  const extension = path.posix.extname(file);
  try {
    if (extension === ".html") readPage(file);
    else if (readers[extension]) linksOf.set(file, readers[extension](textOf(file)));
  } catch (error) {
    report(file, `cannot be read: ${error.message}`);
  }
}

// --- Following the links -------------------------------------------------------------------------

const counts = { internal: 0, anchors: 0, external: 0 };

/** The file of the site that an address leads to; undefined if that is not ours to check. */
function fileOf(url, link) {
  const isAbsolute = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(link.value);
  if (url.origin !== base.origin) return undefined;
  if (!url.pathname.startsWith(base.pathname)) {
    if (isAbsolute && link.lenient) return undefined;
    throw new Error(`leads out of ${base.href}`);
  }
  const file = decodeURIComponent(url.pathname.slice(base.pathname.length));
  if (file === "" || file.endsWith("/")) return `${file}index.html`;
  if (!files.has(file) && files.has(`${file}/index.html`)) throw new Error("lacks its closing /");
  return file;
}

function checkAnchor(file, fragment) {
  if (!anchors.has(file) || fragment === "" || fragment === "top") return;
  counts.anchors += 1;
  if (!anchors.get(file).has(decodeURIComponent(fragment))) {
    throw new Error(`no such id in ${file}`);
  }
}

function checkIntegrity(file, integrity) {
  for (const hash of integrity.trim().split(/\s+/)) {
    const [algorithm, expected] = hash.split(/-(.*)/);
    const actual = createHash(algorithm).update(bytesOf(file)).digest("base64");
    if (actual !== expected) throw new Error(`${file} has another ${algorithm} hash`);
  }
}

function follow(from, link) {
  if (link.value.startsWith("#")) return checkAnchor(from, link.value.slice(1));
  const url = new URL(link.value, new URL(link.base ?? "", addressOf(from)));
  if (url.protocol === "javascript:") throw new Error("runs a script");
  const file = fileOf(url, link);
  if (file === undefined) {
    counts.external += 1;
    return undefined;
  }
  counts.internal += 1;
  if (!files.has(file)) throw new Error("leads nowhere");
  checkAnchor(file, url.hash.slice(1));
  if (link.integrity) checkIntegrity(file, link.integrity);
  return undefined;
}

for (const [file, links] of linksOf) {
  for (const link of links) {
    try {
      follow(file, link);
    } catch (error) {
      report(file, `${link.where} "${link.value}": ${error.message}`);
    }
  }
}
if (anchors.size === 0) report(folder, "holds no page");

// --- The answer ----------------------------------------------------------------------------------

for (const problem of problems) console.log(problem);
console.log(
  `${base.href}: ${anchors.size} pages and ${files.size - anchors.size} other files, ` +
    `${counts.internal} internal links and ${counts.anchors} anchors followed, ` +
    `${counts.external} external links not; ${problems.size} problems`,
);
process.exitCode = problems.size === 0 ? 0 : 1;
