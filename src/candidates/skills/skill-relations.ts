/** What one skill says of others: whoever has it has the broader ones too; the related ones are learned quickly from it. */
export interface Relation {
  readonly id: string;
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

/** How skills hang together: Django shows Python; Vue.js is near React, and React near Vue.js. */
export class SkillRelations {
  private readonly broader = new Map<string, readonly string[]>();
  private readonly near = new Map<string, Set<string>>();
  private readonly shown = new Map<string, ReadonlySet<string>>();

  /** Throws when a relation leads nowhere, to itself or in a circle. */
  constructor(relations: readonly Relation[]) {
    for (const { id, broader } of relations) this.broader.set(id, broader);
    for (const { id, broader, related } of relations) {
      const stray = [...broader, ...related].find((other) => other === id || !this.broader.has(other));
      if (stray !== undefined) throw new Error(`The dictionary: ${id} points to ${stray}, which is no other skill`);
      for (const other of related) this.join(id, other);
      for (const other of broader) this.nearOf(id).add(other);
    }
    for (const { id } of relations) this.shown.set(id, this.climb(id, []));
  }

  /** Everything a skill shows besides itself, however far up. */
  shownBy(id: string): ReadonlySet<string> {
    return this.shown.get(id) ?? new Set();
  }

  /** True when whoever has the first is near the second: related in either direction, or the second is a kind of the first. */
  isNear(known: string, wanted: string): boolean {
    return this.near.get(wanted)?.has(known) ?? false;
  }

  private join(one: string, other: string): void {
    this.nearOf(one).add(other);
    this.nearOf(other).add(one);
  }

  private nearOf(id: string): Set<string> {
    const near = this.near.get(id) ?? new Set<string>();
    this.near.set(id, near);
    return near;
  }

  private climb(id: string, below: readonly string[]): Set<string> {
    if (below.includes(id)) throw new Error(`The dictionary: ${[...below, id].join(' → ')} goes in a circle`);
    const direct = this.broader.get(id) ?? [];
    return new Set(direct.flatMap((parent) => [parent, ...this.climb(parent, [...below, id])]));
  }
}
