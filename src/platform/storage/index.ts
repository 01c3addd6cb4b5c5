export { ObjectStore } from './object-store.js';
export { type NewObject, type StoredObject, type OpenedObject, type ServedObject } from './stored-object.js';
export { type Pieces } from './byte-flow.js';
export { letGo } from './let-go.js';
export { countLeaving } from './leaving.js';
export { type ByteRange } from './vault.js';
export { StorageModule } from './storage.module.js';
export { bucketTexts } from './texts-in-bucket.js';
export { type BucketTexts } from './bucket-texts.js';
