export { type Arrival, Brought } from './brought.js';
export { deletedLately, tidyDeletions, type DeletedOnDay } from './deletion-ledger.js';
export { heldRows, inWords, type Holding } from './holdings.js';
export { holdsPersonalData, personalDataHolders, quotedTable, type HeldTable } from './personal-data-holder.js';
