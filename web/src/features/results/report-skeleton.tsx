import { Skeleton } from '@mantine/core';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';

export const ReportSkeleton = () => (
  <>
    <Skeleton height={110} mb={32} />
    <LinesSkeleton lines={4} />
  </>
);
