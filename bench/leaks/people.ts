/** Something that is shown or not. What was acknowledged counts: between a request and its answer either state is right. */
export class Secret {
  /** Counted up with each change; `null` while it may be shown. It begins hidden. */
  hiddenAs: number | null = 0;
  private changes = 0;

  constructor(readonly name: string) {}

  /** To be called before the request that shows it. */
  mayShow(): void {
    this.hiddenAs = null;
  }

  /** To be called once it is acknowledged. */
  isHidden(): void {
    this.hiddenAs ??= this.changes += 1;
  }
}

/** Somebody whose consent is switched on, narrowed and switched off. */
export interface Flipping {
  /** Stands in the headline, so that it is found wherever the person is shown. */
  readonly mark: string;
  readonly skill: string;
  readonly place: string;
  /** That they can be found at all. */
  readonly self: Secret;
  /** Where they are, which they share for a while only. */
  readonly whereabouts: Secret;
  /** The id recruiters last saw. */
  talentId: string | null;
}

/** What is known to be hidden, and since which change. */
export type Hidden = ReadonlyMap<Secret, number>;

export function hiddenNow(people: readonly Flipping[]): Hidden {
  return new Map(people.flatMap(({ self, whereabouts }) => [self, whereabouts]).flatMap((secret) => (secret.hiddenAs === null ? [] : [[secret, secret.hiddenAs]])));
}

/** What was hidden before a read began, and stayed so until it ended. */
export function hiddenThroughout(before: Hidden): Secret[] {
  return [...before].filter(([secret, change]) => secret.hiddenAs === change).map(([secret]) => secret);
}
