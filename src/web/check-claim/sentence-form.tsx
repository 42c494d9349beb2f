/** The sentence of a claim with slots. An empty slot is not said. */
import { useEffect, useState, type ReactElement } from 'react';
import { type Amount, CLAIM_VERBS, type ClaimSlots, type ClaimVerb, COUNTED_THINGS, type CountedThing } from '../../policy/claims/check/slots.js';
import type { Catalogue } from '../../scenario/catalogue.js';
import { missileOptions, originOptions } from '../answer/slots.js';
import { scenarioOptions } from '../answer/raids.js';
import { ChoiceField } from '../compare/fields.js';
import { checkNow } from './conduct.js';
import { changeSlot, useCheck } from './state.js';

const NOT_SAID = { value: '', title: 'not said' };

export function SentenceForm({ catalogue }: { readonly catalogue: Catalogue }): ReactElement {
  const { slots, stage } = useCheck();
  const isBusy = stage === 'working' || stage === 'flying' || stage === 'assuming', lacks = whatIsMissing(slots);
  const choice = (label: string, value: string | undefined, choices: readonly { readonly value: string; readonly title: string }[], onChange: (value: string) => void): ReactElement => (
    <ChoiceField label={label} value={value ?? ''} isChanged={false} choices={[NOT_SAID, ...choices]} onChange={onChange} />
  );
  const words = (values: readonly string[]): { value: string; title: string }[] => values.map((value) => ({ value, title: value }));
  return (
    <form className="claim-form" onSubmit={(event) => { event.preventDefault(); if (lacks === '' && !isBusy) void checkNow(catalogue); }}>
      <p className="claim-slots">
        <TextSlot label="Who said it" width={20} value={slots.who ?? ''} hint="who" onChange={(text) => changeSlot('who', text === '' ? undefined : text)} /> said on{' '}
        <TextSlot label="When" width={12} value={slots.when ?? ''} hint="date" onChange={(text) => changeSlot('when', text === '' ? undefined : text)} /> that{' '}
        <AmountSlot label="How many interceptors or satellites" width={9} value={slots.count} onChange={(count) => changeSlot('count', count)} />{' '}
        <ChoiceField label="Of what" value={slots.of ?? 'interceptors'} isChanged={false} choices={words(COUNTED_THINGS)} onChange={(of) => changeSlot('of', of as CountedThing)} />{' '}
        <ChoiceField label="What they do" value={slots.verb ?? 'are needed for'} isChanged={false} choices={words(CLAIM_VERBS)} onChange={(verb) => changeSlot('verb', verb as ClaimVerb)} />{' '}
        <AmountSlot label="How many missiles" width={7} value={slots.missiles} onChange={(missiles) => changeSlot('missiles', missiles)} /> missiles, class{' '}
        {choice('Class of the missiles', slots.threat, missileOptions(catalogue, 2), (threat) => changeSlot('threat', threat === '' ? undefined : threat))} from{' '}
        {choice('Where they are launched', slots.from, originOptions(catalogue), (from) => changeSlot('from', from === '' ? undefined : from))}, stopping{' '}
        <AmountSlot label="Share stopped, per cent" width={6} value={scaled(slots.stopped_share, 100)} onChange={(percent) => changeSlot('stopped_share', scaled(percent, 0.01))} /> % of them, for{' '}
        <AmountSlot label="Price in billions of dollars" width={8} value={scaled(slots.price_usd, 1e-9)} onChange={(billions) => changeSlot('price_usd', scaled(billions, 1e9))} /> billion dollars of{' '}
        <AmountSlot label="Year of the dollars" width={6} value={slots.priceYear === undefined ? undefined : { low: slots.priceYear, high: slots.priceYear }} onChange={(year) => changeSlot('priceYear', year?.low)} />.
      </p>
      <p className="claim-open">What the sentence leaves open is that of {choice('Scenario', slots.scenario, scenarioOptions(catalogue), (scenario) => changeSlot('scenario', scenario === '' ? undefined : scenario))} <span className="term">for a share the first scenario where none is chosen; a price without a number of satellites needs one</span></p>
      <p className="claim-buttons">
        <button type="submit" className="chip" disabled={lacks !== '' || isBusy}>{isBusy ? 'Checking' : 'Check'}</button>
        <button type="button" className="chip" onClick={() => useCheck.setState({ slots: {}, checked: null, findings: [], flown: null, stage: 'open', failure: '' })}>Empty all slots</button>
        <span className="term" role="status">{lacks}</span>
      </p>
    </form>
  );
}

/** Why there is nothing to check yet; empty when there is. */
function whatIsMissing({ count, stopped_share, price_usd, priceYear, verb, missiles }: ClaimSlots): string {
  if (price_usd !== undefined && priceYear === undefined) return 'A price needs the year of its dollars.';
  if (count === undefined && stopped_share === undefined && price_usd === undefined && !(verb === 'stop' && missiles !== undefined)) return 'Give a number of interceptors, a share or a price.';
  return '';
}

const scaled = (amount: Amount | undefined, factor: number): Amount | undefined => (amount === undefined ? undefined : { low: neat(amount.low * factor), high: neat(amount.high * factor) });
const neat = (value: number): number => Number(value.toPrecision(12));

interface SlotProps<T> {
  readonly label: string;
  /** In characters. */
  readonly width: number;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function TextSlot({ label, width, value, hint, onChange }: SlotProps<string> & { readonly hint: string }): ReactElement {
  return <input className="slot plain" type="text" aria-label={label} placeholder={hint} value={value} maxLength={80} style={{ width: `${Math.max(width, Math.min(40, value.length)) + 1}ch` }} onChange={(event) => onChange(event.target.value)} />;
}

const written = (amount: Amount | undefined): string => (amount === undefined ? '' : amount.low === amount.high ? String(amount.low) : `${amount.low}-${amount.high}`);

/** One number or a range, as `1300-2000`; what cannot be read is given back when the field is left. */
function AmountSlot({ label, width, value, onChange }: SlotProps<Amount | undefined>): ReactElement {
  const shown = written(value), [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const commit = (): void => {
    const plain = text.replace(/[\s,'$%]/g, ''), [, low, high] = /^(\d{1,7}(?:\.\d{1,6})?)(?:(?:-|–|to)(\d{1,7}(?:\.\d{1,6})?))?$/.exec(plain) ?? [];
    if (plain === '') onChange(undefined);
    else if (low === undefined || Number(low) <= 0 || Number(high ?? low) < Number(low)) setText(shown);
    else if (plain !== shown) onChange({ low: Number(low), high: Number(high ?? low) });
  };
  return <input className="slot" type="text" inputMode="decimal" aria-label={label} placeholder="–" value={text} style={{ width: `${Math.max(width, text.length) + 1}ch` }} onChange={(event) => setText(event.target.value)} onBlur={commit} onFocus={(event) => event.target.select()} onKeyDown={(event) => { if (event.key === 'Enter') commit(); }} />;
}
