import { type AiRole } from '../../platform/config/index.js';
import { type Policy, type RetentionClass } from '../../platform/policy/index.js';
import { type Connection } from './connections.js';

/** What is known of this place when its notices are written. */
export interface NoticeFacts {
  readonly policy: Policy['values'];
  readonly retention: readonly { readonly id: RetentionClass; readonly says: string; readonly keep: string; readonly from: string }[];
  /** What people are asked to allow, as they read it. */
  readonly consents: readonly { readonly title: string; readonly body: string; readonly version: number; readonly lasts: string | null }[];
  readonly cookies: readonly { readonly name: string; readonly says: string; readonly lasts: string }[];
  readonly isEncrypted: boolean;
  /** How this server is set up at this moment; nothing of it is part of a version. */
  readonly now: {
    /** The ids of the processors that are connected to. */
    readonly inUse: ReadonlySet<string>;
    readonly ai: readonly { readonly id: string; readonly roles: readonly AiRole[] }[];
    /** Servers of the operator's own that are connected to. */
    readonly own: readonly Connection[];
    readonly signIn: readonly { readonly id: string; readonly name: string }[];
  };
}

/** How long things of a class are kept. */
export const keeps = ({ retention }: NoticeFacts, id: RetentionClass): string => retention.find((one) => one.id === id)?.keep ?? '';
