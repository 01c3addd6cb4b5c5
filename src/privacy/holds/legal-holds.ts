import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError, newId, notFound } from '../../kernel/index.js';
import { Database, type Tx } from '../../platform/db/index.js';
import { Journal, noteFact } from '../../platform/journal/index.js';
import { personalDataHolders } from '../../platform/personal-data/index.js';
import { ObjectStore, type OpenedObject } from '../../platform/storage/index.js';
import { EXPORTS_OWNER } from '../exports/export.repository.js';
import { holdEnded } from '../privacy.facts.js';
import { HoldNews } from './hold-news.js';
import { HoldRegister } from './hold-register.js';
import { type HoldOrder, type LegalHold, LegalHoldRepository } from './legal-hold.repository.js';

const PAGE = 50;
const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

/**
 * What law, tax or a dispute asks to be kept longer than it may be used: a sealed copy of the parts that are needed, with a ground,
 * a reason and an end. What is used here goes on ending as the policy says.
 */
@Injectable()
export class LegalHolds implements OnModuleInit {
  constructor(
    private readonly holds: LegalHoldRepository,
    private readonly news: HoldNews,
    private readonly store: ObjectStore,
    private readonly register: HoldRegister,
    private readonly journal: Journal,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.journal.replays(holdEnded, ({ holdId }) => this.db.transaction(async (tx) => (await this.endIn(tx, holdId)) !== null));
  }

  /** Nothing of the account is purged until its copy is made. AppErrors `privacy.no_such_account`, `privacy.no_such_part`, `privacy.hold_too_long`, `privacy.secret_too_long`. */
  place(operatorId: string, order: HoldOrder): Promise<LegalHold> {
    return this.db.transaction(async (tx) => {
      await this.check(tx, order);
      const id = newId();
      await this.holds.insert(tx, id, operatorId, order);
      await this.register.note(tx, operatorId, 'privacy.hold_placed', id, { modules: order.modules.length, secret: order.secret !== null });
      await this.register.haveSealed(tx, id);
      const placed = await this.holds.find(tx, id);
      if (!placed) throw notFound();
      if (order.secret === null) await this.news.tell(tx, order.accountId, placed);
      return placed;
    });
  }

  /** Before its time: its copy is deleted. 404 when no such hold is in force. */
  end(operatorId: string, id: string): Promise<LegalHold> {
    return this.db.transaction(async (tx) => {
      const ended = await this.endIn(tx, id);
      if (!ended) throw notFound();
      await noteFact(tx, holdEnded, { holdId: id });
      await this.register.note(tx, operatorId, 'privacy.hold_ended', id, {});
      return ended;
    });
  }

  /** The newest first; that somebody looked is written down. `next` is the `before` of the page that follows. */
  page(operatorId: string, before: string | null): Promise<{ holds: LegalHold[]; next: string | null }> {
    return this.db.transaction(async (tx) => {
      const found = await this.holds.list(tx, before, PAGE + 1);
      const holds = found.slice(0, PAGE);
      await this.register.note(tx, operatorId, 'privacy.holds_read', null, { count: holds.length });
      return { holds, next: found.length > PAGE ? (holds.at(-1)?.id ?? null) : null };
    });
  }

  listMine(accountId: string): Promise<LegalHold[]> {
    return this.holds.listMine(this.db.alone, accountId);
  }

  /** The sealed copy, for an operator who says why; 404 when there is none. */
  open(operatorId: string, id: string, because: string): Promise<OpenedObject> {
    return this.db.transaction(async (tx) => {
      const hold = await this.holds.find(tx, id);
      if (!hold?.objectId || hold.endedAt) throw notFound();
      await this.holds.noteOpening(tx, newId(), { holdId: id, by: operatorId, because });
      await this.register.note(tx, operatorId, 'privacy.hold_opened', id, {});
      return this.store.open(tx, hold.objectId);
    });
  }

  /** With its copy; null when no such hold is in force. */
  private async endIn(tx: Tx, id: string): Promise<LegalHold | null> {
    const ended = await this.holds.end(tx, id);
    if (ended) await this.store.removeAll(tx, { subject: id, owner: EXPORTS_OWNER });
    return ended;
  }

  private async check(tx: Tx, { accountId, modules, holdsUntil, secret }: HoldOrder): Promise<void> {
    if (!(await this.holds.holdAccount(tx, accountId))) throw new AppError('privacy.no_such_account', 422, 'There is no account with this id. Nothing was stored.', { fields: { accountId: 'There is no account with this id.' } });
    const known = heldParts();
    if (!modules.every((module) => known.includes(module))) throw new AppError('privacy.no_such_part', 422, 'One of these parts is not known here. Nothing was stored.', { fields: { modules: `Choose among: ${known.join(', ')}.` } });
    const now = await this.register.now(tx);
    const days = (holdsUntil.getTime() - now.getTime()) / DAY_MS;
    if (days <= 0 || days > LONGEST_DAYS) throw new AppError('privacy.hold_too_long', 422, 'A hold ends within a year; place a new one when it is needed longer. Nothing was stored.', { fields: { holdsUntil: 'Enter a day to come, within a year.' } });
    if (secret && (secret.until <= now || secret.until > holdsUntil)) throw new AppError('privacy.secret_too_long', 422, 'The person is told when the hold ends at the latest. Nothing was stored.', { fields: { secretUntil: 'Enter a day to come, no later than the end of the hold.' } });
  }
}

/** The parts of the product that hold something of people, by the names of their modules. */
export const heldParts = (): string[] => [...new Set(personalDataHolders().filter(({ tables }) => tables.some(({ subjectColumn, counting }) => subjectColumn !== null || counting !== undefined)).map(({ module }) => module))].sort();
