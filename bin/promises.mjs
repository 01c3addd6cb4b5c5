// Which promises are proved: reads the results of the tests, writes docs/promises.md, and fails when a promise that
// was proved before has lost its passing test.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/promises.md');

/** Test titles by promise id, of every test in these Jest results that passed. */
export function proofsIn(results) {
  const proofs = new Map();
  for (const { assertionResults } of results.flatMap(({ testResults }) => testResults)) {
    for (const { status, fullName } of assertionResults) {
      if (status !== 'passed') continue;
      for (const [, id] of fullName.matchAll(/\[([A-Z]{2}\d{2})\]/g)) proofs.set(id, [...(proofs.get(id) ?? []), fullName]);
    }
  }
  return proofs;
}

/** Ids in the names of tests that were left out: nothing is known about those promises. */
export function leftOutIn(results) {
  const tests = results.flatMap(({ testResults }) => testResults).flatMap(({ assertionResults }) => assertionResults);
  return new Set(tests.filter(({ status }) => status === 'pending').flatMap(({ fullName }) => [...fullName.matchAll(/\[([A-Z]{2}\d{2})\]/g)].map(([, id]) => id)));
}

/** What is wrong: promises proved before and not now, and ids in titles that no promise has. */
export function faults(promises, provedBefore, proofs, leftOut = new Set()) {
  const known = new Set(promises.map(({ id }) => id));
  return [
    ...provedBefore.filter((id) => !proofs.has(id) && !leftOut.has(id)).map((id) => `${id} was proved before and has lost its passing test`),
    ...[...proofs.keys()].filter((id) => !known.has(id)).map((id) => `${id} stands in the name of a test, but there is no such promise`),
  ];
}

/** The test that proves each promise on a page, by the promise's id. */
export function provedOn(text) {
  return new Map([...text.matchAll(/^\| ([A-Z]{2}\d{2}) \|.*\| proved \| (.*) \|$/gm)].map(([, id, proof]) => [id, proof]));
}

/**
 * The page: a count, then one row a promise with a test that proves it. The test that `before` names stays while it
 * passes, so that a page that is true does not have to be written anew for one more proof.
 */
export function render(promises, proofs, before = '') {
  const proved = promises.filter(({ id }) => proofs.has(id)).length;
  const cell = (text) => text.replaceAll('|', '\\|');
  const named = provedOn(before);
  const rows = promises.map(({ id, system, promise, kept }) => {
    const passing = (proofs.get(id) ?? []).map((title) => cell(title.replaceAll(/\[[A-Z]{2}\d{2}\]\s*/g, ''))).sort();
    const proof = passing.find((title) => title === named.get(id)) ?? passing[0];
    return `| ${id} | ${system} | ${cell(promise)} | ${cell(kept)} | ${proof ? 'proved' : 'not yet'} | ${proof ?? ''} |`;
  });
  return [
    '# Promises', '',
    `Five products of this field published privacy policies. Of the ${promises.length} promises they make, ${proved} are proved here by a test that bears the promise's id.`,
    'This page is written from the results of the tests (`npm run promises`); a promise once proved cannot silently be lost.', '',
    '| id | from | promise | how it is kept | state | proved by |', '|---|---|---|---|---|---|', ...rows, '',
  ].join('\n');
}

function main() {
  const folder = join(root, '.data/test-results');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  if (files.length === 0) {
    console.error('There are no test results to read yet: run npm test first.');
    process.exit(1);
  }
  const promises = parse(readFileSync(join(root, 'docs/promises.yaml'), 'utf8'));
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const results = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  if (results.some(({ numFailedTests }) => numFailedTests > 0)) {
    console.error('Some of those tests failed: the page is written from a run in which all of them passed.');
    process.exit(1);
  }
  const proofs = proofsIn(results);
  const leftOut = leftOutIn(results);
  const found = faults(promises, [...provedOn(before).keys()], proofs, leftOut);
  if (found.length > 0) {
    console.error(found.join('\n'));
    process.exit(1);
  }
  if (leftOut.size > 0) {
    console.log(`Nothing is known of ${[...leftOut].join(', ')}: their tests were left out, so the page stays as it is.`);
    return;
  }
  const text = render(promises, proofs, before);
  if (text !== before) {
    if (process.argv.includes('--check')) {
      console.error('docs/promises.md is not up to date: run npm run promises and commit it.');
      process.exit(1);
    }
    writeFileSync(page, text);
  }
  console.log(`${provedOn(text).size} of ${promises.length} promises are proved.`);
}

if (process.argv[1] === import.meta.filename) main();
