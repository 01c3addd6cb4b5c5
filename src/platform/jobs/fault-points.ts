import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';

/** Places of long processes where a test of what is left behind can have the process die, as if its machine had. */
@Injectable()
export class FaultPoints {
  private readonly wanted: string | undefined;
  private left: number;

  constructor({ settings }: Config) {
    const [name, time = '1'] = settings.FAULT_KILL_AT?.split('@') ?? [];
    this.wanted = name;
    this.left = Number(time);
  }

  /** Ends the process without warning when `FAULT_KILL_AT` is this place, or `any`, and it is passed for the time it names: `certificates.paper@3`. */
  pass(place: string): void {
    if (this.wanted === undefined || (this.wanted !== 'any' && this.wanted !== place)) return;
    this.left -= 1;
    if (this.left === 0) process.kill(process.pid, 'SIGKILL');
  }
}
