import { Skeleton } from '@mantine/core';

const widths = ['92%', '100%', '78%', '96%', '64%'];

/** Lines of text that are coming. */
export function LinesSkeleton({ lines = 3, height = 18 }: { lines?: number; height?: number }) {
  return Array.from({ length: lines }, (_, line) => <Skeleton key={line} height={height} width={widths[line % widths.length] ?? '100%'} mb={14} />);
}
