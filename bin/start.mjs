#!/usr/bin/env node
// `npm start`: installs and builds what has changed since the last time, then runs the supervisor. It runs on the Node
// of this machine; everything after it runs on the Node that npm installed with the other packages.
import { spawn } from 'node:child_process';
import { root } from './freshness.mjs';
import { build, bundledNode, install, refuseOldNode, withBundledNode } from './prepare.mjs';

const HELP = `Viva Voce on this machine, with a PostgreSQL of its own.

  npm start                   start; the first time this installs and builds (one to three minutes)
  npm start -- --demo         with made-up people and interviews to look at
  npm start -- --data DIR     keep everything in DIR instead of .data (for a second copy)
  npm start -- --port N       use this port; otherwise 3000, or the next free one
  npm start -- --help         these words

Ctrl-C ends it. Settings come from the environment: see docs/configuration.md.
`;

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  process.stdout.write(HELP);
} else {
  try {
    refuseOldNode();
    await install();
    await build();
    process.exitCode = await run();
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The supervisor; it ends when this process does, because the channel between them closes. */
function run() {
  const child = spawn(bundledNode(), ['--enable-source-maps', 'dist/runtime/start.js', ...words], {
    cwd: root,
    env: withBundledNode(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the supervisor by itself too; it obeys the first signal and ignores the rest.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`The supervisor could not be started: ${error.message}`)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** npm hands a kill on to its shell, and the shell to nobody: when it is gone, so are we. */
function endWithNpm(child) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => { if (process.ppid !== parent) child.kill('SIGTERM'); }, 500).unref();
}
