import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Config } from '../../../platform/config/index.js';
import { type Tx } from '../../../platform/db/index.js';
import { keyFor, seal, unseal } from '../../../platform/keys/index.js';
import { type KeyRing, newKeyRing, type PublicRing, ringOf, secretsOf } from './key-ring.js';

interface RingRow extends PublicRing {
  readonly sealed: string;
}

const COLUMNS = 'id, rsa_public_key as rsa, x509, sealed_private_keys as sealed';

/**
 * The keys that certificates are signed with, made at the first start, or when the first is needed. Rotation makes new ones beside the old, which go on signing the
 * lists of the certificates they signed. What a changed SECRET does not open signs nothing any more and still verifies.
 */
@Injectable()
export class SigningKeys {
  private readonly sealKey: Buffer;
  private readonly opened = new Map<string, KeyRing>();

  constructor(
    private readonly config: Config,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {
    this.sealKey = keyFor(config.settings.SECRET, 'certificates');
  }

  /** The newest, for whatever is signed from now on. */
  async current(tx: Tx): Promise<KeyRing> {
    return (await this.newest(tx)) ?? this.first(tx);
  }

  /** These ones; null when they are not here, or cannot be opened. */
  async find(tx: Tx, id: string): Promise<KeyRing | null> {
    const open = this.opened.get(id);
    if (open) return open;
    const [row] = await tx.query<RingRow[]>(`select ${COLUMNS} from certificates.signing_key where id = $1`, [id]);
    return row ? this.open(row) : null;
  }

  /** The public halves of all there ever were, the newest first. */
  published(tx: Tx): Promise<PublicRing[]> {
    return tx.query<PublicRing[]>('select id, rsa_public_key as rsa, x509 from certificates.signing_key order by made_at desc, id');
  }

  /** Makes new keys and writes down that they were made; what was signed with older ones stays as it is. */
  async rotate(tx: Tx): Promise<PublicRing> {
    const ring = await this.make(tx);
    await this.audit.append(tx, { actor: { kind: 'system', id: null }, action: 'certificates.keys_rotated', subject: null, detail: { key: ring.id } });
    return ring;
  }

  private async newest(tx: Tx): Promise<KeyRing | null> {
    const [row] = await tx.query<{ id: string }[]>('select id from certificates.signing_key order by made_at desc, id limit 1');
    return row ? this.find(tx, row.id) : null;
  }

  /** Of several who find none at the same time, one makes them and the others wait. */
  private async first(tx: Tx): Promise<KeyRing> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('certificates signing key', 0))`);
    return (await this.newest(tx)) ?? this.make(tx);
  }

  private async make(tx: Tx): Promise<KeyRing> {
    const ring = await newKeyRing(new URL(this.config.settings.PUBLIC_URL).host, await this.clock.now(tx));
    await tx.query('insert into certificates.signing_key (id, rsa_public_key, x509, sealed_private_keys) values ($1, $2, $3, $4)',
      [ring.id, JSON.stringify(ring.rsa), ring.x509, seal(this.sealKey, secretsOf(ring))]);
    return ring;
  }

  private open({ sealed, ...open }: RingRow): KeyRing | null {
    const secrets = unseal(this.sealKey, sealed);
    if (secrets === null) return null;
    const ring = ringOf(open, secrets);
    this.opened.set(ring.id, ring);
    return ring;
  }
}
