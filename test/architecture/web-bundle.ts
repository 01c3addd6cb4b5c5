import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The built front end: its files by their path from `dist/`, with `/`. */
export type WebBundle = ReadonlyMap<string, Buffer>;

/** Reads what `npm run build` wrote; throws when it has not run. */
export function readBundle(folder: string): WebBundle {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('web/dist/index.html is missing: run `npm run build` first.');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file)]));
}

/** The scripts and stylesheets a browser fetches before it can show `page`, the name of a lazily loaded chunk without its hash. */
export function neededFor(bundle: WebBundle, page: string): string[] {
  const first = namedIn(textOf(bundle, 'index.html'));
  const loaders = first.flatMap((path) => lazyChunk(path, textOf(bundle, path), page));
  if (loaders.length === 0) throw new Error(`No script of index.html loads a chunk named ${page}: it was renamed, or is no longer a chunk of its own.`);
  return withImports(bundle, [...first, ...loaders]);
}

/** What these files weigh together, each compressed by itself as it travels, in bytes. */
export function compressedBytes(bundle: WebBundle, paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + gzipSync(contentOf(bundle, path)).length, 0);
}

/** Scripts, module preloads and stylesheets of a page. */
function namedIn(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].flatMap(([tag]) => {
    if (tag.startsWith('<link') && !/rel="(?:modulepreload|stylesheet)"/.test(tag)) return [];
    const [, path] = /(?:src|href)="\/([^"]+)"/.exec(tag) ?? [];
    return path === undefined ? [] : [path];
  });
}

/** The chunk itself and what Vite preloads with it: the numbers of `__vite__mapDeps([…])` count into its list `m.f=[…]`. */
function lazyChunk(path: string, script: string, page: string): string[] {
  const loader = new RegExp(`import\\(["'\`]\\./(${page}-[^"'\`]+\\.js)["'\`]\\)(?:,\\s*__vite__mapDeps\\(\\[([\\d,\\s]*)\\]\\))?`).exec(script);
  if (!loader) return [];
  const list = JSON.parse(/m\.f=(\[[^\]]*\])/.exec(script)?.[1] ?? '[]') as string[];
  const preloaded = (loader[2] ?? '').split(',').filter((number) => number.trim() !== '').map((number) => list[Number(number)] ?? `number ${number} of the preloads`);
  return [posix.join(posix.dirname(path), loader[1] ?? ''), ...preloaded];
}

/** These files and, of the scripts among them, everything they import at once, however far down; each once. */
function withImports(bundle: WebBundle, paths: readonly string[]): string[] {
  const needed = new Set(paths);
  for (const path of needed) {
    if (!/\.m?js$/.test(path)) continue;
    for (const [, specifier = ''] of textOf(bundle, path).matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)) {
      needed.add(posix.join(posix.dirname(path), specifier));
    }
  }
  return [...needed];
}

function textOf(bundle: WebBundle, path: string): string {
  return contentOf(bundle, path).toString('utf8');
}

function contentOf(bundle: WebBundle, path: string): Buffer {
  const content = bundle.get(path);
  if (!content) throw new Error(`web/dist needs ${path}, which is not there: run \`npm run build\` again.`);
  return content;
}
