export { Database, asRole, isOfDatabase, violates, type Tx, type ReadingRole } from './database.js';
export { deleteEnded } from './delete-ended.js';
export { inBatches } from './in-batches.js';
export { DbModule } from './db.module.js';
export { prepared } from './preparing-client.js';
export { migrate } from './migrator.js';
export { databaseFaults } from './database-faults.js';
