// Collects the licences of every package that went into the bundle. Fails for a package that has none.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;
const LICENSE_FILE = /^(licen[cs]e|notice|third-?party)/i;

// One record for each package, by folder: { name, version, license, text }.
export async function licensesOf(metafile) {
  const used = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = new Set(used.map((file) => PACKAGE.exec(file)?.[1]).filter(Boolean));
  return Promise.all([...folders].sort().map(entryOf));
}

export function writtenOut(entries) {
  const texts = entries.map(({ name, version, license, text }) =>
    [`${'='.repeat(80)}`, `${name} ${version} (${license})`, '', text].join('\n'),
  );
  return `What browsers load is made of the packages below, each under its own licence.\n\n${texts.join('\n')}`;
}

async function entryOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => LICENSE_FILE.test(file)).sort();
  if (!license && !files.length) throw new Error(`${name} names no licence`);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return { name, version, license: license ?? 'see the text', text: `${texts.join('\n')}\n` };
}
