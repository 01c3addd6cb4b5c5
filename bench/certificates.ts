// What a certificate costs, each figure held against the same work done plainly: `npm run bench:certificates`, -- --json.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Figures } from './certificates/figures.js';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

/** Each is a file of its own that can be left out. */
const MEASUREMENTS = [['paper', 'paperFigures'], ['clip', 'clipFigures'], ['queue', 'queueFigures']] as const;

const figures: Figures[] = [];
for (const [file, measure] of MEASUREMENTS) {
  const path = join(import.meta.dirname, 'certificates', `${file}.ts`);
  if (!existsSync(path)) continue;
  const measured = await ((await import(path)) as Record<string, () => Promise<Figures | null>>)[measure]?.();
  if (measured) figures.push(measured);
}
process.stdout.write(values.json ? `${JSON.stringify(figures, null, 1)}\n` : figures.map(asLine).join(''));

function asLine({ name, ours, theirs, ratio }: Figures): string {
  return `${name}: ${ratio.toFixed(2)} (${ours.p50.toFixed(2)}/${ours.p95.toFixed(2)} against ${theirs.p50.toFixed(2)}/${theirs.p95.toFixed(2)}, p50/p95)\n`;
}
