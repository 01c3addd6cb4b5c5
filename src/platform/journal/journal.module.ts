import { Global, Module } from '@nestjs/common';
import { Journal } from './journal.js';
import './journal.invariants.js';
import { JournalWorker } from './journal.worker.js';

@Global()
@Module({ providers: [Journal, JournalWorker], exports: [Journal] })
export class JournalModule {}
