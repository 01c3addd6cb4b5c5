import { type MemberRole } from '../../api/organisation-queries.js';
import styles from './organisation.module.css';
import { roles } from './words.js';

interface Props {
  id: string;
  legend: string;
  chosen: readonly MemberRole[];
  onChoose: (chosen: MemberRole[]) => void;
}

/** What somebody may do; at least one. */
export function RoleChoice({ id, legend, chosen, onChoose }: Props) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {roles.map((role) => (
        <label key={role.id} className={styles.option}>
          <input
            type="checkbox" checked={chosen.includes(role.id)} aria-describedby={`${id}-${role.id}`}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked ? [...chosen, role.id] : chosen.filter((held) => held !== role.id))}
          />
          <span>{role.title}<span className={styles.says} id={`${id}-${role.id}`}>{role.says}</span></span>
        </label>
      ))}
      {chosen.length === 0 && <p className={styles.fault} role="alert">Choose at least one.</p>}
    </fieldset>
  );
}
