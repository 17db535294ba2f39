// What Decap CMS has to learn to edit a lamppost catalogue: see README.md. Starts it, too.
import { PlainNames } from "./names.js";
import { figureControl, pagesControl } from "./widgets.js";

const backends = [
  "github", "gitlab", "git-gateway", "bitbucket", "gitea", "forgejo", "azure", "proxy", "test-repo",
];

const load = (address) => new Promise((done, failed) => {
  const script = document.createElement("script");
  Object.assign(script, { src: address, onload: done, onerror: () => failed(new Error(`no ${address}`)) });
  document.head.append(script);
});

// What only the publisher knows of how people sign in, as `{"backend": {"base_url": "…"}}`.
const ownConfig = async () => {
  const answer = await fetch("own.json");
  return answer.ok ? answer.json() : {};
};

// Has every backend speak of files as Decap does; the files themselves keep their names.
function renameFiles(CMS) {
  for (const backend of backends.map((name) => CMS.getBackend(name)).filter(Boolean)) {
    const { init } = backend;
    backend.init = (config, ...rest) => new PlainNames(config.i18n).wrap(init(config, ...rest));
  }
}

function registerWidgets(CMS) {
  const control = (name) => CMS.getWidget(name).control;
  CMS.registerWidget("lamppost-figure", figureControl(control("number"), control("list")), CMS.getWidget("list").preview);
  CMS.registerWidget("lamppost-pages", pagesControl(control("relation")), CMS.getWidget("relation").preview);
}

window.CMS_MANUAL_INIT = true; // before Decap looks: else it starts by itself
await load("decap-cms.js");
const { CMS } = window;
renameFiles(CMS);
registerWidgets(CMS);
CMS.init({ config: await ownConfig() });
