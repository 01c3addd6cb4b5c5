import {
  AbortMultipartUploadCommand, CompleteMultipartUploadCommand, CreateMultipartUploadCommand, UploadPartCommand,
} from '@aws-sdk/client-s3';
import { type Bucket, reached } from './s3-bucket.js';

/** S3 takes no part under 5 MiB but the last; one upload holds at most two of ours in memory. */
const PART_BYTES = 8 * 1024 * 1024;

/** Cuts a stream of unknown length into parts of 8 MiB, because S3 wants to know the length of what it is sent. */
export async function* inParts(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, undefined> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    gathered.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes < PART_BYTES) continue;
    const whole = Buffer.concat(gathered);
    let from = 0;
    for (; whole.length - from >= PART_BYTES; from += PART_BYTES) yield whole.subarray(from, from + PART_BYTES);
    gathered = [whole.subarray(from)];
    bytes = whole.length - from;
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}

/** Uploads the parts one after the other. When anything fails, the upload is called off and nothing of it remains. */
export async function uploadInParts(place: Bucket, key: string, begun: readonly Buffer[], more: AsyncIterable<Buffer>): Promise<void> {
  const { client, bucket, encryption } = place;
  const object = { Bucket: bucket, Key: key };
  const started = await reached(client.send(new CreateMultipartUploadCommand({
    ...object,
    ContentType: 'application/octet-stream',
    ...(encryption ? { ServerSideEncryption: encryption } : {}),
  })));
  const upload = { ...object, UploadId: started.UploadId };
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
    for await (const part of following(begun, more)) {
      const PartNumber = Parts.length + 1;
      const { ETag } = await reached(client.send(new UploadPartCommand({ ...upload, PartNumber, Body: part, ContentLength: part.length })));
      Parts.push({ ETag, PartNumber });
    }
    await reached(client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })));
  } catch (error) {
    // What cannot be called off now is called off by the weekly comparison.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
    throw error;
  }
}

async function* following(begun: readonly Buffer[], more: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* begun;
  yield* more;
}
