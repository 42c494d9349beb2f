/** Why objects got through, in plain words with the field's term: page and report share them. */
import type { LeakCause, ReplayMissile } from '../../engine/record/record.js';
import { significantText } from '../numbers.js';

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

/** The broken link's margin: how much too late, too short or too few. */
export function marginText(missile: Pick<ReplayMissile, 'margin' | 'marginUnit'>): string {
  if (missile.margin === null || missile.marginUnit === '') return '';
  const size = significantText(Math.abs(missile.margin), 3);
  switch (missile.marginUnit) {
    case 's': return missile.margin < 0 ? `${size} s too late` : `${size} s to spare`;
    case 'm/s': return missile.margin < 0 ? `${size} m/s short` : `${size} m/s to spare`;
    case 'm': return missile.margin < 0 ? `${size} m too uncertain` : '';
    case 'probability': return missile.margin < 0 ? `${significantText(-100 * missile.margin, 2)} points too unlikely a warhead` : '';
    case 'objects': return missile.margin < 0 ? `${size} too many to follow` : '';
    // The broken link says how many shots there were; a count has no margin.
    case 'shots': return missile.margin < 0 ? `${size} ${missile.margin === -1 ? 'interceptor' : 'interceptors'} short` : '';
  }
}
