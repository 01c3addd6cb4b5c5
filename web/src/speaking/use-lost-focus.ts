import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus when whatever had it is gone, such as the button that was pressed to come here. Belongs on something with `tabIndex={-1}`. */
export function useLostFocus(): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  return place;
}
