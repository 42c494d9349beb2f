/** The command line that checks a sentence, for who has it from the page. */
import { shellLine } from '../../scenario/text/shell-line.js';
import { type Amount, type ClaimSlots, middleOf } from '../../policy/claims/check/slots.js';

/** A range is checked at its middle on the command line: flags take one number. */
export function claimCommand({ who, when, count, of, verb, missiles, threat, from, stopped_share, price_usd, priceYear, scenario }: ClaimSlots): string {
  const number = (amount: Amount | undefined): string | undefined => (amount === undefined ? undefined : String(Number(middleOf(amount).toPrecision(12))));
  const flags: readonly (readonly [string, string | undefined])[] = [
    ['who', who], ['when', when], ['count', number(count)], ['of', count === undefined ? undefined : of], ['verb', verb], ['missiles', number(missiles)], ['threat', threat], ['from', from],
    ['stopped', number(stopped_share)], ['price_usd', number(price_usd)], ['priceYear', priceYear === undefined ? undefined : String(priceYear)], ['scenario', scenario],
  ];
  return shellLine(['cupola', 'claims', '--check', ...flags.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))]);
}
