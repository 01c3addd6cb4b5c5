import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

type Section = Readonly<Record<string, unknown>>;

/**
 * What a policy file says, upon what the file says that it `extends`: sections are joined key by key, values and lists
 * replaced. `null` takes a key away; a list may name by id what it takes over, such as `[stripe, razorpay]`.
 */
export function writtenIn(directory: string, name: string, below: readonly string[] = []): unknown {
  if (below.includes(name)) throw new Error(`The policy ${name} extends itself: ${[...below, name].join(' → ')}.`);
  const said: unknown = parse(readFileSync(resolve(directory, `${name}.yaml`), 'utf8'));
  if (!isSection(said) || typeof said['extends'] !== 'string') return said;
  const { extends: base, ...own } = said;
  return upon(writtenIn(directory, base, [...below, name]), own);
}

function upon(base: unknown, own: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(own)) return own.map((one: unknown) => base.find((known: unknown) => isSection(known) && known['id'] === one) as unknown ?? one);
  if (!isSection(base) || !isSection(own)) return own;
  const joined = { ...base, ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key, upon(base[key], value)])) };
  return Object.fromEntries(Object.entries(joined).filter(([, value]) => value !== null));
}

const isSection = (said: unknown): said is Section => typeof said === 'object' && said !== null && !Array.isArray(said);
