// A browser with what the tests need to know of it.
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { root } from './pages.mjs';
import { serve } from './server.mjs';

export const phone = { width: 320, height: 640 };
export const desk = { width: 1280, height: 800 };

const program = process.env.CHROMIUM
  ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

let browser;
let server;

before(async () => {
  server = await serve(root);
  // Root may not have the sandbox; nothing but our own pages is opened.
  browser = await chromium.launch({
    executablePath: program,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

export const origin = () => server.origin;
export const url = (address) => server.origin + address;

// What a page may not do: it is noted as it happens.
function note(page, notes, home) {
  page.on('console', (message) => {
    const isMissingPage = message.text().includes('404') && message.location().url.endsWith('/404.html');
    if (!isMissingPage) notes.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => notes.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(home) && !address.startsWith('data:')) notes.push(`request: ${address}`);
  });
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) notes.push(`missing: ${response.url()}`);
  });
}

// Opens a page (none where the address is null) in a browser that knows nothing yet, and closes it after `use`. `use` gets the page
// and the notes of what it should not have done. `home` is where the site lies, if it is another one.
export async function open(address, { home = server.origin, ...options }, use) {
  const context = await browser.newContext({
    viewport: desk, locale: 'en', reducedMotion: 'reduce', ...options,
  });
  try {
    const page = await context.newPage();
    const notes = [];
    note(page, notes, home);
    if (address !== null) await page.goto(home + address, { waitUntil: 'load' });
    return await use(page, notes, context);
  } finally {
    await context.close();
  }
}
