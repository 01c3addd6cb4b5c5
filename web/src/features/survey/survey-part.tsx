import { NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerSurvey, type Race, type Sex, surveyQuery } from '../../api/fairness-queries.js';
import { ConsentSwitch } from '../../consent/consent-switch.js';
import { showDay } from '../../lib/format.js';
import '../../ui/mantine-forms.css';
import styles from './survey.module.css';
import { raceWords, sexWords } from '../../api/group-words.js';

const NOT_SAID = 'I would rather not say';
const choices = (words: Readonly<Record<string, string>>) => [{ value: '', label: NOT_SAID }, ...Object.entries(words).map(([value, label]) => ({ value, label }))];

/** Two voluntary questions after handing in. What was answered is never shown again, not even here. */
export function SurveyPart({ invitationId }: { invitationId: string }) {
  const queryClient = useQueryClient();
  const query = surveyQuery(invitationId);
  const { data } = useQuery(query);
  const [sex, setSex] = useState('');
  const [race, setRace] = useState('');
  if (!data) return null;
  return (
    <section className={styles.part} aria-labelledby="survey">
      <h2 id="survey">Help check that interviews are fair</h2>
      <p>This is voluntary and changes nothing for you. {data.isAnswered
        ? `You have answered. Until ${showDay(data.until)} you can take it back with the switch, which deletes what you said.`
        : 'Answer what you like; leaving out both is fine, too.'}</p>
      {!data.isAnswered && (
        <div className={styles.questions}>
          <NativeSelect id="survey-sex" label="Sex or gender" value={sex} onChange={(event) => setSex(event.currentTarget.value)} data={choices(sexWords)} />
          <NativeSelect id="survey-race" label="Race or ethnicity" value={race} onChange={(event) => setRace(event.currentTarget.value)} data={choices(raceWords)} />
        </div>
      )}
      <ConsentSwitch
        purpose="demographic_survey" scope={invitationId} onChanged={() => void queryClient.invalidateQueries({ queryKey: query.queryKey })}
        giveBy={({ eventId, noticeVersion }) => answerSurvey(invitationId, { eventId, noticeVersion, sex: sex === '' ? null : (sex as Sex), race: race === '' ? null : (race as Race) })}
      >
        {!data.isAnswered && <p className={styles.soft}>Switching it on sends your two answers. Nobody is shown them again, not even you: they are only counted.</p>}
      </ConsentSwitch>
    </section>
  );
}
