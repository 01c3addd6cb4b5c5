/** A closed curve: where it begins, then cubic segments (two handles and an end each). */
export interface Curve {
  readonly start: readonly [number, number];
  readonly segments: readonly (readonly [number, number, number, number, number, number])[];
}

/** Segments for each turn of a rosette: enough that no bend shows. */
const SEGMENTS = 30;

/** Two woven rings around (0, 0), the outer one `radius` wide: our seal. */
export function rosette(radius: number): Curve[] {
  return [wreath(radius, { inner: 0.6, petals: 33, turns: 4 }), wreath(0.63 * radius, { inner: 0.59, petals: 20, turns: 3 })];
}

/** A wave around (0, 0) that runs around `turns` times before it closes; what it leaves free inside is `inner` of its radius. */
export function wreath(radius: number, { inner, petals, turns }: { inner: number; petals: number; turns: number }): Curve {
  const middle = (radius * (1 + inner)) / 2;
  const swing = (radius * (1 - inner)) / 2;
  const count = SEGMENTS * turns;
  const step = (2 * Math.PI * turns) / count;
  const points = Array.from({ length: count + 1 }, (_, index) => onWave({ middle, swing, waves: petals / turns }, index * step));
  const [first] = points;
  return { start: [first?.x ?? 0, first?.y ?? 0], segments: points.slice(1).map((end, index) => between(points[index] ?? end, end, step)) };
}

/** A rectangle with hollow corners, as around a printed diploma. */
export function frame({ x, y, width, height, corner }: { x: number; y: number; width: number; height: number; corner: number }): string {
  const [right, bottom] = [x + width, y + height];
  const arc = (toX: number, toY: number): string => `A${corner} ${corner} 0 0 0 ${toX} ${toY}`;
  return [
    `M${x + corner} ${y}`, `L${right - corner} ${y}`, arc(right, y + corner), `L${right} ${bottom - corner}`, arc(right - corner, bottom),
    `L${x + corner} ${bottom}`, arc(x, bottom - corner), `L${x} ${y + corner}`, arc(x + corner, y), 'Z',
  ].join('');
}

export function asSvgPath({ start, segments }: Curve): string {
  return `M${start.map(short).join(' ')}${segments.map((segment) => `C${segment.map(short).join(' ')}`).join('')}Z`;
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** How fast it moves there. */
  readonly dx: number;
  readonly dy: number;
}

function onWave({ middle, swing, waves }: { middle: number; swing: number; waves: number }, angle: number): Point {
  const distance = middle + swing * Math.cos(waves * angle);
  const growth = -swing * waves * Math.sin(waves * angle);
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return { x: distance * cosine, y: distance * sine, dx: growth * cosine - distance * sine, dy: growth * sine + distance * cosine };
}

/** Hermite to Bézier: handles a third of the way along the movement. */
function between(from: Point, to: Point, step: number): Curve['segments'][number] {
  const third = step / 3;
  return [from.x + from.dx * third, from.y + from.dy * third, to.x - to.dx * third, to.y - to.dy * third, to.x, to.y];
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
