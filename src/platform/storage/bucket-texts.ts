import { S3Driver } from 'flydrive/drivers/s3';
import { type Settings } from '../config/index.js';
import { bucketOf, reached } from './s3-bucket.js';

/** Small texts in the bucket, under keys that no object has. */
export class BucketTexts {
  constructor(private readonly driver: S3Driver) {}

  async put(key: string, text: string): Promise<void> {
    await reached(this.driver.put(key, text, { contentType: 'application/json' }));
  }

  get(key: string): Promise<string> {
    return reached(this.driver.get(key));
  }

  async delete(key: string): Promise<void> {
    await reached(this.driver.delete(key));
  }

  /** Every key that begins with `prefix`, which ends in a slash. */
  async *keys(prefix: string): AsyncIterable<string> {
    let paginationToken: string | undefined;
    do {
      const page = await reached(this.driver.listAll(prefix, { recursive: true, ...(paginationToken ? { paginationToken } : {}) }));
      for (const found of page.objects) if (found.isFile) yield found.key;
      paginationToken = page.paginationToken;
    } while (paginationToken !== undefined);
  }
}

/** Those of the bucket of the settings; null when files lie on disk. */
export function textsIn(settings: Settings): BucketTexts | null {
  const place = bucketOf(settings);
  if (!place) return null;
  const { client, bucket, encryption } = place;
  return new BucketTexts(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false, ...(encryption ? { encryption } : {}) }));
}
