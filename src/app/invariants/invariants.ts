import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Database } from '../../platform/db/index.js';
import { invariants } from '../../platform/invariants/index.js';
import './retention.invariants.js';

/** Whether something held when it was looked at, and where not. */
export interface InvariantResult {
  readonly name: string;
  readonly says: string;
  readonly broken: readonly string[];
}

/** Everything that must hold whatever breaks. */
@Injectable()
export class Invariants {
  constructor(
    private readonly db: Database,
    private readonly modules: ModuleRef,
  ) {}

  /** Looks at all of them, one after the other. Nothing is changed. */
  async check(): Promise<InvariantResult[]> {
    const results: InvariantResult[] = [];
    for (const { name, says, broken } of invariants()) {
      const found = await this.db.transaction((tx) => broken({ tx, get: <T>(token: { readonly prototype: T }): T => this.modules.get<T>(token as Type<T>, { strict: false }) }));
      results.push({ name, says, broken: found });
    }
    return results;
  }
}
