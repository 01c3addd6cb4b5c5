import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

export const personStates = ['waiting', 'sent', 'left_out'] as const;

/** Somebody an incident touched, by the reference that stands for them in its report. */
export interface IncidentPerson {
  readonly ref: string;
  readonly state: (typeof personStates)[number];
  readonly addedAt: Date;
  readonly toldAt: Date | null;
}

/** Somebody whose mail is next; without an account they are gone. */
export interface PersonTurn {
  readonly ref: string;
  readonly accountId: string | null;
}

/** Every statement about the people an incident touched. */
@Injectable()
export class IncidentPersonRepository {
  /** How many of them are new to it. */
  async add(tx: Tx, incidentId: string, accountIds: readonly string[]): Promise<number> {
    const added = await tx.query<object[]>(
      'insert into privacy.incident_person (incident_id, account_id) select $1, unnest($2::uuid[]) on conflict (incident_id, account_id) do nothing returning ref', [incidentId, accountIds]);
    return added.length;
  }

  /** How many of them are in it already. */
  async among(tx: Tx, incidentId: string, accountIds: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ rows: number }[]>('select count(*)::int as rows from privacy.incident_person where incident_id = $1 and account_id = any ($2::uuid[])', [incidentId, accountIds]);
    return row?.rows ?? 0;
  }

  /** The next who waits, and for whom no other process writes. */
  async takeTurn(tx: Tx, incidentId: string): Promise<PersonTurn | null> {
    const [row] = await tx.query<PersonTurn[]>(
      `select ref, account_id as "accountId" from privacy.incident_person where incident_id = $1 and state = 'waiting' order by ref limit 1 for update skip locked`, [incidentId]);
    return row ?? null;
  }

  async settle(tx: Tx, incidentId: string, ref: string, state: 'sent' | 'left_out'): Promise<void> {
    await tx.query(`update privacy.incident_person set state = $3, told_at = clock.now() where incident_id = $1 and ref = $2 and state = 'waiting'`, [incidentId, ref, state]);
    await tx.query('update privacy.incident set mails_moved_at = clock.now() where id = $1', [incidentId]);
  }

  list(tx: Tx, incidentId: string): Promise<IncidentPerson[]> {
    return tx.query<IncidentPerson[]>('select ref, state, added_at as "addedAt", told_at as "toldAt" from privacy.incident_person where incident_id = $1 order by ref', [incidentId]);
  }
}
