import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Member, membersQuery, type Places } from '../../api/organisation-queries.js';
import { count, showDay } from '../../lib/format.js';
import { LinesSkeleton } from '../../ui/lines-skeleton.js';
import { Loaded } from '../../ui/loaded.js';
import { ChangeRoles } from './change-roles.js';
import { EndPart } from './end-part.js';
import styles from './organisation.module.css';
import { rolesInWords } from './words.js';

interface Props {
  owns: boolean;
  organisationName: string;
  /** Where more places are bought, for whoever may. */
  more: ReactNode;
  onLeft: () => void;
}

/** Who works here, and as what. */
export function Members(props: Props) {
  const query = useQuery(membersQuery);
  return (
    <section aria-labelledby="members" className={styles.section}>
      <h2 id="members">Who works here</h2>
      <Loaded query={query} failed="The members could not be read." skeleton={<LinesSkeleton lines={4} />}>
        {({ members, places }) => (
          <>
            <PlacesLeft places={places} more={props.more} />
            <List {...props} members={members} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Fewer than there are people happens when a plan has ended: nobody has to go then. */
function PlacesLeft({ places: { have, taken, promised }, more }: { places: Places; more: ReactNode }) {
  return (
    <p>
      {taken.toLocaleString('en-GB')} of {count(have, 'place')}{promised > 0 && `, and ${promised.toLocaleString('en-GB')} promised to whoever you invited`}.
      {taken + promised >= have && ' Nobody else can join at the moment; whoever works here stays.'} {more}
    </p>
  );
}

function List({ members, owns, organisationName, onLeft }: Omit<Props, 'more'> & { members: readonly Member[] }) {
  const [changing, setChanging] = useState<Member | null>(null);
  const [ending, setEnding] = useState<Member | null>(null);
  const isAlone = members.length === 1;
  return (
    <>
      <ul className={styles.list}>
        {members.map((member) => (
          <li key={member.id} className={styles.row}>
            <div className={styles.rowText}>
              <p className={styles.name}>{member.name}{member.isMe && ' (you)'}</p>
              <p>{rolesInWords(member.roles)}</p>
              <p className={styles.soft}>{member.email} · since {showDay(member.joinedAt)}</p>
            </div>
            <div className={styles.buttons}>
              {owns && <Button variant="default" size="compact-md" onClick={() => setChanging(member)}>Change<span className="visually-hidden"> the roles of {member.name}</span></Button>}
              {(owns || member.isMe) && (
                <Button {...(member.isMe && isAlone ? { variant: 'subtle', color: 'red' } : { variant: 'default' })} size="compact-md" onClick={() => setEnding(member)}>
                  {endVerb(member.isMe, isAlone)}{!member.isMe && <span className="visually-hidden"> {member.name}</span>}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {changing && <ChangeRoles key={changing.id} member={changing} onClose={() => setChanging(null)} />}
      {ending && <EndPart key={ending.id} member={ending} organisationName={organisationName} isAlone={isAlone} onClose={() => setEnding(null)} onLeft={onLeft} />}
    </>
  );
}

const endVerb = (isMe: boolean, isAlone: boolean): string => {
  if (!isMe) return 'Remove';
  return isAlone ? 'Delete the organisation' : 'Leave';
};
