// The workflows' scripts, run with the real program and a forge that is made up.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const scripts = resolve(dirname(fileURLToPath(import.meta.url)), "../../.github/scripts");
const lamppost = process.env.LAMPPOST;
const marker = "<!-- lamppost: what this proposal changes -->";

function folder(t) {
  const path = mkdtempSync(join(tmpdir(), "forge-"));
  t.after(() => rmSync(path, { recursive: true }));
  return path;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(name, args, env, input = "") {
  return spawnSync(join(scripts, name), args, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    input,
    encoding: "utf8",
  });
}

// --- check_proposal ---

const page = (title, more = "") => `+++\ntitle = "${title}"\ncluster = "light"\n${more}+++\nText.\n`;

function site(path, pages) {
  write(join(path, "content/clusters/light.md"), '+++\ntitle = "Light"\n+++\n');
  for (const [name, text] of Object.entries(pages)) write(join(path, "content/initiatives", name), text);
}

function proposal(t, before, after) {
  const path = folder(t);
  if (before) site(join(path, "before"), before);
  site(join(path, "after"), after);
  const summary = join(path, "summary.md");
  const result = run("check_proposal", [join(path, "after"), before ? join(path, "before") : ""], {
    LAMPPOST: lamppost,
    RESULTS: join(path, "results"),
    FORMAT: "github",
    GITHUB_STEP_SUMMARY: summary,
  });
  const text = (file) => (existsSync(file) ? readFileSync(file, "utf8") : null);
  return { ...result, changes: text(join(path, "results/changes.md")), summary: text(summary), path };
}

test("a proposal without mistakes is built and compared", (t) => {
  const result = proposal(t, { "a.md": page("A") }, { "a.md": page("A"), "b.md": page("B `x` @all") });
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.changes, /### Added \(1\)\n\n- initiative `` B `x` @all ``: `\/initiatives\/b\/`/);
  assert.equal(result.summary, `## lamppost check\n\nNo mistakes found.\n${result.changes}`);
  assert.ok(existsSync(join(result.path, "results/preview/initiatives/b/index.html")));
  assert.ok(!existsSync(join(result.path, "results/before")));
});

test("mistakes become annotations, and fail the check", (t) => {
  const result = proposal(t, { "a.md": page("A") }, { "a.md": page("A", "gaol = 1\n") });
  assert.equal(result.status, 1);
  assert.match(result.stderr, /::error title=unknown-key,file=content\/initiatives\/a\.md,line=4,/);
  assert.match(result.changes, /^The content has mistakes/);
});

test("a lost address fails the check and is told", (t) => {
  const result = proposal(t, { "a.md": page("A"), "b.md": page("B") }, { "a.md": page("A") });
  assert.equal(result.status, 1);
  assert.match(result.changes, /### Lost addresses \(1\)/);
  assert.match(result.stderr, /::error .*lost-address/);
});

test("what was wrong before is not the proposal's fault, nor that nothing was there", (t) => {
  for (const before of [{ "a.md": "no front matter" }, null]) {
    const result = proposal(t, before, { "a.md": page("A") });
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.changes, "There is no earlier catalogue to compare with.\n");
  }
});

// --- comment_body ---

const body = (text) => run("comment_body", [], {}, text).stdout;

test("what lamppost diff writes goes into the comment as it is", (t) => {
  const before = { "a.md": page("A", "goal = 'x'\n"), "gone.md": page("Gone") };
  const after = {
    "a.md": page("A", "goal = '<b>`@x` [a](https://evil.eu) www.evil.eu #1'\nmembers = 3\n"),
    "new.md": page("New", 'aliases = ["/initiatives/gone/"]\n'),
  };
  for (const result of [proposal(t, before, after), proposal(t, { ...before, "lost.md": page("L") }, after)]) {
    assert.match(result.changes, /Changed/);
    assert.equal(body(result.changes), `${result.changes.trim()}\n`);
  }
  for (const sentence of ["There is no earlier catalogue to compare with.", "No page, figure or address of the catalogue changes."]) {
    assert.equal(body(sentence), `${sentence}\n`);
  }
});

test("everything else is shown inside a code block", () => {
  for (const hostile of [
    "@everyone", "<img src=x>", "[a](b)", "![a](https://evil.eu/x.png)", "https://evil.eu", "www.evil.eu",
    "- `a` @b", "`unclosed @b", "``a` @b", "\\`a` @b`", "### Added (1)\n\n<script>", "fixes #1", "| a |\n| - |",
    "```\ncode\n```\n@b", "~~~\n@b", "*a*", "_a_", "> a", "a&#64;b", "- `a\nb` @c `d\ne`", "owner/name#1",
    "- [ ] a", "$x$", ":smile: @b",
  ]) {
    const shown = body(hostile);
    const fence = /^(`{3,})text\n/.exec(shown)?.[1];
    assert.ok(fence, hostile);
    assert.ok(shown.endsWith(`\n${fence}\n`), hostile);
    assert.ok(!shown.slice(fence.length, -fence.length - 2).includes(fence), hostile);
  }
});

test("a comment is bounded, shows no hidden signs, and survives what is no text", () => {
  assert.ok(body("x".repeat(1_000_000)).length <= 60_001);
  assert.ok(body("`".repeat(1_000)).length < 4_000);
  assert.equal(body("- `a\u202eb\u200bc`"), "- `a b c`\n");
  assert.equal(spawnSync(join(scripts, "comment_body"), { input: Buffer.from([0xff, 0, 0xfe]) }).status, 0);
  assert.match(body(""), /says nothing/);
});

// --- comment ---

const sha = "a".repeat(40);

/** A `gh` that answers from files and notes what it is asked to write. */
function forge(t, { pulls = [], artifacts = [], comments = [], changes = "- `x`", archive } = {}) {
  const path = folder(t);
  const bin = join(path, "bin");
  write(join(path, "pulls.json"), JSON.stringify(pulls));
  write(join(path, "artifacts.json"), JSON.stringify({ artifacts }));
  write(join(path, "comments.json"), JSON.stringify(comments));
  if (archive) write(join(path, "changes.zip"), archive);
  else {
    const made = spawnSync("python3", ["-c", "import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:\n  z.writestr('../../evil', 'x')\n  z.writestr('changes.md', sys.stdin.read())", join(path, "changes.zip")], { input: changes });
    assert.equal(made.status, 0);
  }
  write(join(bin, "gh"), `#!/usr/bin/env bash
set -euo pipefail
jq=. method=GET url=
for ((i = 1; i <= $#; i++)); do
  case \${!i} in
  --jq) i=$((i + 1)); jq=\${!i} ;;
  --method) i=$((i + 1)); method=\${!i} ;;
  -F) i=$((i + 1)); cp "\${!i#body=@}" ${path}/body.md ;;
  -f) i=$((i + 1)); echo "\${!i}" >>${path}/fields ;;
  repos/*) url=\${!i} ;;
  esac
done
if [[ $method != GET ]]; then echo "$method $url" >>${path}/written; exit; fi
case $url in
*/pulls) jq --raw-output "$jq" ${path}/pulls.json ;;
*/artifacts) jq --raw-output "$jq" ${path}/artifacts.json ;;
*/comments) jq --raw-output "$jq" ${path}/comments.json ;;
*/zip) echo "$url" >>${path}/fetched; cat ${path}/changes.zip ;;
*) exit 1 ;;
esac
`);
  chmodSync(join(bin, "gh"), 0o755);
  const result = run("comment", [], {
    PATH: `${bin}:${process.env.PATH}`,
    REPOSITORY: "o/n", RUN_ID: "7", HEAD_SHA: sha, HEAD_OWNER: "o", HEAD_BRANCH: "evil;$(touch x)",
  });
  const text = (name) => (existsSync(join(path, name)) ? readFileSync(join(path, name), "utf8") : null);
  return { ...result, written: text("written"), body: text("body.md"), fetched: text("fetched"), fields: text("fields"), path };
}

const pulls = [{ number: 3, head: { sha: "b".repeat(40) } }, { number: 5, head: { sha } }];
const artifacts = [{ name: "preview", id: 1, size_in_bytes: 9e9 }, { name: "changes", id: 2, size_in_bytes: 500 }];

test("the pull request of the commit gets a comment", (t) => {
  const result = forge(t, { pulls, artifacts });
  assert.equal(result.status, 0, result.stderr);
  assert.equal(result.written, "POST repos/o/n/issues/5/comments\n");
  assert.equal(result.fetched, "repos/o/n/actions/artifacts/2/zip\n");
  assert.equal(result.body, `${marker}\n\n- \`x\`\n`);
  assert.match(result.fields, /^head=o:evil;\$\(touch x\)$/m);
});

test("a later run writes into its own comment, not into another's", (t) => {
  const other = { id: 8, user: { login: "somebody" }, body: `${marker}\nx` };
  const own = { id: 9, user: { login: "github-actions[bot]" }, body: `${marker}\nx` };
  assert.equal(forge(t, { pulls, artifacts, comments: [other, own] }).written, "PATCH repos/o/n/issues/comments/9\n");
  assert.equal(forge(t, { pulls, artifacts, comments: [other] }).written, "POST repos/o/n/issues/5/comments\n");
});

test("without a pull request at that commit, or an artifact of a proper size, nothing is written", (t) => {
  const large = [{ name: "changes", id: 2, size_in_bytes: 200_001 }];
  for (const state of [{ pulls: pulls.slice(0, 1), artifacts }, { pulls, artifacts: [] }, { pulls, artifacts: large }]) {
    const result = forge(t, state);
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.written, null);
    assert.equal(result.fetched, null);
  }
});

test("a hostile artifact does no harm", (t) => {
  const bomb = forge(t, { pulls, artifacts, changes: "A".repeat(50_000_000) });
  assert.equal(bomb.status, 0, bomb.stderr);
  assert.ok(bomb.body.length < 61_000);
  assert.ok(!existsSync(join(bomb.path, "../evil")));
  const broken = forge(t, { pulls, artifacts, archive: "no archive" });
  assert.equal(broken.status, 0, broken.stderr);
  assert.match(broken.body, /says nothing/);
  assert.match(forge(t, { pulls, artifacts, changes: "@everyone" }).body, /```text\n@everyone\n```/);
});

test("an event that is none is refused", () => {
  const env = { REPOSITORY: "o/n", RUN_ID: "7; x", HEAD_SHA: sha, HEAD_OWNER: "o", HEAD_BRANCH: "b" };
  assert.notEqual(run("comment", [], env).status, 0);
  assert.notEqual(run("comment", [], { ...env, RUN_ID: "7", HEAD_SHA: "x" }).status, 0);
});

// --- check_links, build_program ---

test("the link check asks the kept tool, and passes on what it found", (t) => {
  const path = folder(t);
  write(join(path, "bin/lychee"), `#!/usr/bin/env bash\nprintf '%s\\n' "$@" >${path}/asked\nwhile [[ $1 != --output ]]; do shift; done\necho "a dead link" >"$2"\nexit 2\n`);
  chmodSync(join(path, "bin/lychee"), 0o755);
  const summary = join(path, "summary");
  const result = run("check_links", ["public"], { PATH: `${path}/bin:${process.env.PATH}`, GITHUB_STEP_SUMMARY: summary });
  assert.equal(result.status, 2);
  assert.equal(readFileSync(summary, "utf8"), "a dead link\n");
  assert.match(readFileSync(join(path, "asked"), "utf8"), /^public\/\*\*\/\*\.html$/m);
});

test("the program is built once, and a workflow is told where it is", (t) => {
  const path = folder(t);
  const program = join(path, "build/release/generator/lamppost");
  const script = join(path, ".github/scripts/build_program");
  write(script, readFileSync(join(scripts, "build_program"), "utf8"));
  for (const [name, text] of [["bin/cmake", `echo "$@" >>${path}/called; mkdir -p $(dirname ${program}); : >${program}; chmod +x ${program}`], [".ci/setup", `echo setup "$@" >>${path}/called`]]) {
    write(join(path, name), `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(join(path, name), 0o755);
  }
  chmodSync(script, 0o755);
  const env = { PATH: `${path}/bin:${process.env.PATH}`, GITHUB_OUTPUT: join(path, "output") };
  for (let i = 0; i < 2; ++i) {
    const result = spawnSync(script, { env, encoding: "utf8" });
    assert.equal(result.status, 0, result.stderr);
    assert.equal(result.stdout, `program=${program}\n`);
  }
  assert.equal(readFileSync(join(path, "output"), "utf8"), `program=${program}\n`.repeat(2));
  assert.match(readFileSync(join(path, "called"), "utf8"), /^setup build\n--preset release .*\n--build --preset release --target lamppost\n$/);
});
