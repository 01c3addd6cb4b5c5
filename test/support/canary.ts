import { createHash, randomBytes } from 'node:crypto';

/**
 * What is like nothing else in the world and is put wherever a person can put something: found again, in whatever form, it says
 * that something of them was kept. Its words have no stem and no neighbour, so that no search index can make another of them.
 */
export class Canary {
  private readonly forms = new Map<string, readonly string[]>();
  /** With an end that no stemmer takes off. */
  private readonly seed = `${randomBytes(4).toString('hex').replaceAll(/\d/g, (digit) => 'ghjkmnpqrs'[Number(digit)] ?? 'x')}x`;

  readonly givenName = this.word('the given name', 'Zyphrenna');
  readonly familyName = this.word('the family name', 'Quordlebank');
  readonly phrase = this.word('the phrase', 'mirathquill');
  readonly place = this.word('the place', 'Ombrevaxholm');
  readonly phone = this.token('the telephone number', `+47 ${Array.from(randomBytes(8), (byte) => byte % 10).join('').replace(/(...)(..)(...)/, '$1 $2 $3')}`);
  readonly email = this.token('the address', `${this.givenName}@${this.familyName}.example`.toLowerCase());
  readonly password = this.token('the password', `three ${this.word('a word of the password', 'vuldrasken')} words`);

  get name(): string {
    return `${this.givenName} ${this.familyName}`;
  }

  /** One more secret to look for, as it is and as the hash that anybody can make of it. */
  token(what: string, secret: string): string {
    this.forms.set(what, formsOf(secret));
    return secret;
  }

  /** What of it is in these words or bytes, each thing once. */
  in(haystack: string | Buffer): string[] {
    const text = (typeof haystack === 'string' ? haystack : haystack.toString('latin1')).toLowerCase();
    return [...this.forms].filter(([, forms]) => forms.some((form) => text.includes(form))).map(([what]) => what);
  }

  private word(what: string, beginning: string): string {
    return this.token(what, `${beginning}${this.seed}`);
  }
}

/** A text as it is, and as it would look encoded or hashed without a key; all in small letters. */
function formsOf(secret: string): string[] {
  const as = [...new Set([secret, secret.toLowerCase()])];
  const forms = as.flatMap((text) => [
    text, encodeURIComponent(text), Buffer.from(text).toString('hex'), Buffer.from(text, 'utf16le').toString('latin1'), ...inBase64(text),
    ...['sha256', 'sha1', 'md5'].flatMap((algorithm) => {
      const hash = createHash(algorithm).update(text).digest();
      return [hash.toString('hex'), hash.toString('base64').replace(/=+$/, ''), hash.toString('base64url'), hash.toString('latin1')];
    }),
  ]);
  return [...new Set(forms.map((form) => form.toLowerCase()))];
}

/** Base64 of a text looks otherwise at each of three places of what surrounds it; the letters that share bits with the neighbours are left out. */
function inBase64(text: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
    const [from, to] = [Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6)];
    return (['base64', 'base64url'] as const).map((encoding) => whole.toString(encoding).slice(from, to));
  });
}
