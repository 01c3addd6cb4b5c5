export { defineFact, type FactDefinition } from './fact.js';
export { noteFact } from './note-fact.js';
export { Journal, type Replayed } from './journal.js';
export { JournalModule } from './journal.module.js';
export { writeLines } from './write-lines.js';
