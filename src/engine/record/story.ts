/** The broken link of a missile that got through, in plain words with its margin. */
import { partName } from '../../scenario/plan/command-graph-net.js';
import type { Finding } from './causes.js';
import type { Geometry } from '../geometry.js';

export function tellLink(geometry: Geometry, finding: Finding): string {
  const group = finding.group >= 0 ? geometry.linked.groups[finding.group] : null;
  const layer = group === null ? 'the shield' : `the ${group.kind} layer (${group.name})`;
  const late = finding.margin === null ? '' : `${wholeNumber(-finding.margin)} s`, { because } = finding, by = because === 'cut' ? `: ${brokenPart(geometry, finding)}` : '';
  const called = because === 'calledHit' ? ' The look after it said that it had been hit.' : '';
  switch (finding.cause) {
    case 'notDetected':
      return finding.wasRadarFull ? 'No sensor saw it: a radar that could have followed as many objects as it can.' : 'No sensor saw it.';
    case 'notTracked':
      return group === null ? 'It was seen, but no layer was there to act.' : `It was seen, but what ${layer} must have before it may fire was never reported${finding.wasRadarFull ? ': a radar that could have seen it followed as many objects as it can' : by}.`;
    case 'noShooterInReach':
      if (geometry.linked.groups.length === 0) return 'There is no interceptor in this shield.';
      if (because === 'nation') return `${capital(layer)} does not fire for where this one falls.`;
      return finding.margin === null ? `No interceptor of ${layer} could have reached it at any time.` : `The last interceptor of ${layer} that could have reached it had to be sent ${late} before the missile was first seen.`;
    case 'tooLate':
      if (because === 'shortfall') return `It was hit ${late} too late: by then its payload would fall on defended land even without more thrust.`;
      return `The last useful moment for ${layer} passed ${late} before the evidence was complete.`;
    case 'authorityTooSlow':
      return because === 'cut' ? `Permission to fire never came to ${layer}${by}.` : `The last useful moment for ${layer} passed ${late} before permission to fire.`;
    case 'assignedElsewhere':
      if (because === 'launcher') return `The launchers of ${layer} were busy with other missiles for ${late} more.`;
      if (because === 'radar') return `The radars of ${layer} guided as many shots as they can for ${late} more.`;
      if (because === 'doctrine') return `${capital(layer)} kept its interceptors for other missiles for ${late} more.`;
      return `Every interceptor of ${layer} within reach had been sent against other missiles.`;
    case 'magazineEmpty':
      return `${capital(layer)} had used every round it was allowed to fire.`;
    case 'mispredicted':
      if (finding.marginUnit === 'm/s') return `The prediction was wrong by more than the interceptor could correct: ${wholeNumber(-(finding.margin ?? 0))} m/s short.`;
      if (finding.margin !== null && finding.margin < 0) return `The missile burned out ${late} before the intercept: it flew a shorter boost than its class.`;
      return `An interceptor of ${layer} could still have met it, but the prediction said that none could.`;
    case 'missed':
      return finding.margin === 1 ? `The one shot at it missed.${called}` : `${wholeNumber(finding.margin ?? 0)} shots at it missed.${called}`;
    case 'commonMode':
      return finding.margin === 1 ? `A shot that would have hit failed for a reason it shared with others.${called}` : `${wholeNumber(finding.margin ?? 0)} shots that would have hit failed for a reason they shared.${called}`;
    case 'trackTooPoor':
      return `The track was too poor for ${layer}: the meeting point was known ${wholeNumber(-(finding.margin ?? 0))} m less well than its interceptors ask for.`;
    case 'misclassified':
      return `It was taken for something else: the believed chance that it is a warhead was ${wholeNumber(-100 * (finding.margin ?? 0))} points below what ${layer} fires at.`;
  }
}

const brokenPart = ({ linked: { net } }: Geometry, { part }: Finding): string => (net === null || part < 0 ? 'a link was lost' : `${partName(net.plan, part)} was lost`);
const wholeNumber = (value: number): string => String(Math.round(value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
