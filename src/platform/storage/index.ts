export { ObjectStore } from './object-store.js';
export { type NewObject, type StoredObject, type OpenedObject, type ServedObject } from './stored-object.js';
export { type ByteRange } from './vault.js';
export { StorageModule } from './storage.module.js';
