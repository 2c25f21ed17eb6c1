// Bundles what browsers load into <output>/assets/<version>/, GraphiQL's page, which names its files, into
// <output>/graphiql.html, and writes <output>/version.txt last.
// Run as: node build.mjs OUTPUT VERSION. The version is part of the address, so that browsers may keep the files.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import { licensesOf, writtenOut } from './licenses.mjs';

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
    graphiql: 'src/graphiql/page.jsx',
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    pages: 'src/pages/pages.js',
    explorer: 'src/pages/explorer.js',
    loops: 'src/pages/loops.js',
  },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  jsx: 'automatic',
  legalComments: 'none',
  assetNames: '[name]',
  loader: { '.woff2': 'file' },
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [withoutEditorStyles],
});

await mkdir(folder, { recursive: true });
const licenses = await licensesOf(metafile);
await writeFile(join(folder, 'licenses.txt'), writtenOut(licenses));
await writeFile(join(folder, 'licenses.json'), JSON.stringify(licenses.map(({ text, ...rest }) => rest)));
await copyFile('src/pages/icon.svg', join(folder, 'icon.svg'));
const page = await readFile('src/graphiql/page.html', 'utf8');
await writeFile(join(output, 'graphiql.html'), page.replaceAll('{{assets}}', `assets/${version}`));
await writeFile(join(output, 'version.txt'), version);
