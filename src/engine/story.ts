/** The broken link of a missile that got through, in plain words with its margin. */
import type { Finding } from './causes.js';
import type { Geometry } from './geometry.js';

export function tellLink(geometry: Geometry, finding: Finding): string {
  const group = finding.group >= 0 ? geometry.linked.groups[finding.group] : null;
  const layer = group === null ? 'the shield' : `the ${group.kind} layer (${group.name})`;
  const late = finding.margin === null ? '' : `${wholeNumber(-finding.margin)} s`;
  switch (finding.cause) {
    case 'notDetected':
      return finding.wasRadarFull ? 'No sensor saw it: a radar that could have followed as many objects as it can.' : 'No sensor saw it.';
    case 'notTracked':
      return group === null ? 'It was seen, but no layer was there to act.' : `It was seen, but what ${layer} must have before it may fire was never reported${finding.wasRadarFull ? ': a radar that could have seen it followed as many objects as it can' : ''}.`;
    case 'noShooterInReach':
      if (geometry.linked.groups.length === 0) return 'There is no interceptor in this shield.';
      return finding.margin === null ? `No interceptor of ${layer} could have reached it at any time.` : `The last interceptor of ${layer} that could have reached it had to be sent ${late} before the missile was first seen.`;
    case 'tooLate':
      if (finding.isShortfall) return `It was hit ${late} too late: by then its payload would fall on defended land even without more thrust.`;
      return `The last useful moment for ${layer} passed ${late} before the evidence was complete.`;
    case 'authorityTooSlow':
      return `The last useful moment for ${layer} passed ${late} before permission to fire.`;
    case 'assignedElsewhere':
      return `Every interceptor of ${layer} within reach had been sent against other missiles.`;
    case 'magazineEmpty':
      return `${capital(layer)} had used every round it was allowed to fire.`;
    case 'mispredicted':
      if (finding.marginUnit === 'm/s') return `The prediction was wrong by more than the interceptor could correct: ${wholeNumber(-(finding.margin ?? 0))} m/s short.`;
      if (finding.margin !== null && finding.margin < 0) return `The missile burned out ${late} before the intercept: it flew a shorter boost than its class.`;
      return `An interceptor of ${layer} could still have met it, but the prediction said that none could.`;
    case 'missed':
      return finding.margin === 1 ? `The one shot at it missed.` : `${wholeNumber(finding.margin ?? 0)} shots at it missed.`;
    case 'commonMode':
      return finding.margin === 1 ? 'A shot that would have hit failed for a reason it shared with others.' : `${wholeNumber(finding.margin ?? 0)} shots that would have hit failed for a reason they shared.`;
    case 'trackTooPoor':
      return 'The track was too poor to shoot at.';
    case 'misclassified':
      return 'It was taken for something else.';
  }
}

const wholeNumber = (value: number): string => String(Math.round(value));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
