import styles from './own-picture.module.css';

/** The picture of whoever is signed in; without words of its own where their name stands beside it. */
export const OwnPicture = ({ alt, size }: { alt: string; size: 'small' | 'large' }) => (
  <img src="/api/account/picture" alt={alt} className={`${styles.picture} ${styles[size]}`} />
);
