import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { Clock } from '../../../src/platform/clock/index.js';
import { Database } from '../../../src/platform/db/index.js';
import { Outbox } from '../../../src/platform/jobs/index.js';
import { type NewObject, ObjectStore, type StoredObject } from '../../../src/platform/storage/index.js';
import { ObjectReconciliation } from '../../../src/platform/storage/object-reconciliation.js';
import { ObjectSweep } from '../../../src/platform/storage/object-sweep.js';
import { ObjectRepository } from '../../../src/platform/storage/object.repository.js';
import { Vaults } from '../../../src/platform/storage/vaults.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { type Place } from './places.js';

/** The storage as the application has it, in one place, on a database of its own. */
export class StorageWorld {
  readonly objects = new ObjectRepository();
  readonly db: Database;
  readonly store: ObjectStore;
  readonly sweep: ObjectSweep;
  readonly reconciliation: ObjectReconciliation;

  private constructor(
    readonly database: TestDatabase,
    private readonly connections: DataSource,
    readonly place: Place,
    readonly vaults: Vaults,
  ) {
    this.db = new Database(connections);
    this.store = this.storeIn(this.vaults);
    this.sweep = this.sweepOf(this.vaults);
    this.reconciliation = new ObjectReconciliation(this.db, new Clock(), this.objects, this.vaults);
  }

  static async on(place: Place): Promise<StorageWorld> {
    const database = await freshDatabase();
    return new StorageWorld(database, await new DataSource({ type: 'postgres', url: database.applicationUrl }).initialize(), place, await Vaults.of(place.settings));
  }

  storeIn(vaults: Vaults): ObjectStore {
    return new ObjectStore(this.db, this.objects, vaults, new Outbox());
  }

  sweepOf(vaults: Vaults): ObjectSweep {
    return new ObjectSweep(this.db, this.objects, vaults);
  }

  /** Stores something for an hour of database time, unless it is said otherwise. */
  async put(body: NewObject['body'], more: Partial<NewObject> = {}): Promise<StoredObject> {
    return this.store.put({
      subject: null, owner: 'interviews', contentType: 'video/webm', expiresAt: await this.inSeconds(3600), maxBytes: 32 * 1024 * 1024, body, ...more,
    });
  }

  async inSeconds(seconds: number): Promise<Date> {
    return new Date((await new Clock().now(this.db.alone)).getTime() + seconds * 1000);
  }

  async read(id: string, range?: { start: number; end?: number }): Promise<Buffer> {
    return buffer((await this.store.open(this.db.alone, id, range)).stream);
  }

  /** Ids of all bytes there are, whatever the rows say. */
  async lying(): Promise<string[]> {
    const files = await readdir(this.place.folder, { recursive: true });
    const ids = files.map((file) => /\/([0-9a-f-]{36})(\._S3rver_object)?$/.exec(file)?.[1]);
    return [...new Set(ids.filter((id) => id !== undefined))].sort();
  }

  /** Empties it and sets the clock right again, for the next test. */
  async clear(): Promise<void> {
    await this.database.query('delete from clock.shift');
    await this.database.query('delete from jobs.outbox');
    await this.database.query(`update storage.object set status = 'deleting'`);
    await this.sweep.run();
  }

  async rows(): Promise<string[]> {
    return (await this.database.query<{ id: string }>('select id from storage.object order by id')).map(({ id }) => id);
  }

  async close(): Promise<void> {
    await this.connections.destroy();
    await this.database.drop();
    await this.place.close();
  }
}
