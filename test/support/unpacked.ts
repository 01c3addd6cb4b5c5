import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type Visitor } from './visitor.js';
import { type World } from './world.js';

/** The copy of somebody's data as they unpack it. */
export class Unpacked {
  private constructor(private readonly files: Readonly<Record<string, Uint8Array>>) {}

  /** Fetches the copy that is ready; throws with the status when there is none. */
  static async fetch(world: World, visitor: Visitor, body: object = {}): Promise<Unpacked> {
    const response = await fetch(`${world.url}/api/data-export/file`, {
      method: 'POST', headers: { cookie: visitor.cookie, origin: world.url, 'content-type': 'application/json' }, body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return new Unpacked(unzipSync(new Uint8Array(await response.arrayBuffer())));
  }

  static of(bytes: Uint8Array): Unpacked {
    return new Unpacked(unzipSync(bytes));
  }

  get paths(): string[] {
    return Object.keys(this.files).sort();
  }

  text(path: string): string {
    const bytes = this.files[path];
    if (!bytes) throw new Error(`There is no ${path}`);
    return Buffer.from(bytes).toString('utf8');
  }

  json(path: string): unknown {
    return JSON.parse(this.text(path));
  }

  /** Everything in it, one after the other. */
  get all(): string {
    return this.paths.map((path) => this.text(path)).join('\n');
  }

  sha256(path: string): string {
    return createHash('sha256').update(this.files[path] ?? '').digest('hex');
  }
}
