import { type Settings } from '../config/index.js';
import { type BucketTexts } from './bucket-texts.js';

/** Small texts beside the objects in the bucket of the settings; null when files lie on disk. */
export async function bucketTexts(settings: Settings): Promise<BucketTexts | null> {
  // What is only needed for a bucket takes a fifth of a second to load.
  return settings.S3_BUCKET === undefined ? null : (await import('./bucket-texts.js')).textsIn(settings);
}
