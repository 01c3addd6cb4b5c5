import { type Readable } from 'node:stream';
import { AbortMultipartUploadCommand, GetObjectCommand, ListMultipartUploadsCommand, type MultipartUpload, S3ServiceException } from '@aws-sdk/client-s3';
import { S3Driver } from 'flydrive/drivers/s3';
import { idOf, keyOf } from './object-key.js';
import { type Bucket, reached } from './s3-bucket.js';
import { inParts, uploadInParts } from './s3-multipart.js';
import { type ByteRange, type FoundObject, type Vault } from './vault.js';

/** Objects in a bucket that is ours alone. Nothing is handed out as a link: all bytes pass through our own origin. */
export class S3Vault implements Vault {
  private readonly driver: S3Driver;

  constructor(private readonly place: Bucket) {
    this.driver = new S3Driver({
      client: place.client,
      bucket: place.bucket,
      visibility: 'private',
      // Buckets made since 2023 refuse access lists; a private bucket needs none.
      supportsACL: false,
      ...(place.encryption ? { encryption: place.encryption } : {}),
    });
  }

  async write(id: string, body: AsyncIterable<Uint8Array>): Promise<void> {
    const key = keyOf(id);
    const parts = inParts(body);
    const first = await parts.next();
    const second = first.done ? first : await parts.next();
    if (second.done) {
      const contents = first.done ? Buffer.alloc(0) : first.value;
      await reached(this.driver.put(key, contents, { contentType: 'application/octet-stream', contentLength: contents.length }));
      return;
    }
    await uploadInParts(this.place, key, [first.value as Buffer, second.value], parts);
  }

  async read(id: string, { start, end }: ByteRange): Promise<Readable> {
    const command = new GetObjectCommand({ Bucket: this.place.bucket, Key: keyOf(id), Range: `bytes=${start}-${end}` });
    const { Body } = await reached(this.place.client.send(command));
    return Body as Readable;
  }

  async delete(id: string): Promise<void> {
    await reached(this.driver.delete(keyOf(id)));
  }

  async *list(folder: string): AsyncIterable<FoundObject> {
    let paginationToken: string | undefined;
    do {
      const page = await reached(this.driver.listAll(folder, paginationToken ? { paginationToken } : {}));
      for (const found of page.objects) {
        if (!found.isFile) continue;
        const id = idOf(found.key);
        if (id === null) continue;
        const { lastModified } = await found.getMetaData();
        yield { id, lastModified };
      }
      paginationToken = page.paginationToken;
    } while (paginationToken !== undefined);
  }

  async abandonUploads(before: Date): Promise<number> {
    const ours = await this.uploads(before);
    for (const { Key, UploadId } of ours) {
      await reached(this.place.client.send(new AbortMultipartUploadCommand({ Bucket: this.place.bucket, Key, UploadId })));
    }
    return ours.length;
  }

  async unfinishedUploads(before: Date): Promise<number> {
    return (await this.uploads(before)).length;
  }

  private async uploads(before: Date): Promise<MultipartUpload[]> {
    const { Uploads = [] } = await reached(this.place.client.send(new ListMultipartUploadsCommand({ Bucket: this.place.bucket })).catch(nothingToList));
    return Uploads.filter(({ Key, Initiated }) => Key !== undefined && idOf(Key) !== null && Initiated !== undefined && Initiated < before);
  }
}

/** Some small stores cannot list unfinished uploads; they must be swept by the store's own rules. */
function nothingToList(error: unknown): { Uploads: [] } {
  if (error instanceof S3ServiceException && error.name === 'NotImplemented') return { Uploads: [] };
  throw error;
}
