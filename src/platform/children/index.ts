export { foldersOf, startLimitedChild, type LimitedChild } from './limited-child.js';
