// A child that was taken over by what it read: it tries what it must not be able to do, and tells how that went.
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const [what] = JSON.parse(process.argv[2] ?? '[]') as [string];
const attempts: Record<string, () => unknown> = {
  'reads a file': () => readFileSync('/etc/passwd', 'utf8').length,
  'writes a file': () => writeFileSync('/tmp/viva-prying', 'x'),
  'starts a program': () => spawnSync('/bin/true').status,
  // oxlint-disable-next-line no-eval -- this is what it must not be able to do
  'makes code of text': () => globalThis.eval('1') as number,
  // Its shell says where it is; that is all.
  'looks for secrets': () => Object.keys(process.env).filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_'].includes(name)),
  'works for ever': () => { for (;;); },
  'takes all memory': () => Array.from({ length: 64 }, () => Buffer.alloc(64 * 1_048_576, 1)).length,
};
try {
  writeSync(3, JSON.stringify({ got: attempts[what]?.() ?? null }));
} catch (error) {
  writeSync(3, JSON.stringify({ refused: (error as NodeJS.ErrnoException).code ?? (error as Error).name }));
}
