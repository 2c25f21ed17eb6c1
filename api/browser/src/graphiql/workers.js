// Where the editor finds its workers: files of the service beside this one, so that no page policy needs loosening.
const FILES = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

globalThis.MonacoEnvironment = {
  getWorker(_moduleId, label) {
    const file = FILES[label] ?? 'editor.worker.js';
    return new Worker(new URL(`./${file}`, import.meta.url), { type: 'module', name: label });
  },
};
