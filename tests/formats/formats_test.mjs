// Holds what `lamppost check` writes for programs against its schemas: a catalogue with mistakes of
// many kinds, in files with odd names, as SARIF and as JSON.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

const require = createRequire(import.meta.url);
const Ajv04 = require("ajv-draft-04").default;
const Ajv2020 = require("ajv/dist/2020.js").default;
const addFormats = require("ajv-formats").default;

const repository = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const program = process.env.LAMPPOST;
const schemas = join(dirname(require.resolve("@microsoft/jest-sarif/package.json")), "lib/schemas");

let folder;
const write = (name, bytes) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
};
const check = (format) => {
  const run = spawnSync(program, ["-C", folder, "check", "--format", format], { encoding: "utf8" });
  assert.equal(run.status, 1, run.stderr);
  return JSON.parse(run.stderr);
};
const assertValid = (validate, value) =>
  assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 3), null, 2));

/// The sites of the golden cases that make mistakes, one below the other in one catalogue.
const writeMistakes = () => {
  const cases = join(repository, "tests/golden/cases");
  for (const name of readdirSync(cases).filter((file) => file.startsWith("mistake-"))) {
    const pages = readFileSync(join(cases, name), "utf8").split(/^-- (.*) --\n/m).slice(1);
    for (let i = 0; i < pages.length; i += 2) {
      if (/^content\/initiatives\/[^ ]*\.md$/.test(pages[i]))
        write(pages[i].replace("initiatives/", `initiatives/${name.slice(8, 10)}-`), pages[i + 1]);
    }
  }
};

before(() => {
  folder = mkdtempSync(join(tmpdir(), "lamppost-formats-"));
  write("content/clusters/light.md", '+++\ntitle = "Light"\n+++\n');
  writeMistakes();
  write("content/initiatives/100%, a: b\u00e9#?.md", "x");
  write("content/initiatives/latin.md", Buffer.from('+++\ntitle = "\xe4"\n+++\n', "latin1"));
  write("content/initiatives/odd.md", '\ufeff+++\r\ntitel = "\u{1f4a1} \u202e"\r\ncluster = "light"\r\n+++\r\n');
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("SARIF is valid and says of each place what it is", () => {
  const log = check("sarif");
  // A pattern of the schema is none with the flag `u`.
  const ajv = new Ajv04({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const [name] = readdirSync(schemas).filter((file) => file.startsWith("sarif-2.1.0"));
  const validate = ajv.compile(JSON.parse(readFileSync(join(schemas, name), "utf8")));
  assertValid(validate, log);
  assert.ok(!validate({ ...log, version: "2.0.0" }), "the schema refuses what is wrong");

  const [run] = log.runs;
  assert.ok(run.results.length > 30);
  assert.ok(run.results.some((result) => result.fixes));
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    for (const { physicalLocation } of result.locations ?? []) {
      const { uri } = physicalLocation.artifactLocation;
      assert.equal(new URL(uri, "file:///x/").href, `file:///x/${uri}`);
      readFileSync(join(folder, decodeURIComponent(uri))); // it is there
    }
  }
});

test("the regions of SARIF's fixes are those that `check --fix` writes", () => {
  const [run] = check("sarif").runs;
  const fixed = run.results.find((result) => result.fixes && /odd\.md$/.test(
    result.locations[0].physicalLocation.artifactLocation.uri));
  const [{ artifactLocation, replacements: [replacement] }] = fixed.fixes[0].artifactChanges;
  const bytes = readFileSync(join(folder, artifactLocation.uri), "utf8").replace(/^\ufeff/, "");
  const lines = bytes.split("\r\n");
  const { startLine, startColumn, endLine, endColumn } = replacement.deletedRegion;
  assert.equal(startLine, endLine);
  const characters = Array.from(lines[startLine - 1]); // code points, as columnKind says
  assert.equal(run.columnKind, "unicodeCodePoints");
  assert.equal(characters.slice(startColumn - 1, endColumn - 1).join(""), "titel");
  assert.equal(replacement.insertedContent.text, "title");

  const copy = `${folder}-fixed`;
  cpSync(folder, copy, { recursive: true });
  try {
    spawnSync(program, ["-C", copy, "check", "--fix", join(copy, artifactLocation.uri)]);
    assert.match(readFileSync(join(copy, artifactLocation.uri), "utf8"), /^\ufeff\+\+\+\r\ntitle = /);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test("JSON is as its schema says", () => {
  const schema = readFileSync(join(repository, "generator/diagnostics/diagnostics.schema.json"), "utf8");
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(schema));
  const report = check("json");
  assertValid(validate, report);
  assert.equal(report.errors + report.warnings, report.diagnostics.length);
  assert.ok(report.diagnostics.some(({ fix }) => fix?.certain));
  const [first, ...rest] = report.diagnostics;
  assert.ok(!validate({ ...report, diagnostics: [{ ...first, severity: "info" }, ...rest] }));
  for (const { file, fix } of report.diagnostics.filter(({ fix }) => fix?.lines?.length === 1)) {
    const bytes = readFileSync(join(folder, file));
    const after = Buffer.concat([bytes.subarray(0, fix.offset), Buffer.from(fix.text),
      bytes.subarray(fix.end_offset)]).toString();
    assert.ok(after.includes(fix.lines[0]), file);
  }
});
