import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

/** The report on paper. The file is made when it is asked for, and kept nowhere on our side. */
export function DownloadReport({ id }: { id: string }) {
  return (
    <Button component="a" variant="default" size="sm" href={`/api/interviews/${encodeURIComponent(id)}/report/pdf`} download leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}>
      Download as PDF
    </Button>
  );
}
