const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** A calendar period. Months are clamped at month ends: 31 August plus six months is 28 or 29 February. */
export class Period {
  private constructor(
    readonly iso: string,
    readonly months: number,
    readonly days: number,
    readonly seconds: number,
  ) {}

  /** Reads an ISO 8601 duration (`P90D`, `P6M`, `P7Y`, `PT1H`); RangeError on anything else. */
  static parse(iso: string): Period {
    const parts = ISO.exec(iso)?.slice(1).map((part) => Number(part ?? 0));
    if (!parts || iso.endsWith('T') || iso === 'P') throw new RangeError(`Not an ISO 8601 duration: ${iso}`);
    const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts;
    return new Period(iso, years * 12 + months, weeks * 7 + days, hours * 3600 + minutes * 60 + seconds);
  }

  /** The moment one period after `from`, reckoned in UTC. */
  after(from: Date): Date {
    const shifted = addMonthsClamped(from, this.months);
    return new Date(shifted.getTime() + (this.days * 86_400 + this.seconds) * 1000);
  }

  /** The period in words for a notice: `90 days`, `6 months`, `7 years`, `1 hour and 30 minutes`. */
  toString(): string {
    const said = [
      [Math.floor(this.months / 12), 'year'],
      [this.months % 12, 'month'],
      [this.days, 'day'],
      [Math.floor(this.seconds / 3600), 'hour'],
      [Math.floor((this.seconds % 3600) / 60), 'minute'],
      [this.seconds % 60, 'second'],
    ] as const;
    const words = said.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
    return words.length > 0 ? words.join(' and ') : 'not at all';
  }
}

function addMonthsClamped(from: Date, months: number): Date {
  if (months === 0) return from;
  const shifted = new Date(from);
  // setUTCMonth overflows (31 August + 6 months = 3 March), so the day is set last, clamped.
  shifted.setUTCDate(1);
  shifted.setUTCMonth(shifted.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, 0)).getUTCDate();
  shifted.setUTCDate(Math.min(from.getUTCDate(), lastDay));
  return shifted;
}
