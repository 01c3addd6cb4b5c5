interface Piece {
  readonly part: number;
  readonly seq: number;
}

/** The pieces of each part as far as one follows the other: what lies behind a gap cannot be played. `pieces` come in their order. */
export function wholeParts<P extends Piece>(pieces: readonly P[]): P[][] {
  const parts = new Map<number, P[]>();
  for (const piece of pieces) {
    const before = parts.get(piece.part) ?? [];
    if (before.length === 0) parts.set(piece.part, [piece]);
    else if (before.at(-1)?.seq === piece.seq - 1) before.push(piece);
  }
  return [...parts.values()];
}
