import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { Config } from '../../platform/config/index.js';
import { Database } from '../../platform/db/index.js';
import { keyFor, seal, unseal } from '../../platform/keys/index.js';

const ALGORITHM = 'EdDSA';

interface SigningKey {
  readonly id: string;
  readonly secret: JWK;
}

/**
 * The key that receipts are signed with (Ed25519, RFC 8037). It is made when the first receipt is asked for; after a change
 * of SECRET a new one is made, and the public halves of all of them stay published.
 */
@Injectable()
export class ReceiptKeys {
  private readonly sealKey: Buffer;
  private current: Promise<SigningKey> | null = null;

  constructor(
    { settings }: Config,
    private readonly db: Database,
  ) {
    this.sealKey = keyFor(settings.SECRET, 'consent receipts');
  }

  /** A detached signature over a text (RFC 7515, appendix F): `header..signature`. */
  async sign(text: string): Promise<string> {
    // A failure is not remembered.
    this.current ??= this.find().catch((error: unknown) => { this.current = null; throw error; });
    const { id, secret } = await this.current;
    const jws = await new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: ALGORITHM, kid: id }).sign(await importJWK(secret, ALGORITHM));
    const [header, , signature] = jws.split('.');
    return `${header}..${signature}`;
  }

  /** The public halves, as a JSON Web Key Set. */
  async published(): Promise<{ keys: JWK[] }> {
    const rows = await this.db.alone.query<{ id: string; key: JWK }[]>('select id, public_key as key from consent.signing_key order by made_at desc');
    return { keys: rows.map(({ id, key }) => ({ ...key, kid: id, use: 'sig', alg: ALGORITHM })) };
  }

  private find(): Promise<SigningKey> {
    return this.db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('consent signing key', 0))`);
      const rows = await tx.query<{ id: string; sealed: string }[]>('select id, sealed_private_key as sealed from consent.signing_key order by made_at desc');
      for (const { id, sealed } of rows) {
        const secret = unseal(this.sealKey, sealed);
        if (secret !== null) return { id, secret: JSON.parse(secret) as JWK };
      }
      const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
      const [open, secret] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
      const id = await calculateJwkThumbprint(open);
      await tx.query('insert into consent.signing_key (id, public_key, sealed_private_key) values ($1, $2, $3)', [id, open, seal(this.sealKey, JSON.stringify(secret))]);
      return { id, secret };
    });
  }
}
