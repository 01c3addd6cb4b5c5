import { appendFileSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** `web.log` is written as `web-2026-11-21.log`, a file a day. */
const DAY = /-(\d{4}-\d{2}-\d{2})\.log$/;

/** A log in daily files, from which a whole day goes when the period of its first line is over: no line outlives it. */
export class DayLog {
  private day = '';

  /** `file` names the folder and the start of the names; `endOf` says when what was written at a moment must be gone (null: never). */
  constructor(
    private readonly file: string,
    private readonly endOf: (written: Date) => Date | null,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Where today's lines are. */
  get today(): string {
    return this.file.replace(/\.log$/, `-${this.now().toISOString().slice(0, 10)}.log`);
  }

  write(line: string): void {
    appendFileSync(this.begin(), `${line}\n`, { mode: 0o600 });
  }

  /** Forgets what must be gone, and gives today's file, for whoever writes into it without us. */
  begin(): string {
    const { today } = this;
    if (today !== this.day) {
      this.day = today;
      this.forget();
    }
    return today;
  }

  private forget(): void {
    const folder = dirname(this.file);
    const start = `${basename(this.file, '.log')}-`;
    for (const name of readdirSync(folder)) {
      const day = DAY.exec(name)?.[1];
      if (day === undefined || name !== `${start}${day}.log` || name === basename(this.today)) continue;
      const end = this.endOf(new Date(`${day}T00:00:00Z`));
      // Another server that writes into this folder may have been faster.
      if (end && end <= this.now()) rmSync(join(folder, name), { force: true });
    }
  }
}
