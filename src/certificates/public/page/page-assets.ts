import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../platform/config/index.js';

/** The addresses of the stylesheet and the little script of the page, each null while the front end has not been built. */
export interface PageAssets {
  readonly stylesheet: string | null;
  readonly script: string | null;
}

const ENTRY = 'src/certificate-page/page.ts';

/** They are built with the front end, whose colours, type and fonts they share, under names that carry a hash of their content. */
export function readPageAssets(): PageAssets {
  try {
    const manifest = JSON.parse(readFileSync(join(projectRoot, 'web/dist/.vite/manifest.json'), 'utf8')) as Record<string, { file: string; css?: string[] } | undefined>;
    const built = manifest[ENTRY];
    return { stylesheet: built?.css?.[0] === undefined ? null : `/${built.css[0]}`, script: built ? `/${built.file}` : null };
  } catch {
    return { stylesheet: null, script: null };
  }
}
