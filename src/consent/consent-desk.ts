import { Injectable } from '@nestjs/common';
import { newId } from '../kernel/index.js';
import { type Tx } from '../platform/db/index.js';
import { Outbox } from '../platform/jobs/index.js';
import { noteFact } from '../platform/journal/index.js';
import { Policy, type Purpose, purposesOfOne } from '../platform/policy/index.js';
import { type Act, type Ending, type How, ConsentRepository } from './consent.repository.js';
import { ConsentGate } from './consent-gate.js';
import { consentEnded } from './consent.events.js';
import { endedFact } from './consent.facts.js';
import { type Consented } from './consented.js';
import { accountGone, eventUsed, noticeChanged, notOffered, otherScope, unknownFields, unknownRecipient } from './consent.errors.js';
import { type Notice, Notices } from './notices.js';
import { Traces } from './traces.js';

/** One act of a person: what they allow or take back, what they read, and how they did it. */
export interface ConsentAct {
  readonly subjectId: string;
  readonly purpose: Purpose;
  /** Whom or what it is for, where a purpose has more than one: an organisation, a provider. No personal data. */
  readonly scope?: string;
  /** What may be shown; the least there must be is added. */
  readonly fields?: readonly string[];
  /** Of the notice that was read. Taking back needs none. */
  readonly noticeVersion?: number;
  /** The exact words of what was pressed. */
  readonly wording: string;
  /** BCP 47. */
  readonly locale: string;
  readonly how: How;
  /** The page or route it was done on. */
  readonly where: string;
  /** Address of the caller; only its network is kept. */
  readonly network?: string;
  /** The caller's program; only a keyed hash is kept. */
  readonly agent?: string;
  /** Made by the caller; an act that is sent twice has one effect. */
  readonly eventId: string;
}

/** A live consent, as its owner may see it. */
export interface ConsentView {
  readonly purpose: Purpose;
  readonly scope: string;
  readonly fields: readonly string[];
  readonly givenAt: Date;
  /** Null when it lasts until it is taken back. */
  readonly expiresAt: Date | null;
  readonly noticeVersion: number;
  /** The act it rests on: its receipt is at `/api/consents/receipts/<recordId>`. */
  readonly recordId: string;
}

type Precursor = (tx: Tx, subjectId: string, scope: string) => Promise<void>;
type Follower = (tx: Tx, consented: Consented<Purpose>) => Promise<void>;
/** What scopes are called, by scope, as far as they are still there. */
type Namer = (tx: Tx, subjectId: string, scopes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
type EndFollower = (tx: Tx, subjectId: string, scope: string) => Promise<void>;

/** Where people allow something and take it back. */
@Injectable()
export class ConsentDesk {
  private readonly precursors = new Map<Purpose, Precursor>();
  private readonly endPrecursors = new Map<Purpose, Precursor>();
  private readonly followers: { readonly purpose: Purpose; readonly run: Follower }[] = [];
  private readonly namers = new Map<Purpose, Namer>();
  private readonly endFollowers: { readonly purpose: Purpose; readonly run: EndFollower }[] = [];

  constructor(
    private readonly consents: ConsentRepository,
    private readonly gate: ConsentGate,
    private readonly notices: Notices,
    private readonly traces: Traces,
    private readonly policy: Policy,
    private readonly outbox: Outbox,
  ) {}

  /** What people read before they allow something, as it stands. */
  texts(): readonly Notice[] {
    return this.notices.all();
  }

  /** Given for the first time, renewed, or changed. AppErrors `consent.not_offered`, `consent.notice_changed`, `consent.other_scope`, `consent.unknown_fields`, `consent.unknown_recipient`, `consent.event_used`, `consent.account_closed`, and what followers refuse with. */
  async give(tx: Tx, act: ConsentAct): Promise<ConsentView> {
    const { subjectId, purpose, scope = '', fields = [], locale } = act;
    const { atLeast, fields: offered, expires, legalBasis } = this.policy.values.purposes[purpose];
    const notice = this.notices.of(purpose, locale);
    if (!this.policy.asksFor(purpose)) throw notOffered();
    if ((scope !== '') !== purposesOfOne.has(purpose)) throw otherScope();
    // The ledger keeps it for years, so that it takes no name we do not know.
    if (purpose === 'ai_processing' && this.policy.processor(scope) === null) throw unknownRecipient();
    if (act.noticeVersion !== notice.version) throw noticeChanged();
    if (fields.some((field) => !offered.includes(field))) throw unknownFields();
    await this.precursors.get(purpose)?.(tx, subjectId, scope);
    // What is over is told as over before it begins anew, even when the sweep has not come by.
    const because = await this.consents.isOver(tx, subjectId, purpose, scope);
    if (because) await this.end(tx, { ...act, eventId: newId(), how: 'system', wording: '' }, because);
    const told = this.told(act);
    const written = await this.consents.give(tx, subjectId, {
      ...told, locale: notice.locale, fields: [...atLeast, ...fields], notice_version: notice.version, notice_hash: notice.hash,
      legal_basis: legalBasis, jurisdiction: this.policy.values.operator.jurisdiction, lasts: expires?.iso ?? null,
    });
    // Another process was started with a newer policy than this one, unless the account is gone.
    if (!written) throw (await this.consents.isClosed(tx, subjectId)) ? accountGone() : noticeChanged();
    if (!written.isSame) throw eventUsed();
    if (written.id === told.id) await this.tellFollowers(tx, subjectId, purpose, scope);
    if (offered.length > atLeast.length && written.id === told.id && (await this.consents.isNarrower(tx, written.id))) await this.noteEnd(tx, act, 'withdrawn');
    return this.view(tx, subjectId, purpose, scope);
  }

  /** Taken back: what it showed is gone when this returns. Harmless when there is nothing to take back. AppError `consent.event_used`. */
  async withdraw(tx: Tx, act: ConsentAct): Promise<void> {
    await this.end(tx, act, 'withdrawn');
    // Sent again it changes nothing; an event that was something else ended nothing, which must not look like success.
    if (await this.consents.isEventOfAnother(tx, act)) throw eventUsed();
  }

  /** For whom consents of a purpose ended by themselves on the day (UTC) of a moment. */
  scopesEnded(tx: Tx, subjectId: string, purpose: Purpose, on: Date): Promise<readonly string[]> {
    return this.consents.scopesEnded(tx, subjectId, purpose, on);
  }

  /** What a person allows at this moment. */
  live(tx: Tx, subjectId: string): Promise<readonly ConsentView[]> {
    return this.consents.live(tx, subjectId);
  }

  /** Everybody who allows a purpose, which is for nobody in particular, at this moment. Whoever uses it asks the gate again for each of them. */
  whoAllow(tx: Tx, purpose: Purpose): Promise<readonly string[]> {
    return this.consents.whoAllow(tx, purpose);
  }

  /** Called before a consent of this purpose is given, in the same transaction: what a follower locks is locked here, because whoever ends a consent with a thing holds the thing first. */
  precede(purpose: Purpose, precursor: Precursor): void {
    this.precursors.set(purpose, precursor);
  }

  /** Called before a consent of this purpose is taken back or ended by name, in the same transaction, to lock what falls with it in the order in which others lock it; it must not refuse. */
  precedeEnd(purpose: Purpose, precursor: Precursor): void {
    this.endPrecursors.set(purpose, precursor);
  }

  /** Called right after a consent of this purpose was given, renewed or changed, in the same transaction; what it throws undoes all of it. */
  follow<P extends Purpose>(purpose: P, follower: (tx: Tx, consented: Consented<P>) => Promise<void>): void {
    this.followers.push({ purpose, run: follower as Follower });
  }

  /** Called right after a consent of this purpose ended, in the same transaction, with whose it was and what it was for; an account that goes ends all of its consents at once and calls nobody. */
  followEnd(purpose: Purpose, follower: EndFollower): void {
    this.endFollowers.push({ purpose, run: follower });
  }

  /** Says what the scopes of a purpose are called to whoever allowed it. */
  nameScopes(purpose: Purpose, namer: Namer): void {
    this.namers.set(purpose, namer);
  }

  /** The names of scopes of a purpose; those that nobody names are not among them. */
  async namesOf(tx: Tx, subjectId: string, purpose: Purpose, scopes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return (await this.namers.get(purpose)?.(tx, subjectId, scopes)) ?? new Map<string, string>();
  }

  /** Ends a consent for a reason; nothing happens when it does not live, or the reason does not hold. */
  async end(tx: Tx, act: ConsentAct, status: Ending['because']): Promise<void> {
    // What runs out, or is overtaken by a notice, does so again by itself in a restored backup.
    if ((await this.endAgain(tx, act, status)) && (status === 'withdrawn' || status === 'terminated')) await this.noteEnd(tx, act, status);
  }

  /** Ends what a restored backup brought back; false when there is nothing of it, or the ledger knows the event. */
  endRestored(tx: Tx, ended: Pick<ConsentAct, 'subjectId' | 'purpose' | 'scope' | 'eventId'>, because: 'withdrawn' | 'terminated'): Promise<boolean> {
    return this.endAgain(tx, { ...ended, wording: '', locale: 'en', how: 'system', where: 'restore' }, because);
  }

  /** As `end`, without a word to the journal; false when nothing happened, as when the ledger knows the event. */
  private async endAgain(tx: Tx, act: ConsentAct, status: Ending['because']): Promise<boolean> {
    const { subjectId, purpose, scope = '' } = act;
    await this.endPrecursors.get(purpose)?.(tx, subjectId, scope);
    const ending = await this.consents.end(tx, subjectId, { ...this.told(act), status });
    if (ending) await this.tellEnd(tx, { subjectId, purpose, scope, ...ending });
    return ending !== null;
  }

  /** Tells everybody of a consent that has ended in this transaction. */
  async tellEnd(tx: Tx, ended: Ending & { readonly subjectId: string; readonly purpose: Purpose; readonly scope: string }): Promise<void> {
    await this.outbox.publish(tx, consentEnded, { ...ended, shownTo: [...ended.shownTo] });
    for (const follower of this.endFollowers) if (follower.purpose === ended.purpose) await follower.run(tx, ended.subjectId, ended.scope);
  }

  /** What was taken back must not come back with a backup. */
  private async noteEnd(tx: Tx, { subjectId, purpose, scope = '', eventId }: ConsentAct, because: 'withdrawn' | 'terminated'): Promise<void> {
    await noteFact(tx, endedFact, { subjectId, purpose, scope, eventId, because });
  }

  private async tellFollowers(tx: Tx, subjectId: string, purpose: Purpose, scope: string): Promise<void> {
    const proof = await this.gate.require(tx, subjectId, purpose, scope);
    for (const follower of this.followers) if (follower.purpose === purpose) await follower.run(tx, proof);
  }

  private async view(tx: Tx, subjectId: string, purpose: Purpose, scope: string): Promise<ConsentView> {
    const found = (await this.live(tx, subjectId)).find((consent) => consent.purpose === purpose && consent.scope === scope);
    // An old act that was sent again, and has been taken back since.
    if (!found) throw eventUsed();
    return found;
  }

  private told({ eventId, purpose, scope = '', locale, wording, how, where, network, agent }: ConsentAct): Act {
    return { id: newId(), event_id: eventId, purpose, scope, locale, wording, how, place: where, actor: how === 'system' ? 'system' : 'subject', ...this.traces.of(network, agent) };
  }
}
