/** How many letters must be put in, left out, replaced or exchanged with their neighbour to make one text the other; more than `most` counts as `most + 1`. */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1] ? 0 : 1;
      const swapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      next[to] = Math.min(row[to]! + 1, next[to - 1]! + 1, row[to - 1]! + same, swapped ? before[to - 2]! + 1 : Infinity);
    }
    [before, row] = [row, next];
  }
  return Math.min(row[other.length]!, most + 1);
}
