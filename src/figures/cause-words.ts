/** Why objects got through, in plain words with the field's term: page and report share them. */
import type { LeakCause } from '../engine/record.js';

export const CAUSE_WORDS: Readonly<Record<LeakCause, { readonly plain: string; readonly term: string }>> = {
  notDetected: { plain: 'Nobody saw it', term: 'not detected' },
  notTracked: { plain: 'Seen, but not well enough to act on', term: 'no track' },
  trackTooPoor: { plain: 'The track was too poor to shoot at', term: 'track quality' },
  noShooterInReach: { plain: 'No interceptor was in reach', term: 'absentee gap' },
  tooLate: { plain: 'It was seen too late', term: 'timeline' },
  magazineEmpty: { plain: 'The interceptors were used up', term: 'magazine depth' },
  authorityTooSlow: { plain: 'Permission to fire came too late', term: 'release' },
  assignedElsewhere: { plain: 'Those in reach were sent at other missiles', term: 'saturation' },
  mispredicted: { plain: 'It was not where the defence expected', term: 'prediction error' },
  missed: { plain: 'Every shot at it missed', term: 'single-shot kill' },
  commonMode: { plain: 'A failure shared by many shots', term: 'common mode' },
  misclassified: { plain: 'It was taken for something else', term: 'discrimination' },
};
