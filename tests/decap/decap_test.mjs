// Decap CMS as it is published, in Chromium, with the configuration that lamppost makes: what it
// writes is what `lamppost check` takes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { contents, fill, filesBelow, hideMedia, launch, serve } from "./site.mjs";

const repository = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const patient = { timeout: 60_000 };

const lamppost = (folder, ...given) => {
  const run = spawnSync(process.env.LAMPPOST, ["-C", folder, ...given], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  return run;
};

let folder; // a site like ours, with a page that has every key
let browser;
let server;

const write = (root, path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const everyKey = `+++
title = "Every key"
cluster = "citizen-focus"
goal = "A \\"quoted\\" goal; with \\\\ and ü"
topics = ["Lighting"]
countries = ["PT", "FR"]
status = "completed"
start = "2014-02-01"
end = 2030-12-31
website = "https://example.eu/?a=1,2"
related = ["humble-lamppost", "folder"]
also_in = ["sustainable-urban-mobility"]
aliases = ["/old/"]
weight = -10
draft = true
members = [{ name = "City", country = "PT", role = "lead" }, { name = "Other", url = "https://a.eu/" }]
projects = [{ title = "P", cordis = 691895, programme = "Horizon" }]
discussions = 0

[[documents]]
title = "Guide"
url = "https://a.eu/g.pdf"
date = 2020-02-29
language = "en"

[contact]
name = "Ada"
email = "ada@example.eu"

[target]
value = 10.5
unit = "lamps"
by = 2030-12-31

[[milestones]]
date = 2018-06-29
title = "First"
value = 1.5

[extra]
colour = "green"
since = 2020-01-01
deep = [{ a = [true] }]
+++

Text with a note[^1] and <b>no</b> more.

[^1]: The note.
`;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "lamppost-decap-"));
  cpSync(join(repository, "content"), join(folder, "content"), { recursive: true });
  cpSync(join(repository, "themes"), join(folder, "themes"), { recursive: true });
  write(folder, "content/initiatives/every-key.md", everyKey);
  write(folder, "content/initiatives/folder/index.md", '+++\ntitle = "In a folder"\ncluster = "citizen-focus"\ngoal = "G"\n+++\n\nText.\n');
  write(folder, "content/initiatives/folder/index.fr.md", '+++\ntitle = "Dans un dossier"\n+++\n\nTexte.\n');
  server = await serve(lamppost(folder, "schema", "--for", "decap").stdout);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const pages = () => filesBelow(folder, "content").filter(([path]) => path.endsWith(".md") && !path.endsWith("README.md"));

// Opens the editor at an address of its own, and gives `use` the page, its complaints with it.
async function edit(files, address, use) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, timezoneId: "America/Lima" });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(patient.timeout);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.addInitScript(hideMedia);
    await page.addInitScript(fill, files);
    await page.goto(`${server.origin}/admin/`);
    await page.getByRole("button", { name: "Login" }).click();
    await page.getByRole("link", { name: "Urban Data Platform" }).waitFor();
    await page.goto(`${server.origin}/admin/#/collections/${address}`);
    await page.getByLabel("Title").first().waitFor();
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

// Publishes the page of that title; gives all files after that.
async function publish(page, title) {
  await page.getByRole("button", { name: "Publish", exact: true }).first().click();
  await page.getByRole("menuitem", { name: "Publish now" }).click();
  const line = `\ntitle = ${JSON.stringify(title)}\n`;
  for (let tries = 0; tries < 300; ++tries) {
    const files = await page.evaluate(contents);
    if (files.some(([, text]) => text.includes(line))) return new Map(files);
    await page.waitForTimeout(100);
  }
  throw new Error(`no page was written with${line}`);
}

// What Decap has left, as a site of its own.
function siteOf(files) {
  const site = mkdtempSync(join(tmpdir(), "lamppost-decap-"));
  cpSync(join(folder, "content/site.toml"), join(site, "content/site.toml"), { recursive: true });
  for (const [path, text] of files) write(site, path, text);
  return site;
}

const built = (site) => {
  lamppost(site, "build", "--quiet", "--drafts", "--themes", join(repository, "themes"));
  return readFileSync(join(site, "public/catalogue.json"), "utf8");
};

// Gives a page of the files another title, and says which files there are then.
async function retitled(files, entry, from, to) {
  let after;
  await edit([...files], `initiatives/entries/${entry}`, async (page) => {
    const title = page.getByLabel("Title").first();
    for (let tries = 0; (await title.inputValue()) !== from && tries < 300; ++tries) await page.waitForTimeout(100);
    await page.waitForTimeout(2000); // till what it names has been looked up
    await title.fill(to);
    after = await publish(page, to);
  });
  return after;
}

// Changes a title there and back: what Decap wrote says the same as what was there.
async function checkSaved(entry, title) {
  const before = new Map(pages());
  const anew = await retitled(before, entry, title, `${title} anew`);
  const files = await retitled(anew, entry, `${title} anew`, title);
  assert.deepEqual([...files.keys()].sort(), [...before.keys()].sort(), "no file came or went");
  const site = siteOf(files);
  try {
    lamppost(site, "check", "--drafts", "--themes", join(repository, "themes"));
    assert.equal(built(site), built(folder));
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
  return {
    changed: [...files].filter(([path, text]) => before.get(path) !== text).map(([path]) => path),
    text: (path) => files.get(path),
  };
}

test("a page with every key is saved without loss", async () => {
  const { changed, text } = await checkSaved("every-key", "Every key");
  assert.deepEqual(changed, ["content/initiatives/every-key.md"]);
  const page = text(changed[0]);
  assert.match(page, /\nend = 2030-12-31\n/);
  assert.match(page, /\nstart = "2014-02-01"\n/);
  assert.ok(page.endsWith(everyKey.slice(everyKey.lastIndexOf("+++"))), "the text is as it was");
});

test("a page and its translations are saved under their own names", async () => {
  const { changed, text } = await checkSaved("humble-lamppost", "Humble Lamppost");
  for (const path of changed) assert.match(path, /^content\/initiatives\/humble-lamppost(\.fr|\.de)?\.md$/);
  assert.doesNotMatch(text("content/initiatives/humble-lamppost.fr.md"), /^cluster/m);
});

test("a page in a folder stays there, with its translation", async () => {
  const { changed } = await checkSaved("folder/index", "In a folder");
  for (const path of changed) assert.match(path, /^content\/initiatives\/folder\/index(\.fr)?\.md$/);
});

test("a new page, with fields that were filled and cleared again, is one that check takes", async () => {
  const newTitle = "Lampe à l'Été: 2";
  let files;
  await edit(pages(), "initiatives/new", async (page) => {
    await page.getByLabel("Title").first().fill(newTitle);
    const cluster = page.getByLabel("Cluster").first();
    await cluster.click();
    await page.getByText("Citizen Focus", { exact: true }).last().click();
    await page.getByLabel("Goal").first().fill("One goal");
    await page.getByLabel("Summary").first().fill("To be cleared");
    await page.getByLabel("Summary").first().fill("");
    await page.getByLabel("Start").first().fill("2024-05-12");
    await page.getByLabel("End").first().fill("2024-05-13");
    await page.getByLabel("End").first().fill("");
    await page.getByLabel("Website").first().fill("https://example.eu/");
    await page.getByLabel("Website").first().fill("");
    const members = page.getByRole("radiogroup").first();
    await members.getByLabel("Only the number is known").check();
    await members.locator("xpath=..").getByRole("spinbutton").fill("12");
    files = await publish(page, newTitle);
  });
  const added = [...files.keys()].filter((path) => !new Map(pages()).has(path));
  assert.deepEqual(added, ["content/initiatives/lampe-a-lete-2/index.md"]);
  const page = files.get(added[0]);
  for (const line of [/^start = "2024-05-12"$/m, /^end = ""$/m, /^members = 12$/m, /^cluster = "citizen-focus"$/m]) {
    assert.match(page, line);
  }
  const site = siteOf(files);
  try {
    const { stderr } = lamppost(site, "check", "--drafts", "--themes", join(repository, "themes"), join(site, added[0]));
    assert.match(stderr, /empty-value/);
    assert.doesNotMatch(stderr, /error/);
  } finally {
    rmSync(site, { recursive: true, force: true });
  }
});
