import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';

type Outcome = 'none' | 'copied' | 'refused';

const says = { none: '', copied: 'Copied.', refused: 'This browser does not let us copy. Select the text and copy it yourself.' } as const satisfies Record<Outcome, string>;

/** Puts a text into the clipboard, and says so. */
export function CopyText({ text, what }: { text: string; what: string }) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <>
      <Button variant="default" leftSection={<IconCopy size={18} stroke={1.5} aria-hidden />} onClick={() => void copy()}>Copy {what}</Button>
      <span role="status">{says[outcome]}</span>
    </>
  );
}
