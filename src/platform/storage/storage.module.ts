import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.js';
import './storage.invariants.js';
import './storage.personal-data.js';
import { ObjectReconciliation } from './object-reconciliation.js';
import { ObjectStore } from './object-store.js';
import { ObjectSweep } from './object-sweep.js';
import { ObjectRepository } from './object.repository.js';
import { StorageWorker } from './storage.worker.js';
import { Vaults } from './vaults.js';

@Global()
@Module({
  providers: [
    { provide: Vaults, inject: [Config], useFactory: ({ settings }: Config) => Vaults.of(settings) },
    ObjectRepository,
    ObjectStore,
    ObjectSweep,
    ObjectReconciliation,
    StorageWorker,
  ],
  exports: [ObjectStore],
})
export class StorageModule {}
