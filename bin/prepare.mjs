// What every command needs first: a Node that is new enough, the packages of the lock file, and what was built of the sources.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIsFresh, markBuilt, markInstalled, packagesAreFresh, root, sourcesDigest } from './freshness.mjs';

const OLDEST_NODE = [20, 19];
const LAST_LINES = 20;

export function refuseOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(`This is Node ${version}; Viva Voce needs ${OLDEST_NODE.join('.')} or newer to install itself. Get one from https://nodejs.org and try again.`);
}

/** Installs the packages of the lock file when they are not there, or are others. */
export async function install() {
  if (packagesAreFresh()) return;
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await step('Installing packages (a minute or two the first time)', [...npm, 'ci', '--loglevel=error', '--no-fund', '--no-audit'],
    'The packages could not be installed. Is there a connection to the npm registry?');
  if (!existsSync(bundledNode())) {
    throw new Error('The packages were installed without their install scripts, which bring the right Node and PostgreSQL. Allow them (npm config get ignore-scripts must say false) and try again.');
  }
  markInstalled();
}

/** Builds server and web pages when their sources have changed. */
export async function build() {
  const digest = sourcesDigest();
  if (buildIsFresh(digest)) return;
  await step('Building the server', [bundledNode(), 'node_modules/@nestjs/cli/bin/nest.js', 'build'], 'The server could not be built.');
  await step('Reading questions and skills', [bundledNode(), 'bin/compile-yaml.mjs'], 'The questions and skills could not be read.');
  await step('Building the web pages', [bundledNode(), 'node_modules/vite/bin/vite.js', 'build', 'web'], 'The web pages could not be built.');
  markBuilt(digest);
}

/** Runs a command without its words, which are shown only when it fails. One that runs `beside` others is named when it has ended. */
export async function step(what, [file, ...parameters], fault, { beside = false } = {}) {
  const begun = Date.now();
  if (!beside) process.stdout.write(`${what} … `);
  const child = spawn(file, parameters, { cwd: root, env: withBundledNode(), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
  const outcome = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  if (outcome === 0) {
    process.stdout.write(`${beside ? `${what} … ` : ''}${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
    return;
  }
  process.stdout.write('\n');
  const last = said.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  throw new Error(`${fault} "${[file, ...parameters].join(' ')}" ended with ${outcome}${last ? `, and these last words:\n\n${last}` : '.'}`);
}

export function bundledNode() {
  return join(root, 'node_modules/.bin/node');
}

export function withBundledNode() {
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}` };
}
