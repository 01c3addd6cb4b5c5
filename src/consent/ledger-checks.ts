import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/index.js';
import { Database, type Tx } from '../platform/db/index.js';

/** A place where the ledger does not fit: an entry that does not hang from the one before it, or a consent that is not what the last entry says. */
export interface LedgerFault {
  /** A pseudonym of the ledger. */
  readonly ref: string;
  /** The number of the entry in its chain; null when a consent lives without any. */
  readonly version: number | null;
  readonly fault: 'chain' | 'grant';
}

/** A check of everybody's chain. Its figures grow until it has finished. */
export interface LedgerCheck {
  readonly id: string;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly percent: number;
  readonly chains: number;
  readonly entries: number;
  readonly faults: number;
  readonly first: LedgerFault | null;
}

type Found = Pick<LedgerCheck, 'chains' | 'entries' | 'faults' | 'first'>;

/** References are random, so that as many parts of their range hold about as many chains each. */
const PARTS = 16;

/** Checks of the ledger of consents, and what they found. */
@Injectable()
export class LedgerChecks {
  constructor(private readonly db: Database) {}

  /** Writes down that a check is wanted; returns its id. */
  async ask(tx: Tx): Promise<string> {
    const id = newId();
    await tx.query('insert into consent.verification (id) values ($1)', [id]);
    return id;
  }

  /** Follows every chain, part by part, and writes down how far it is and what it found. Its figures are its own: one that begins anew, or beside another, does not add to theirs. */
  async run(id: string): Promise<void> {
    const { alone } = this.db;
    let found: Found = { chains: 0, entries: 0, faults: 0, first: null };
    await this.note(alone, id, 0, found);
    for (let part = 0; part < PARTS; part += 1) {
      const { chains, entries, faults, first } = await this.look(alone, part);
      found = { chains: found.chains + chains, entries: found.entries + entries, faults: found.faults + faults, first: found.first ?? first };
      await this.note(alone, id, part + 1, found);
    }
  }

  /** The check asked for last, of those still kept for a period (ISO 8601). */
  latest(tx: Tx, keptFor: string): Promise<LedgerCheck | null> {
    return this.find(tx, keptFor, 'order by asked_at desc, id desc');
  }

  /** The check that finished last: one that was asked for since has not seen everything yet. */
  lastFinished(tx: Tx, keptFor: string): Promise<LedgerCheck | null> {
    return this.find(tx, keptFor, 'and finished_at is not null order by finished_at desc, id desc');
  }

  async forgetOld(tx: Tx, keptFor: string): Promise<void> {
    await tx.query('delete from consent.verification where asked_at <= clock.now() - $1::interval', [keptFor]);
  }

  private async find(tx: Tx, keptFor: string, which: string): Promise<LedgerCheck | null> {
    const [row] = await tx.query<LedgerCheck[]>(
      `select id, asked_at as "askedAt", finished_at as "finishedAt", percent, chains::float8 as chains, entries::float8 as entries, faults::float8 as faults,
         case when first_ref is not null then jsonb_build_object('ref', first_ref, 'version', first_version, 'fault', first_fault) end as first
       from consent.verification where asked_at > clock.now() - $1::interval ${which} limit 1`,
      [keptFor],
    );
    return row ?? null;
  }

  /** What a part holds and what is wrong with it, as both stood at one moment. */
  private async look(tx: Tx, part: number): Promise<Found> {
    const [row] = await tx.query<[Found]>(
      `with fault as materialized (select * from consent.faults_between($1, $2))
       select count(distinct subject_ref)::float8 as chains, count(*)::float8 as entries, (select count(*)::float8 from fault) as faults,
         (select jsonb_build_object('ref', subject_ref, 'version', version, 'fault', fault) from fault order by subject_ref, version limit 1) as first
       from consent.record where subject_ref between $1 and $2`,
      boundsOf(part),
    );
    return row;
  }

  private async note(tx: Tx, id: string, parts: number, { chains, entries, faults, first }: Found): Promise<void> {
    await tx.query(
      `update consent.verification set percent = $2, chains = $3, entries = $4, faults = $5, first_ref = $6, first_version = $7, first_fault = $8,
         finished_at = case when $9 then clock.now() end where id = $1`,
      [id, Math.floor((100 * parts) / PARTS), chains, entries, faults, first?.ref ?? null, first?.version ?? null, first?.fault ?? null, parts === PARTS],
    );
  }
}

/** The first and the last reference of a part. */
function boundsOf(part: number): [string, string] {
  const width = 256 / PARTS;
  const byte = (value: number): string => value.toString(16).padStart(2, '0');
  return [`${byte(part * width)}000000-0000-0000-0000-000000000000`, `${byte(part * width + width - 1)}ffffff-ffff-ffff-ffff-ffffffffffff`];
}
