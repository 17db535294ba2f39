// Which pages the built site has.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = process.env.LAMPPOST_PUBLIC;
if (!root) throw new Error('LAMPPOST_PUBLIC names no folder: run tests/browser/run');

function htmlFiles(folder, address) {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return htmlFiles(path, `${address}${entry.name}/`);
    if (!entry.name.endsWith('.html')) return [];
    return [{ path, address: address + (entry.name === 'index.html' ? '' : entry.name) }];
  });
}

// The pages of the main language come first.
const mainLanguage = /<html lang="([^"]+)"/.exec(readFileSync(join(root, 'index.html'), 'utf8'))[1];

// Every page: its address, its kind (of `<body class="page-…">`), its language, its text.
export const pages = htmlFiles(root, '/').map(({ path, address }) => {
  const html = readFileSync(path, 'utf8');
  const kind = /<body class="page-([a-z_]+)/.exec(html)?.[1] ?? 'unknown';
  const language = /<html lang="([^"]+)"/.exec(html)?.[1] ?? '';
  return { address, kind, language, html };
});
pages.sort((a, b) => (b.language === mainLanguage) - (a.language === mainLanguage));

const size = (page) => page.html.length;

// The first page of each kind and, where it is another, the longest: mistakes like company. A page
// that only leads on is left before anything can look at it.
export const kinds = new Map();
for (const page of pages) {
  if (page.kind === 'redirect') continue;
  const found = kinds.get(page.kind);
  if (!found) kinds.set(page.kind, { first: page, longest: page });
  else if (size(page) > size(found.longest)) found.longest = page;
}

// One of each kind.
export const samples = [...kinds.values()].map(({ first }) => first);

export const hasKind = (kind) => kinds.has(kind);
