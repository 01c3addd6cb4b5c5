export { clipOf } from './clip.js';
export { type Clip, type ClipSource, type ClipWish } from './clip-wish.js';
export { mediaFaults, MediaRefusal, type MediaFault, type MediaWants } from './media.js';
export { MediaWorkshop, type Rewritten } from './media-workshop.js';
export { MediaModule } from './media.module.js';
export { type MediaPart } from './parts-in-a-row.js';
