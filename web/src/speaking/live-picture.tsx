import { useEffect, useRef } from 'react';
import styles from './take.module.css';

/** What the camera sees, as in a mirror and without its sound. */
export function LivePicture({ stream }: { stream: MediaStream }) {
  const picture = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (picture.current) picture.current.srcObject = stream;
  }, [stream]);
  return <video ref={picture} className={styles.picture} data-mirrored muted autoPlay playsInline aria-label="What your camera sees" />;
}
