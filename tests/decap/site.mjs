// The editor as a publisher would set it up, on a server of its own, over files in the memory of the
// page (Decap's backend for tests).
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const repository = join(here, "../..");
const require = createRequire(join(here, "../browser/package.json"));
const { chromium } = require("playwright-core");

const types = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".yml": "text/yaml" };
// What README.md asks a publisher to allow, without the forge.
const policy = "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
  + "img-src 'self' blob: data:; connect-src 'self' blob: data:; font-src 'self' data:";

// Every text below a folder by its path, as `content/initiatives/x.md`.
export function filesBelow(folder, path) {
  return readdirSync(join(folder, path)).sort().flatMap((name) => {
    const inside = `${path}/${name}`;
    return statSync(join(folder, inside)).isDirectory()
      ? filesBelow(folder, inside) : [[inside, readFileSync(join(folder, inside), "utf8")]];
  });
}

function fileAt(path, config) {
  const name = path.replace(/^\/admin\/?/, "") || "index.html";
  if (name === "config.yml") return config;
  if (name === "own.json") return JSON.stringify({ backend: { name: "test-repo" }, publish_mode: "simple" });
  for (const folder of [join(repository, "generator/keys/decap"), join(dirname(require.resolve("playwright-core/package.json")), "../../../decap/node_modules/decap-cms/dist")]) {
    try {
      return readFileSync(join(folder, name));
    } catch { /* the other one may have it */ }
  }
  return null;
}

export async function serve(config) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const bytes = fileAt(pathname, config);
    const type = types[extname(pathname)] ?? (pathname.endsWith("/") ? "text/html" : "application/octet-stream");
    response.writeHead(bytes === null ? 404 : 200, { "Content-Type": type, "Content-Security-Policy": policy });
    response.end(bytes ?? "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } };
}

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});

// Runs in the page: files by path, as the backend for tests keeps them. It looks for a folder by its
// whole name, where it writes it as folders in folders.
export function fill(files) {
  const tree = {};
  for (const [path, content] of files) {
    const names = path.split("/");
    let folder = tree;
    for (const name of names.slice(0, -1)) folder = (folder[name] ??= {});
    folder[names.at(-1)] = { path, content };
  }
  for (const name of ["initiatives", "clusters", "pages"]) tree[`content/${name}`] = tree.content[name] ??= {};
  window.repoFiles = tree;
}

// The reverse of `fill`.
export function contents() {
  const found = [];
  const walk = (folder, path) => {
    for (const [name, value] of Object.entries(folder)) {
      if (typeof value.content === "string") found.push([`${path}${name}`, value.content]);
      else if (value.content === undefined) walk(value, `${path}${name}/`);
    }
  };
  walk({ content: window.repoFiles.content }, "");
  return found;
}

// Runs in the page: the backend for tests takes every file of a folder for a picture, and fails.
export function hideMedia() {
  let CMS;
  Object.defineProperty(window, "CMS", {
    set: (value) => { CMS = value; },
    get: () => {
      const backend = CMS?.getBackend("test-repo");
      if (backend && !backend.isPatched) {
        const { init } = backend;
        backend.isPatched = true;
        backend.init = (...given) => Object.assign(init(...given), { getMedia: async () => [] });
      }
      return CMS;
    },
  });
}
