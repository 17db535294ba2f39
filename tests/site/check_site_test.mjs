// A checker that finds nothing proves nothing: here is a small site with each mistake in it.
// Run by Node's own test runner: node --test tests/site/check_site_test.mjs

import assert from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const checker = fileURLToPath(new URL("check_site.mjs", import.meta.url));

/** What the checker prints for these files below https://example.eu/a/b/, without the counts. */
function problemsOf(files) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "check-site-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const run = spawnSync(process.execPath, [checker, folder, "https://example.eu/a/b/"]);
    const lines = run.stdout.toString().trimEnd().split("\n").slice(0, -1);
    assert.equal(run.status, lines.length === 0 ? 0 : 1, run.stderr.toString());
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const there = {
  "index.html": '<h1 id="é">Home</h1>',
  "p/index.html": '<h1 id="yes">Page</h1>',
  "s/a.png": "",
};

test("links that lead somewhere are fine, from every kind of file", () => {
  const found = problemsOf({
    ...there,
    "ok.html": `<a href="./">1</a><a href="#here" id="here">2</a><a href="/a/b/p/#yes">3</a>
      <a href="https://example.eu/a/b/#%C3%A9">4</a><a href="mailto:a@example.eu">5</a>
      <a href="https://example.eu/other/">on the same host</a>
      <img src="s/a.png" srcset="s/a.png 2x">`,
    "404.html": '<a href="/a/b/p/">1</a><a href="#it" id="it">2</a>',
    "s/ok.css": "a { background: url(a.png) } /* url(no.png) */",
    "sitemap.xml": "<urlset><url><loc>https://example.eu/a/b/p/</loc></url></urlset>",
    "ok.json": '{"url": "/a/b/p/", "x": ["https://example.eu/a/b/"]}',
    "robots.txt": "Sitemap: https://example.eu/a/b/sitemap.xml",
  });
  assert.deepEqual(found, []);
});

for (const [name, file, text, problem] of [
  ["a dead link", "x.html", '<a href="no/">',
   'a href "no/": leads nowhere'],
  ["a dead link in a template", "x.html", '<template><a href="no/">',
   'a href "no/": leads nowhere'],
  ["a missing anchor", "x.html", '<a href="p/#no">',
   'a href "p/#no": no such id in p/index.html'],
  ["a missing anchor on the page", "x.html", '<a href="#no">',
   'a href "#no": no such id in x.html'],
  ["a folder without /", "x.html", '<a href="p">',
   'a href "p": lacks its closing /'],
  ["a link from the host's root", "x.html", '<a href="/p/">',
   'a href "/p/": leads out of https://example.eu/a/b/'],
  ["a canonical out of the base", "x.html", '<link rel="canonical" href="https://example.eu/p/">',
   'link href "https://example.eu/p/": leads out of https://example.eu/a/b/'],
  ["a script address", "x.html", '<a href="javascript:x()">',
   'a href "javascript:x()": runs a script'],
  ["a missing picture", "x.html", '<img srcset="s/a.png 1x, no.png 2x">',
   'img srcset "no.png": leads nowhere'],
  ["a picture for sharing", "x.html", '<meta property="og:image" content="no.png">',
   'meta og:image "no.png": leads nowhere'],
  ["a redirect", "x.html", '<meta http-equiv="refresh" content="0; url=no/">',
   'meta refresh "no/": leads nowhere'],
  ["linked data", "x.html", '<script type="application/ld+json">{"url": "/a/b/no/"}</script>',
   'script url "/a/b/no/": leads nowhere'],
  ["an id that stands twice", "x.html", '<i id="a"></i><i id="a"></i>',
   'id "a" stands twice'],
  ["another file's hash", "x.html", '<script src="s/a.png" integrity="sha256-no"></script>',
   'script src "s/a.png": s/a.png has another sha256 hash'],
  ["a relative link where depth is unknown", "404.html", '<a href="p/">',
   'a href "p/": leads nowhere'],
  ["a style's picture", "s/x.css", "a { background: url('no.png') }",
   'css "no.png": leads nowhere'],
  ["a sitemap's page", "sitemap.xml", "<loc>https://example.eu/a/b/no/</loc>",
   'loc "https://example.eu/a/b/no/": leads nowhere'],
  ["a feed's text", "feed.xml", '<content type="html">&lt;a href="/p/"&gt;x&lt;/a&gt;</content>',
   'content, a href "/p/": leads out of https://example.eu/a/b/'],
  ["open data", "x.json", '["https://example.eu/a/b/no/"]',
   'text "https://example.eu/a/b/no/": leads nowhere'],
  ["broken JSON", "x.json", "{",
   "cannot be read"],
  ["a table", "x.csv", "a,https://example.eu/a/b/no/,b",
   'text "https://example.eu/a/b/no/": leads nowhere'],
]) {
  test(`${name} is found`, () => {
    const found = problemsOf({ ...there, [file]: text });
    assert.equal(found.length, 1, found.join("\n"));
    assert.ok(found[0].startsWith(`${file}: ${problem}`), found[0]);
  });
}

test("a folder without a page is no site", () => {
  assert.equal(problemsOf({ "a.txt": "" }).length, 1);
});
