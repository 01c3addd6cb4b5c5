import { type RefObject, useEffect, useRef } from 'react';

/** Of a form: after a failed attempt the focus goes to the first field that is wrong, or back to the button, since one that is at work can hold none. */
export function useFocusOnFault(failed: boolean): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failed) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [type="submit"]')?.focus();
  }, [failed]);
  return form;
}
