/**
 * How shots are given out, as a scenario may state it: assignment, salvoes, looks and their errors, hand-over, preferential
 * defence; and what befalls missiles before any interceptor. All of it may be left out, and then nothing of it happens.
 */
import { z } from 'zod';
import { numberSchema, overrideShape } from '../cards/quantity.js';
import { ASSESSMENT_ERROR, BEFORE, KILL_AGAINST } from '../cards/quantities.js';
import { mapping, name } from './schema-parts.js';

export const ASSIGNMENTS = ['greedy', 'joint'] as const;
export const HAND_OVERS = ['never', 'after-first-salvo', 'at-once'] as const;

const SALVO_ENTRY = mapping(
  {
    fromPeople: numberSchema('fromPeople', { min: 0, max: 1e9, doc: 'Objects whose believed fall threatens at least so many people …' }),
    shots: numberSchema('shots', { min: 1, max: 20, whole: true, doc: '… get so many shots at once.' }),
  },
  'a class of value: `{ fromPeople: …, shots: … }`',
);

/** Keys of `command` besides its numbers and its first words. */
export const DOCTRINE_SHAPE = {
  assignment: z.enum(ASSIGNMENTS).optional().describe('`greedy`: each object gets the earliest intercept there is; `joint`: all open decisions of a layer at one moment are taken together, for the value that is saved.'),
  salvo: z.array(SALVO_ENTRY, { error: 'a list of classes of value' }).min(1, { error: 'at least one class of value' }).optional().describe('Shots ordered at once, by the people that an object threatens as far as its fall is believed known; the rule of the doctrine while it is not.'),
  assessmentError: mapping(overrideShape(ASSESSMENT_ERROR), 'chances of error: `{ hitCalledMiss: …, missCalledHit: … }`').optional().describe('Errors of the look after a shot; none when left out.'),
  handOver: z.enum(HAND_OVERS).optional().describe('Whether a layer leaves an object to a later entry of `interceptors` that will still have a window on it; never when left out.'),
  preferential: mapping(
    {
      places: z.array(name('a defended place'), { error: 'a list of defended places' }).min(1, { error: 'at least one place' }).optional(),
      share: numberSchema('share', { min: 0, above: true, max: 1, doc: 'The most populous places that together hold this share of the defended people.' }).optional(),
    },
    'preferred places: `{ places: [ … ] }` or `{ share: … }`',
  )
    .optional()
    .describe('Preferential defence: what falls elsewhere is shot at only at its last moment, with what is left. All places count alike when left out.'),
};

export const KILL_AGAINST_SHAPE = mapping(overrideShape(KILL_AGAINST), 'chances by class of threat: `{ boost-glide: …, cruise: … }`').optional().describe('Chance that one shot kills a threat of this class, instead of `singleShotKill`.');

export const BEFORE_SHAPE = mapping(overrideShape(BEFORE), 'shares: `{ launchPrevented: …, nonKinetic: … }`').optional().describe('What is taken as stopped without an interceptor: an input that every result names, not an answer; nothing when left out.');
