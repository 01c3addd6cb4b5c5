export { askChild } from './ask-child.js';
export { foldersOf, startLimitedChild, type LimitedChild } from './limited-child.js';
