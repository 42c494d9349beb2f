/** Which attack is shown: the typical one, the defender's best and worst, or the next in which something got through. */
import type { ReactElement } from 'react';
import { bestRun, nextLeakyRun, typicalRun, worstRun, type AttackChoice } from '../state/attacks.js';
import { showAttack } from '../state/conduct.js';
import { useSession } from '../state/session.js';

const CHOICES: readonly { readonly choice: AttackChoice; readonly title: string }[] = [
  { choice: 'typical', title: 'Typical' }, { choice: 'best', title: 'Best' }, { choice: 'worst', title: 'Worst' }, { choice: 'next', title: 'Next that got through' },
];

export function AttackChoices(): ReactElement {
  const answer = useSession((state) => state.answer);
  const run = useSession((state) => state.run);
  const summary = answer?.isSettled === true ? answer.summary : null;
  const isShown = (choice: AttackChoice): boolean =>
    summary !== null && ((choice === 'typical' && run === typicalRun(summary)) || (choice === 'best' && run === bestRun(summary)) || (choice === 'worst' && run === worstRun(summary)));
  return (
    <div className="attack-choices no-print" role="group" aria-label="Attack to show">
      {CHOICES.map(({ choice, title }) => (
        <button key={choice} type="button" className="chip" aria-pressed={choice === 'next' ? undefined : isShown(choice)} disabled={summary === null || (choice === 'next' && nextLeakyRun(summary, run ?? 0) < 0)} onClick={() => void showAttack(choice)}>{title}</button>
      ))}
      <span className="term">best and worst for the defender</span>
    </div>
  );
}
