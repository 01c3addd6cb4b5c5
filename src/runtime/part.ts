import { type ChildProcess } from 'node:child_process';
import { end, endGroup, launch, type Program } from './program.js';
import { RestartBudget } from './restart-budget.js';

/** Web and worker finish what they have begun (jobs are waited for up to 18 s); then they are ended. */
export const STOP_BOUND_MS = 20_000;

/** A program that is kept running: when it dies it is started again, until it is told to stop. */
export class Part {
  private readonly budget = new RestartBudget();
  private child: ChildProcess | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly program: Program,
    private readonly say: (words: string) => void,
  ) {}

  start(): void {
    const child = launch(this.program);
    this.child = child;
    child.once('error', (error) => this.say(`${this.program.name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (child.pid !== undefined) endGroup(child.pid);
      if (!this.stopping) this.startAgain(signal ?? `exit code ${code}`);
    });
  }

  /** True when it died so often within a minute that waiting for it is of no use. */
  get keepsDying(): boolean {
    return this.budget.isExhausted(Date.now());
  }

  /** Where its words of today are. */
  get logFile(): string {
    return this.program.log.today;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.waiting);
    if (this.child) await end(this.child, STOP_BOUND_MS);
  }

  private startAgain(reason: string): void {
    const wait = this.budget.waitAfterDeath(Date.now());
    this.say(`${this.program.name} ended (${reason}). It is started again in ${(wait / 1000).toFixed(1)} s; its log is ${this.logFile}`);
    this.waiting = setTimeout(() => this.start(), wait);
  }
}
