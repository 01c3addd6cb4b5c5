import styles from './profile.module.css';

/** Name and address, where they are shared with everybody or with this organisation; otherwise how they may come to be. */
export function SharedContact({ name, email }: { name: string | null; email: string | null }) {
  return (
    <section aria-labelledby="contact" className={styles.part}>
      <h2 id="contact">Name and e-mail</h2>
      {name === null && email === null
        ? <p className={styles.soft}>Not shared. You can ask for them with a contact request; the person decides.</p>
        : (
          <dl className={styles.contact}>
            <div><dt>Name</dt><dd>{name ?? <span className={styles.soft}>Not shared</span>}</dd></div>
            <div><dt>E-mail</dt><dd>{email === null ? <span className={styles.soft}>Not shared</span> : <a href={`mailto:${email}`}>{email}</a>}</dd></div>
          </dl>
        )}
    </section>
  );
}
