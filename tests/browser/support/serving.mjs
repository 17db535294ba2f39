// `lamppost serve` on a small site.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const program = process.env.LAMPPOST;
const settings = `title = "Lamps"
description = "All about lamps"
base_url = "https://lamps.example.org/catalogue/"
theme = "marketplace"
default_language = "en"

[languages.en]
name = "English"
`;

export const initiative = (title, body = 'A lamp.') =>
  `+++\ntitle = "${title}"\ncluster = "light"\ngoal = "To see."\n+++\n${body}\n`;

// Serves until `use` has ended. `use` gets the address of the home page, a function that writes a
// file of the content as editors do, and one that gives what the program has said.
export async function serving(files, use) {
  assert.ok(program, 'LAMPPOST names no program: run tests/browser/run');
  const folder = mkdtempSync(join(tmpdir(), 'lamppost-browser-'));
  const write = async (name, text) => {
    const path = join(folder, 'content', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}~`, text);
    await rename(`${path}~`, path);
  };
  const all = {
    'site.toml': settings,
    'clusters/light.md': '+++\ntitle = "Light"\n+++\nLight.\n',
    'initiatives/lamp.md': initiative('Lamp'),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) await write(name, text);
  const process = spawn(program, ['-C', folder, 'serve', '--port', '0']);
  let said = '';
  try {
    const address = await new Promise((done, fail) => {
      const hear = (bytes) => {
        said += bytes;
        const found = /http:\/\/localhost:\d+\/\S*/.exec(said);
        if (found) done(found[0]);
      };
      process.stdout.on('data', hear);
      process.stderr.on('data', hear);
      process.on('exit', () => fail(new Error(`it ended: ${said}`)));
    });
    await use({ address, write, said: () => said });
  } finally {
    if (process.exitCode === null) {
      process.kill('SIGINT');
      await once(process, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }
  assert.equal(process.exitCode, 0, said);
}
