import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { Config, type Settings } from '../../../src/platform/config/index.js';

/** Somewhere objects may lie during a spec. */
export interface Place {
  readonly settings: Settings;
  /** The folder the bytes end up in. */
  readonly folder: string;
  /** `x-amz-server-side-encryption` of each request a bucket got that carried one. */
  readonly encryptionAskedFor: string[];
  close(): Promise<void>;
}

export const KEY = 'a1'.repeat(32);

const base = { SECRET: 'f3c1a9d2e4b5967880716253443526170', DATABASE_URL: 'postgres://nobody@localhost/none' };

function settingsWith(more: Record<string, string>): Settings {
  return Config.read({ ...base, ...more }).settings;
}

export async function onDisk(more: Record<string, string> = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'viva-objects-'));
  return {
    settings: settingsWith({ STORAGE_DIR: folder, ...more }),
    folder,
    encryptionAskedFor: [],
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

export async function inABucket(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'viva-bucket-'));
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'viva-objects' }] });
  const { port } = await server.run();
  const encryptionAskedFor: string[] = [];
  server.httpServer.on('request', ({ headers }: { headers: Record<string, string | undefined> }) => {
    const asked = headers['x-amz-server-side-encryption'];
    if (asked) encryptionAskedFor.push(asked);
  });
  return {
    settings: settingsWith({
      S3_BUCKET: 'viva-objects', S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_FORCE_PATH_STYLE: 'true',
      S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER',
    }),
    folder,
    encryptionAskedFor,
    async close() {
      server.httpServer.closeAllConnections();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
