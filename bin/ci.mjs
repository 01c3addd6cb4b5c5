#!/usr/bin/env node
// `npm test`: every check there is, in one list. With REQUIRE_ALL=1 nothing may be left out.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './freshness.mjs';
import { build, bundledNode, install, refuseOldNode, step, withBundledNode } from './prepare.mjs';

const RESULTS = join(root, '.data/test-results');
/** What the journeys and the tests of the queues need besides npm's packages. */
const OUTSIDE = [
  { package: 'chromium', at: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'], for: 'journeys in a browser' },
  { package: 'poppler-utils', at: ['/usr/bin/pdftoppm', '/opt/homebrew/bin/pdftoppm'], for: 'how certificates come out as PDF' },
  { package: 'redis-server', at: ['/usr/bin/redis-server'], for: 'the queues on Redis' },
];
/** Saves time where it can be had (Debian has it, Ubuntu has not); without it the browser itself does the work. */
const SHELL = { package: 'chromium-headless-shell', at: ['/usr/bin/chromium-headless-shell'] };
/** The tests take some twenty minutes on two processors; a run that hangs must end red, not hang whoever waits for it. */
const TESTS_BOUND_MS = 45 * 60_000;
/** One more than two processors have: a sixth of the time a test waits for something else than a processor. */
const FILES_AT_ONCE = 3;
/** The native compiler, which has no API yet: what needs one imports `typescript`. Two threads would take twice the processor time, and the linter has the other one. */
const TSC = 'node_modules/@typescript/native/bin/tsc';
const TYPES = ['--noEmit', '--singleThreaded', '-p'];
const everything = Boolean(process.env.REQUIRE_ALL);

try {
  refuseOldNode();
  await install();
  await bringOutsideParts();
  // The longest of what comes before the tests, and nothing waits for it: it goes on beside them, and ends them when it finds something.
  const found = new AbortController();
  const linted = step('Lint', node('node_modules/oxlint/bin/oxlint'), 'The linter found something.', { beside: true });
  linted.catch(() => found.abort());
  await typesAndBuild();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const code = await tests(found.signal);
  await linted;
  const { passed, failed, skipped } = tally();
  if (code === 0) await step('Promises', node('bin/promises.mjs', '--check'), 'The page of promises does not hold.');
  const fit = code === 0 && failed === 0 && !(everything && skipped > 0);
  if (everything && skipped > 0) process.stdout.write('Nothing may be left out here, but some tests were skipped.\n');
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = fit ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

async function typesAndBuild() {
  await step('Types of the server', node(TSC, ...TYPES, 'tsconfig.json'), 'The types of the server do not fit.');
  await step('Types of the web pages', node(TSC, ...TYPES, 'web/tsconfig.json'), 'The types of the web pages do not fit.');
  await build();
}

function node(script, ...parameters) {
  return [bundledNode(), join(root, script), ...parameters];
}

/** Installs from Debian what is missing where that is possible; elsewhere says in one line what is left out. */
async function bringOutsideParts() {
  const isMissing = ({ at }) => !at.some((place) => existsSync(place));
  const missing = OUTSIDE.filter(isMissing);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const packages = missing.map((part) => part.package);
    if (packages.length > 0) {
      await fromDebian('update', 'Looking at the packages of Debian');
      await fromDebian('install', `Installing ${packages.join(' and ')} from Debian`, packages);
    }
    if (isMissing(SHELL)) await fromDebian('install', `Installing ${SHELL.package} from Debian`, [SHELL.package]).catch(() => undefined);
    return;
  }
  if (missing.length === 0) return;
  const says = missing.map((part) => `${part.for} (apt-get install ${part.package})`).join('; ');
  if (everything) throw new Error(`Nothing may be left out, but there is no way to install here what is missing: ${says}`);
  process.stdout.write(`Left out: ${says}\n`);
}

async function fromDebian(command, does, packages = []) {
  const options = command === 'install' ? ['-y', '--no-install-recommends'] : [];
  await step(does, ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', command, '-qq', ...options, ...packages], 'Debian could not be reached, or has none of these.');
}

/** Runs all tests and shows Jest's words as they come; resolves with its exit code, which is 1 when it had to be ended. */
function tests(signal) {
  process.stdout.write('\nTests: unit, architecture, medium and journeys\n');
  const child = spawn(bundledNode(), [
    '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'), `--maxWorkers=${FILES_AT_ONCE}`,
    '--json', `--outputFile=${join(RESULTS, 'tests.json')}`,
  ], { cwd: root, env: withBundledNode(), stdio: ['ignore', 'ignore', 'inherit'], signal });
  const bound = setTimeout(() => {
    process.stdout.write(`\nThe tests did not end within ${TESTS_BOUND_MS / 60_000} minutes.\n`);
    child.kill('SIGKILL');
  }, TESTS_BOUND_MS);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      clearTimeout(bound);
      resolve(code ?? 1);
    });
  });
}

function tally() {
  const results = readdirSync(RESULTS).map((name) => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')));
  const sum = (count) => results.reduce((total, result) => total + count(result), 0);
  return {
    passed: sum(({ numPassedTests }) => numPassedTests),
    failed: sum(({ numFailedTests, numRuntimeErrorTestSuites }) => numFailedTests + numRuntimeErrorTestSuites),
    skipped: sum(({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests),
  };
}
