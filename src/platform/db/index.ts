export { Database, asRole, violates, type Tx, type ReadingRole } from './database.js';
export { DbModule } from './db.module.js';
export { migrate } from './migrator.js';
export { databaseFaults } from './database-faults.js';
