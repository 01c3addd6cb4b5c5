import { resolve } from 'node:path';
import { Period } from '../../kernel/index.js';
import { placeholdersIn } from './placeholders.js';
import { writtenIn } from './policy-file.js';
import { type PolicyValues, policySchema, type RetentionClass, type SignInWay } from './policy.schema.js';
import { keptWith, type Purpose } from './purposes.js';

/**
 * What the operator promises, and what therefore runs. Read once at boot from `policies/<name>.yaml`
 * (`POLICY` chooses), which may say `extends: <name>` and only what differs; a file that does not fit its schema stops the boot with every fault named.
 */
export class Policy {
  constructor(readonly values: PolicyValues) {}

  static load(name: string, directory: string): Policy {
    const file = resolve(directory, `${name}.yaml`);
    const result = policySchema.safeParse(writtenIn(directory, name));
    if (!result.success) {
      const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
      throw new Error(`The policy ${file} cannot be used:\n${faults.join('\n')}`);
    }
    return new Policy(result.data);
  }

  /** Where it still has words that came with it in place of the operator's own, such as `operator.address`. Production refuses those. */
  get placeholders(): readonly string[] {
    return placeholdersIn(this.values);
  }

  /** When a thing of this class that begins at `from` must be gone; null when it stays until somebody deletes it. */
  expiresAt(retention: RetentionClass, from: Date): Date | null {
    const { keep } = this.values.retention[retention];
    if (keep === 'until deleted') return null;
    return keep === 'not at all' ? from : keep.after(from);
  }

  /** Like `expiresAt`, for things that must carry an end; throws when the policy gives this class none. */
  endOf(retention: RetentionClass, from: Date): Date {
    const end = this.expiresAt(retention, from);
    if (!end) throw new Error(`The policy gives ${retention} no end, but what belongs to it must carry one`);
    return end;
  }

  /** The period of a class that has one; throws when its things stay until they are deleted, or are not kept at all. */
  periodOf(retention: RetentionClass): Period {
    const period = this.findPeriod(retention);
    if (!period) throw new Error(`The policy gives ${retention} no period`);
    return period;
  }

  /** Like `periodOf`, but null for a class without one. */
  findPeriod(retention: RetentionClass): Period | null {
    const { keep } = this.values.retention[retention];
    return keep instanceof Period ? keep : null;
  }

  /** The ways to sign in that are offered here: of those by a provider only what is set up. */
  waysIn(setUp: readonly { readonly id: string }[]): readonly SignInWay[] {
    return this.values.signIn.ways.filter((way) => way === 'password' || way === 'link' || setUp.some(({ id }) => id === way));
  }

  /** Whether people can be asked for this: not where what would be kept with their consent is never kept. */
  asksFor(purpose: Purpose): boolean {
    const kept = keptWith[purpose];
    return kept === undefined || this.values.retention[kept].keep !== 'not at all';
  }

  /** A processor as it is declared to the people whose data it is given; null when it is not, and then it gets none. */
  processor(id: string): PolicyValues['processors'][number] | null {
    return this.values.processors.find((declared) => declared.id === id) ?? null;
  }

  /** The period of a class in words, as a notice says it. */
  keeps(retention: RetentionClass): string {
    const { keep } = this.values.retention[retention];
    return keep instanceof Period ? keep.toString() : keep;
  }
}
