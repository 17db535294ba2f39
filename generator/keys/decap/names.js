// Names of files. To Decap, a site in several languages has `x.en.md` beside `x.fr.md`; to lamppost
// the page in the default language is `x.md`.

const emptyPage = "+++\n+++\n";
const isEmptyPage = (raw) => /^\+\+\+\s*\+\+\+\s*$/.test(raw);

export class PlainNames {
  // `i18n` of Decap's configuration; none where the site has one language.
  constructor(i18n) {
    this.language = i18n?.default_locale;
    this.others = (i18n?.locales ?? []).filter((locale) => locale !== this.language);
  }

  // `x.md` to `x.en.md`. The home page has a form for each language, and keeps its name.
  toDecap(path) {
    if (/\/_index\.[^/]*$/.test(path)) return path;
    if (!path.endsWith(".md") || this.isTranslation(path)) return path;
    return path.endsWith(`.${this.language}.md`) ? path : path.replace(/md$/, `${this.language}.md`);
  }

  isTranslation(path) {
    return this.others.some((locale) => path.endsWith(`.${locale}.md`));
  }

  // `x.en.md` to `x.md`.
  toLamppost(path) {
    const ending = `.${this.language}.md`;
    return path.endsWith(ending) ? `${path.slice(0, -ending.length)}.md` : path;
  }

  // In place, as Decap keeps where it is in a list on the list itself.
  renameEntries(entries) {
    for (const { file } of entries) {
      if (file?.path) file.path = this.toDecap(file.path);
    }
    return entries;
  }

  // What is to be written: a translation that says nothing is none.
  filesToWrite(files) {
    return files
      .filter(({ path, raw }) => !this.isTranslation(path) || !isEmptyPage(raw))
      .map((file) => ({
        ...file,
        path: this.toLamppost(file.path),
        ...(file.newPath && { newPath: this.toLamppost(file.newPath) }),
      }));
  }

  // A translation that is not there is an empty one: Decap can't save a page with some of them only.
  async entry(backend, path) {
    const found = await backend.getEntry(this.toLamppost(path)).catch((error) => {
      if (!this.isTranslation(path)) throw error;
      return {};
    });
    if (found.data !== undefined) return { ...found, file: { ...found.file, path } };
    if (!this.isTranslation(path)) throw new Error(`There is no ${path}`);
    return { file: { path, id: null }, data: emptyPage };
  }

  methods(backend) {
    const entries = (name) => async (...given) => this.renameEntries(await backend[name](...given));
    return {
      entriesByFolder: entries("entriesByFolder"),
      allEntriesByFolder: entries("allEntriesByFolder"),
      entriesByFiles: async (files) => this.renameEntries(
        await backend.entriesByFiles(files.map((file) => ({ ...file, path: this.toLamppost(file.path) })))),
      traverseCursor: async (...given) => {
        const page = await backend.traverseCursor(...given);
        this.renameEntries(page.entries);
        return page;
      },
      getEntry: (path) => this.entry(backend, path),
      persistEntry: (entry, options) =>
        backend.persistEntry({ ...entry, dataFiles: this.filesToWrite(entry.dataFiles) }, options),
      deleteFiles: (paths, message) => backend.deleteFiles(paths.map((path) => this.toLamppost(path)), message),
      unpublishedEntry: async (asked) => {
        const entry = await backend.unpublishedEntry(asked);
        return { ...entry, diffs: entry.diffs.map((diff) => ({ ...diff, path: this.toDecap(diff.path) })) };
      },
      unpublishedEntryDataFile: (collection, slug, path, id) =>
        backend.unpublishedEntryDataFile(collection, slug, this.toLamppost(path), id),
    };
  }

  // The same backend, which Decap can call by its own names of files.
  wrap(backend) {
    if (this.others.length === 0) return backend;
    const methods = this.methods(backend);
    return new Proxy(backend, {
      get(target, name) {
        if (Object.hasOwn(methods, name) && name in target) return methods[name];
        const value = target[name];
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }
}
