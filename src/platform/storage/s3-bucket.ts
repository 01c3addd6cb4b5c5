import { S3Client, type ServerSideEncryption } from '@aws-sdk/client-s3';
import { type Settings } from '../config/index.js';
import { storageUnavailable } from './vault.js';

/** A bucket and the way to it. */
export interface Bucket {
  readonly client: S3Client;
  readonly bucket: string;
  readonly encryption: ServerSideEncryption | null;
}

/** The bucket of the settings; null when files lie on disk. */
export function bucketOf(settings: Settings): Bucket | null {
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_ENCRYPTION } = settings;
  if (S3_BUCKET === undefined) return null;
  const client = new S3Client({
    region: settings.S3_REGION,
    forcePathStyle: settings.S3_FORCE_PATH_STYLE,
    // A store that hangs must not hold an upload or a sweep for ever.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    // Stores other than AWS answer the checksums newer clients add by themselves with errors.
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' } : {}),
    ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
      : {}),
  });
  return { client, bucket: S3_BUCKET, encryption: S3_ENCRYPTION === 'none' ? null : S3_ENCRYPTION };
}

/** Turns whatever the store or the network says into one error for people, keeping its cause for the log. */
export async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw Object.assign(storageUnavailable(), { cause });
  }
}
