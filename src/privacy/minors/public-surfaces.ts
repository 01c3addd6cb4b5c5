import { Injectable } from '@nestjs/common';
import { type Tx } from '../../platform/db/index.js';

type Finder = (tx: Tx, about: string) => Promise<readonly string[]>;
type Surface = (tx: Tx, accountId: string, until: Date | null) => Promise<void>;

/** Where strangers may see people: each module that shows somebody says how it is found by what it shows, and hides it. */
@Injectable()
export class PublicSurfaces {
  private readonly finders: Finder[] = [];
  private readonly surfaces: Surface[] = [];

  /** Called with whatever a stranger wrote of somebody: a link, an alias. Gives the accounts that it names. */
  find(finder: Finder): void {
    this.finders.push(finder);
  }

  /** Called within the transaction that hides somebody until a moment, or shows them again (null). */
  follow(surface: Surface): void {
    this.surfaces.push(surface);
  }

  /** Whom words name, each once. */
  async named(tx: Tx, about: string): Promise<string[]> {
    const found = new Set<string>();
    for (const finder of this.finders) for (const accountId of await finder(tx, about)) found.add(accountId);
    return [...found];
  }

  async hide(tx: Tx, accountId: string, until: Date | null): Promise<void> {
    for (const surface of this.surfaces) await surface(tx, accountId, until);
  }
}
