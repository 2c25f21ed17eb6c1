// Bundles the page and the editor's workers into <output>/assets/<version>/, and writes <output>/index.html,
// which names them.
// Run as: node build.mjs OUTPUT VERSION. The version is part of the address, so that browsers may keep the files.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import { licensesOf } from './licenses.mjs';

const [output, version] = process.argv.slice(2);
const folder = join(output, 'assets', version);

// GraphiQL's own style sheet already holds the editor's; what its modules import beside would never be loaded.
const withoutEditorStyles = {
  name: 'without-editor-styles',
  setup(bundler) {
    bundler.onLoad({ filter: /node_modules.monaco-editor.*\.css$/ }, () => ({ contents: '', loader: 'empty' }));
  },
};

const { metafile } = await build({
  entryPoints: {
    page: 'src/page.jsx',
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  jsx: 'automatic',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [withoutEditorStyles],
});

await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'licenses.txt'), await licensesOf(metafile));
const page = await readFile('src/page.html', 'utf8');
await writeFile(join(output, 'index.html'), page.replaceAll('{{assets}}', `graphiql/${version}`));
