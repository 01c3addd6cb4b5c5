import { useEffect, useRef } from 'react';

/** What is said, over the picture: WebVTT by its address, or as it is in this page. */
export function Captions({ source }: { source: Blob | string }) {
  const track = useRef<HTMLTrackElement>(null);
  useEffect(() => {
    if (!track.current) return undefined;
    const address = typeof source === 'string' ? source : URL.createObjectURL(source);
    track.current.src = address;
    return () => { if (typeof source !== 'string') URL.revokeObjectURL(address); };
  }, [source]);
  return <track ref={track} kind="captions" srcLang="en" label="What you said" default />;
}
