import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, Period } from '../kernel/index.js';
import { ConfigurationError } from '../platform/config/index.js';
import { Policy, type Purpose, purposes } from '../platform/policy/index.js';

/** What somebody reads before they allow something. */
export interface Notice {
  readonly purpose: Purpose;
  readonly version: number;
  /** BCP 47. */
  readonly locale: string;
  readonly title: string;
  readonly body: string;
  /** The words on the switch. */
  readonly control: string;
  /** SHA-256 of all that is promised. */
  readonly hash: string;
  readonly material: boolean;
}

const FIRST_LANGUAGE = 'en';

/** The notices of the policy in force. */
@Injectable()
export class Notices {
  private readonly worded: readonly Notice[];

  constructor(private readonly policy: Policy) {
    this.worded = purposes.flatMap((purpose) => noticesOf(policy, purpose));
  }

  /** Of everything that people are asked to allow, in every language. */
  get current(): readonly Notice[] {
    return this.worded.filter(({ purpose }) => this.policy.asksFor(purpose));
  }

  /** The notice as it stands, in a language or else the first one. */
  of(purpose: Purpose, locale = FIRST_LANGUAGE): Notice {
    const all = this.worded.filter((notice) => notice.purpose === purpose);
    const [found] = [...all.filter((notice) => notice.locale === locale), ...all.filter((notice) => notice.locale === FIRST_LANGUAGE)];
    if (!found) throw new Error(`The policy has no notice for ${purpose}`);
    return found;
  }

  /** The notices of everything that people are asked to allow, in a language or else the first one. */
  all(locale?: string): readonly Notice[] {
    return purposes.filter((purpose) => this.policy.asksFor(purpose)).map((purpose) => this.of(purpose, locale));
  }
}

function noticesOf(policy: Policy, purpose: Purpose): Notice[] {
  const { locales, version, material, title, says, control, fields, atLeast, expires, legalBasis } = policy.values.purposes[purpose];
  const texts = Object.entries({ [FIRST_LANGUAGE]: { title, says, control }, ...locales });
  return texts.map(([locale, text]) => {
    const body = filledIn(text.says, policy, purpose);
    const promised = { title: text.title, body, control: text.control, fields, atLeast, expires: expires?.iso ?? null, legalBasis, material };
    return { purpose, version, material, locale, title: text.title, body, control: text.control, hash: createHash('sha256').update(canonicalJson(promised)).digest('hex') };
  });
}

/** Puts values of the policy in place of `{their.path}`. */
function filledIn(text: string, policy: Policy, purpose: Purpose): string {
  return text.replace(/\{([\w.]+)\}/g, (_, path: string) => {
    const value = path.split('.').reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), policy.values);
    if (value instanceof Period || typeof value === 'string' || typeof value === 'number') return String(value);
    throw new ConfigurationError([`purposes.${purpose}.says: there is no value {${path}} in the policy.`]);
  });
}
