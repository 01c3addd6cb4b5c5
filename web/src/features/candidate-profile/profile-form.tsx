import { Autocomplete, Button, NativeSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type MyProfile, type ProfileWish } from '../../api/profile-queries.js';
import { rolesQuery } from '../../api/queries.js';
import { countries } from '../../lib/countries.js';
import { count } from '../../lib/format.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import '../../ui/mantine-combobox.css';
import '../../ui/mantine-forms.css';
import { Notice } from '../../ui/notice.js';
import { LanguageField } from './language-field.js';
import styles from './profile.module.css';
import { SkillField } from './skill-field.js';
import { useProfileForm } from './use-profile-form.js';
import { availabilityWords, levelWords, openChoices, remoteWords } from './words.js';

interface PartProps {
  values: ProfileWish;
  set: (change: Partial<ProfileWish>) => void;
  faults: Readonly<Record<string, string>>;
}

/** Everything somebody may say of themself; all of it may stay empty. */
export function ProfileForm({ mine, isListed }: { mine: MyProfile; isListed: boolean }) {
  const { values, set, saving, attempt, faults, save } = useProfileForm(mine);
  const part = { values, set, faults };
  const begunForThem = mine.profile === null && mine.fromResume !== null;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
      <ErrorSummary errors={faults} attempt={attempt} />
      {begunForThem && !saving.isSuccess && <Notice kind="info">We filled in what your resume says. Change what you like; nothing of it is saved until you save it.</Notice>}
      <WorkPart {...part} />
      <SkillPart {...part} offered={mine.profile === null ? [] : (mine.fromResume?.skills ?? []).map(({ name }) => name)} />
      <ConditionsPart {...part} />
      {saving.isSuccess && <Notice kind="done">{isListed ? 'Saved. Recruiters see it within a moment, as far as you share it.' : 'Saved. Nobody sees it but you.'}</Notice>}
      <div><Button type="submit" loading={saving.isPending}>Save your profile</Button></div>
    </form>
  );
}

function WorkPart({ values, set, faults }: PartProps) {
  const { data: roles } = useQuery(rolesQuery);
  return (
    <section className={styles.part} aria-labelledby="work">
      <h2 id="work">What you do</h2>
      <TextInput
        id="headline" label="Headline" description="One sentence for employers, without your name or how to reach you." maxLength={120} value={values.headline} error={faults.headline}
        onChange={(event) => set({ headline: event.currentTarget.value })}
      />
      <Autocomplete
        id="roleTitle" label="Role" description="Choose one, or type yours." maxLength={80} data={(roles ?? []).map(({ title }) => title)} value={values.roleTitle} error={faults.roleTitle}
        onChange={(roleTitle) => set({ roleTitle })}
      />
      <NativeSelect
        id="levelId" label="Level" data={openChoices(levelWords)} value={values.levelId ?? ''} error={faults.levelId}
        onChange={(event) => set({ levelId: (event.currentTarget.value || null) as ProfileWish['levelId'] })}
      />
    </section>
  );
}

function SkillPart({ values, set, faults, offered }: PartProps & { offered: readonly string[] }) {
  const others = offered.filter((name) => !values.skills.includes(name));
  return (
    <section className={styles.part} aria-labelledby="what-you-can">
      <h2 id="what-you-can">What you can do</h2>
      <SkillField skills={values.skills} error={faults.skills} onChange={(skills) => set({ skills })} />
      {others.length > 0 && (
        <p className={styles.soft}>
          Your resume names {count(others.length, 'other skill')}: {others.slice(0, 6).join(', ')}{others.length > 6 ? ' and more' : ''}.{' '}
          <button type="button" className={styles.link} onClick={() => set({ skills: [...values.skills, ...others] })}>Add {others.length === 1 ? 'it' : 'them'}</button>
        </p>
      )}
    </section>
  );
}

function ConditionsPart({ values, set, faults }: PartProps) {
  return (
    <section className={styles.part} aria-labelledby="where-and-when">
      <h2 id="where-and-when">Where and when</h2>
      <div className={styles.pair}>
        <TextInput id="place" label="Town" description="The town alone, no street." maxLength={80} value={values.place} error={faults.place} onChange={(event) => set({ place: event.currentTarget.value })} />
        <Select id="country" label="Country" description="Type to find it." data={countries} searchable clearable allowDeselect={false} value={values.country} error={faults.country} onChange={(country) => set({ country })} />
      </div>
      <NativeSelect
        id="remote" label="Where you would work" data={openChoices(remoteWords)} value={values.remote ?? ''} error={faults.remote}
        onChange={(event) => set({ remote: (event.currentTarget.value || null) as ProfileWish['remote'] })}
      />
      <LanguageField languages={values.languages} error={faults.languages} onChange={(languages) => set({ languages })} />
      <NativeSelect
        id="availability" label="When you could begin" data={openChoices(availabilityWords)} value={values.availability ?? ''} error={faults.availability}
        onChange={(event) => set({ availability: (event.currentTarget.value || null) as ProfileWish['availability'] })}
      />
    </section>
  );
}
