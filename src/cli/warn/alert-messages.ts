/** The story of an alert as messages of the Common Alerting Protocol. */
import { PI, TAU } from '../../kernel/maths.js';
import { destination } from '../../kernel/earth/geodesy.js';
import type { CapArea, CapInfo, CapMessage, CapReference, CapStatus } from '../../formats/cap.js';
import type { Place } from '../../scenario/plan/plan.js';
import type { AlertMoment } from '../../studies/warning-logic/alert-story.js';
import { toPlace } from '../../figures/numbers.js';

/** What all messages of one story share. */
export interface AlertFrame {
  readonly status: CapStatus;
  /** Start of the raid, seconds since J2000. */
  readonly epoch_s: number;
  /** Short name of scenario, seed and run, without spaces: part of the identifiers. */
  readonly name: string;
  readonly note: string;
  readonly territory: string;
  readonly areaRadius_m: number;
}

const SENDER = 'cupola@simulation.invalid';
/** An alert holds until this long after it was sent, unless it is taken back. */
const HOLDS_S = 3600;
/** A threat nearer than this is immediate; the time within which shelter has to be found at once. */
const IMMEDIATE_S = 900;
const OUTLINE_POINTS = 16;

export function alertMessages(moments: readonly AlertMoment[], frame: AlertFrame): CapMessage[] {
  const sent: CapReference[] = [];
  return moments.map((moment, index): CapMessage => {
    const head = { identifier: `${frame.name}-${index + 1}`, sender: SENDER, sent_s: frame.epoch_s + moment.at_s, status: frame.status, note: frame.note, info: infoOf(moment, frame) };
    const [first, ...others] = sent;
    const message: CapMessage = first === undefined ? { ...head, msgType: 'Alert' } : { ...head, msgType: moment.kind === 'end' ? 'Cancel' : 'Update', references: [first, ...others] };
    sent.push(message);
    return message;
  });
}

/** A false alert and its correction, `correction_s` later. */
export function mistakenMessages(at_s: number, correction_s: number, frame: AlertFrame): CapMessage[] {
  const areas = [{ description: frame.territory }];
  const shared = { sender: SENDER, status: frame.status, note: `${frame.note} The alert is a mistake: there is no attack in this exercise.` };
  const alert: CapMessage = {
    ...shared, identifier: `${frame.name}-1`, sent_s: frame.epoch_s + at_s, msgType: 'Alert',
    info: { ...SHELTER, certainty: 'Possible', effective_s: frame.epoch_s + at_s, expires_s: frame.epoch_s + at_s + HOLDS_S, headline: 'Missile warning.', description: 'A warning sent by mistake.', parameters: [], areas },
  };
  const corrected_s = frame.epoch_s + at_s + correction_s;
  return [alert, {
    ...shared, identifier: `${frame.name}-2`, sent_s: corrected_s, msgType: 'Cancel', references: [alert],
    info: { ...ALL_CLEAR, effective_s: corrected_s, expires_s: corrected_s + HOLDS_S, headline: 'There is no missile. The warning was a mistake.', description: `The warning was sent by mistake and stood for ${toPlace(correction_s / 60, 0)} minutes.`, parameters: [{ name: 'timeToCorrection_s', value: String(Math.round(correction_s)) }], areas },
  }];
}

const SHELTER = { event: 'ballistic missile warning', response: 'Shelter', urgency: 'Immediate', severity: 'Extreme', instruction: 'In the exercise: seek shelter inside a building.' } as const satisfies Partial<CapInfo>;
const ALL_CLEAR = { event: 'ballistic missile warning ended', response: 'AllClear', urgency: 'Past', severity: 'Unknown', certainty: 'Unlikely', instruction: 'In the exercise: no further action.' } as const satisfies Partial<CapInfo>;

function infoOf(moment: AlertMoment, frame: AlertFrame): CapInfo {
  const { at_s, kind, places, missiles_count, firstImpact_s, gotThrough_count } = moment;
  const times = { effective_s: frame.epoch_s + at_s, expires_s: frame.epoch_s + at_s + HOLDS_S };
  const areas = places.length === 0 ? [{ description: frame.territory }] : places.map((place) => areaOf(place, frame.areaRadius_m));
  if (kind === 'end') {
    const isOver = gotThrough_count === 0;
    return {
      ...ALL_CLEAR, ...times, certainty: 'Observed', response: isOver ? 'AllClear' : 'Monitor', headline: isOver ? 'The attack is over; nothing got through.' : 'The attack is over.',
      description: isOver ? 'In the simulation everything was stopped.' : `In the simulation ${gotThrough_count} got through.`, parameters: [{ name: 'gotThrough', value: String(gotThrough_count) }], areas,
    };
  }
  const left_s = firstImpact_s - at_s, isKnown = firstImpact_s < Infinity;
  return {
    ...SHELTER, ...times, certainty: CERTAINTY[moment.level], urgency: isKnown && left_s > IMMEDIATE_S ? 'Expected' : 'Immediate',
    headline: `Missile warning: ${missiles_count} seen${isKnown ? `, first impact in about ${Math.max(0, Math.round(left_s / 60))} minutes` : ', where to is not yet known'}.`,
    description: places.length === 0 ? `Somewhere in ${frame.territory}.` : `Threatened: ${places.map(({ name }) => name).join(', ')}.`,
    parameters: [{ name: 'level', value: moment.level }, ...(isKnown ? [{ name: 'firstImpact_s', value: String(Math.round(left_s)) }] : [])], areas,
  };
}

const CERTAINTY = { none: 'Unlikely', watch: 'Possible', probable: 'Likely', confirmed: 'Observed' } as const satisfies Readonly<Record<AlertMoment['level'], CapInfo['certainty']>>;

/** A polygon about a place; a circle where a polygon would cross the date line or hold a pole, which readers take differently. */
export function areaOf(place: Place, radius_m: number): CapArea {
  const polygon = Array.from({ length: OUTLINE_POINTS }, (_, i) => {
    const out = [0, 0];
    destination(place.lat_rad, place.lon_rad, (i * TAU) / OUTLINE_POINTS, radius_m, out);
    const [lat_rad = 0, lon_rad = 0] = out;
    return { lat_rad, lon_rad };
  });
  const crosses = polygon.some(({ lon_rad }, i) => Math.abs(lon_rad - (polygon[i - 1] ?? polygon[0] ?? place).lon_rad) > PI);
  return crosses ? { description: place.name, circle: { lat_rad: place.lat_rad, lon_rad: place.lon_rad, radius_m } } : { description: place.name, polygon };
}
