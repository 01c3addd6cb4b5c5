import { z } from 'zod';
import { AppError } from '../../kernel/index.js';
import { type Policy, type RetentionClass } from '../policy/index.js';

/** What came of one category, and what did not, with the reason. */
export interface Arrival {
  readonly category: string;
  readonly came: number;
  readonly left: readonly { readonly count: number; readonly because: string }[];
}

/** What the copy of somebody's data from another place holds of one module, on its way into their account here. */
export class Brought {
  /** What can be said of any row that stays behind. */
  static readonly because = { over: 'its time would be over here already', here: 'it is here already' } as const;
  /** How a database or JSON writes a moment. It is handed on as it is, since JavaScript would lose its microseconds. */
  static readonly moment = z.string().regex(/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}(:\d{2})?)$/).refine((text) => !Number.isNaN(momentOf(text).getTime()));

  readonly accountId: string;
  /** How whoever brings it is called. */
  readonly name: string;
  /** The other place, as people are told. */
  readonly from: string;

  constructor(
    who: Pick<Brought, 'accountId' | 'name' | 'from'>,
    private readonly policy: Policy,
    private readonly now: Date,
    private readonly categories: Readonly<Record<string, unknown>>,
  ) {
    this.accountId = who.accountId;
    this.name = who.name;
    this.from = who.from;
  }

  /** Null when the copy has nothing of it; AppError `privacy.copy_unreadable` when it is not what such a copy holds. */
  read<T>(category: string, schema: z.ZodType<T>): T | null {
    const value = this.categories[category];
    if (value === undefined) return null;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new AppError('privacy.copy_unreadable', 422, `In ${category} of this copy, ${issue?.path.join('.') || 'all of it'} is not what it should be. Nothing was brought in.`);
  }

  /**
   * When a thing of this class that began at `from` ends here; null when it stays until it is deleted. Who brings it says when
   * it began, so nothing begins later than now.
   */
  endOf(retention: RetentionClass, from: string): Date | null {
    return this.policy.expiresAt(retention, new Date(Math.min(momentOf(from).getTime(), this.now.getTime())));
  }

  /** Whether something would be over by now. */
  isOver(end: Date | null): boolean {
    return end !== null && end <= this.now;
  }

  /** Whether people here may keep this until they delete it. */
  get mayKeepInterviews(): boolean {
    return this.policy.values.pins.interviewResults;
  }
}

/** Reads what `Brought.moment` lets through. */
function momentOf(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
}
