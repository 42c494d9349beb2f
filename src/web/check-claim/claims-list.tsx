/** All claims with status, source and both sides. What circulates is shown in its frame and nowhere else. */
import { useMemo, useState, type ReactElement } from 'react';
import { inCirculationWords, sourceWords, STATUS_MEANING, voiceWords } from '../../figures/claims/claim-words.js';
import { countText } from '../../figures/numbers.js';
import { slotsOfClaim } from '../../policy/claims/check/claim-slots.js';
import { type ClaimAnswer, readClaims, type Voice } from '../../policy/claims/claims.js';
import { CLAIM_STATUSES, CLAIM_TOPICS } from '../../scenario/cards/claim-file.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { ChoiceField } from '../compare/fields.js';
import { fillSlots } from './conduct.js';

const ALL = { value: '', title: 'all' };

export function ClaimsList({ catalogue }: { readonly catalogue: Catalogue }): ReactElement {
  const claims = useMemo(() => readClaims(catalogue), [catalogue]), [status, setStatus] = useState(''), shown = claims.filter((claim) => status === '' || claim.status === status);
  const options = [ALL, ...CLAIM_STATUSES.filter((each) => claims.some((claim) => claim.status === each)).map((value) => ({ value, title: value }))];
  return (
    <section aria-label="Claims">
      <p className="note">What is said about the programme, how it stands to the record that was seen, and who speaks for it and against. A status is what the record shows, not a verdict of the model.</p>
      <p>Status: <ChoiceField label="Status" value={status} isChanged={false} choices={options} onChange={setStatus} /> <span className="term" role="status">{countText(shown.length)} {shown.length === 1 ? 'claim' : 'claims'}{status === '' ? '' : `: ${meaningOf(status)}`}</span></p>
      {CLAIM_TOPICS.map((topic) => {
        const ofTopic = shown.filter((claim) => claim.topic === topic);
        return ofTopic.length === 0 ? null : (
          <div key={topic} className="claim-topic">
            <h3 className="label">{topic}</h3>
            {ofTopic.map((claim) => <OneClaim key={claim.id} claim={claim} />)}
          </div>
        );
      })}
    </section>
  );
}

const meaningOf = (status: string): string => Object.entries(STATUS_MEANING).find(([each]) => each === status)?.[1] ?? '';

function OneClaim({ claim }: { readonly claim: ClaimAnswer }): ReactElement {
  const { id, title, status, record, attribution, source, test, supporters, critics, says, numbers } = claim;
  return (
    <details className="claim" data-claim={id} data-status={status}>
      <summary><span className="claim-title">{title}</span> <span className="claim-status">{status}</span></summary>
      <p>{inCirculationWords(claim)}</p>
      <dl className="claim-facts">
        <dt>Said by</dt><dd>{attribution.who}, {attribution.when}</dd>
        <dt>Record</dt><dd>{record}</dd>
        <dt>Source</dt><dd>{sourceWords(source)}{source.url !== '' && <> <Address url={source.url} /></>}</dd>
        <dt>Supporters</dt><dd><Voices voices={supporters} /></dd>
        <dt>Critics</dt><dd><Voices voices={critics} /></dd>
        <dt>A run</dt><dd>{test.run === null ? `None: ${test.what}.` : <>{test.what}: <code>{test.run}</code></>}</dd>
        <dt>We say</dt><dd>{says}</dd>
      </dl>
      {Object.keys(numbers).length > 0 && <p><button type="button" className="chip" onClick={() => fillSlots(slotsOfClaim(claim))}>Check its numbers</button></p>}
    </details>
  );
}

function Voices({ voices }: { readonly voices: readonly Voice[] }): ReactElement {
  return <ul>{voices.map((voice) => <li key={`${voice.who} ${voice.when} ${voice.says}`}>{voiceWords(voice)}{voice.url !== '' && <> <Address url={voice.url} /></>}</li>)}</ul>;
}

const Address = ({ url }: { readonly url: string }): ReactElement => <a href={url} target="_blank" rel="noreferrer noopener">{url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '')}</a>;
