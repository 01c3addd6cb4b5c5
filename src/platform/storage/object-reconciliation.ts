import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database } from '../db/index.js';
import { folders } from './object-key.js';
import { ObjectRepository } from './object.repository.js';
import { Vaults } from './vaults.js';

/** What a comparison found, in numbers only. */
export interface Reconciled {
  /** Objects without a row, older than a day: deleted. */
  readonly strays: number;
  /** Rows whose bytes are not there. */
  readonly missing: number;
  /** Uploads begun more than a day ago and never finished: called off. */
  readonly abandonedUploads: number;
}

const DAY_MS = 86_400_000;

/** Compares both sides folder by folder, so that memory holds one in 256 of them at a time. */
@Injectable()
export class ObjectReconciliation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly objects: ObjectRepository,
    private readonly vaults: Vaults,
  ) {}

  async run(): Promise<Reconciled> {
    const dayAgo = await this.dayAgo();
    const found = await this.compareAll(dayAgo, (id) => this.vaults.writing.delete(id));
    return { ...found, abandonedUploads: await this.vaults.writing.abandonUploads(dayAgo) };
  }

  /** As `run`, and leaves everything as it is. */
  async look(): Promise<Omit<Reconciled, 'abandonedUploads'>> {
    return this.compareAll(await this.dayAgo(), () => Promise.resolve());
  }

  /** How many were begun more than a day ago and neither finished nor called off. */
  async unfinishedUploads(): Promise<number> {
    return this.vaults.writing.unfinishedUploads(await this.dayAgo());
  }

  private async dayAgo(): Promise<Date> {
    return new Date((await this.clock.now(this.db.alone)).getTime() - DAY_MS);
  }

  private async compareAll(dayAgo: Date, onStray: (id: string) => Promise<void>): Promise<{ strays: number; missing: number }> {
    let strays = 0;
    let missing = 0;
    for (const folder of folders) {
      const compared = await this.compare(folder, dayAgo, onStray);
      strays += compared.strays;
      missing += compared.missing;
    }
    return { strays, missing };
  }

  private async compare(folder: string, dayAgo: Date, onStray: (id: string) => Promise<void>): Promise<{ strays: number; missing: number }> {
    const before = await this.objects.inFolder(this.db.alone, folder);
    const there = new Map<string, Date>();
    for await (const { id, lastModified } of this.vaults.writing.list(folder)) there.set(id, lastModified);
    const after = new Map((await this.objects.inFolder(this.db.alone, folder)).map(({ id, stored }) => [id, stored]));
    let strays = 0;
    for (const [id, lastModified] of there) {
      if (after.has(id) || lastModified > dayAgo) continue;
      await onStray(id);
      strays += 1;
    }
    // Only what was stored both before and after the listing counts as missing; the rest came or went meanwhile.
    const missing = before.filter(({ id, stored }) => stored && after.get(id) === true && !there.has(id)).length;
    return { strays, missing };
  }
}
