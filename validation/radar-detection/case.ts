/** Signal that a chance of detection needs, for steady and fluctuating targets. Reasons and sources: case.md. */
import { toDecibels_dB } from '../../src/kernel/decibel.js';
import { albersheim_dB, snrNeeded, type Swerling } from '../../src/models/sensor/detection-statistics.js';
import type { ToldRow, ValidationCase, ValidationResult } from '../case.js';
import { type Comparison, judge } from '../judge.js';
import { readReference } from '../reference.js';

const ID = 'radar-detection';
const ABSOLUTE_DB = 0.001;
/** Of the published values. */
const DETECTION = 0.9, FALSE_ALARM = 1e-6;

type Needed = (swerling: Swerling, detection: number, falseAlarm: number, pulses: number) => number;

function compare(needed: Needed = snrNeeded, albersheim = albersheim_dB): ValidationResult {
  const reference = readReference(ID), published = readReference(ID, 'published.csv');
  const told: ToldRow[] = [];
  const rows = reference.map((row): Comparison => {
    const swerling = readSwerling(reference.number(row, 'swerling')), pulses = reference.number(row, 'pulses');
    const detection = reference.number(row, 'detection_prob'), falseAlarm = reference.number(row, 'falseAlarm_prob');
    const quantity = `case ${swerling}, ${pulses} pulses, ${detection} at ${falseAlarm}`;
    const expected = reference.number(row, 'snr_dB');
    if (swerling === 0) {
      told.push({ quantity: `Albersheim, ${pulses} pulses, ${detection} at ${falseAlarm}`, unit: 'dB', published: expected, got: albersheim(detection, falseAlarm, pulses), why: 'a fit, said to be within 0.2 dB; beside the exact value' });
    }
    return { quantity, unit: 'dB', expected, got: toDecibels_dB(needed(swerling, detection, falseAlarm, pulses)), absolute: ABSOLUTE_DB };
  });
  const books = published.map((row): Comparison => {
    const quantity = published.text(row, 'quantity');
    const got = quantity === 'albersheim' ? albersheim(DETECTION, FALSE_ALARM) : toDecibels_dB(needed(1, DETECTION, FALSE_ALARM, 1));
    return { quantity: `${quantity}, one pulse, ${DETECTION} at ${FALSE_ALARM}`, unit: 'dB', expected: published.number(row, 'published_dB'), got, absolute: published.number(row, 'absolute_dB') };
  });
  return { ...judge([...books, ...rows]), told };
}

function readSwerling(value: number): Swerling {
  if (value === 0 || value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new Error(`${ID}: ${value} is no case of Swerling`);
}

const EXCHANGED: Readonly<Record<Swerling, Swerling>> = { 0: 0, 1: 2, 2: 1, 3: 4, 4: 3 };
const ONE_ECHO: Readonly<Record<Swerling, Swerling>> = { 0: 0, 1: 3, 2: 4, 3: 1, 4: 2 };

export const radarDetection: ValidationCase = {
  id: ID,
  title: 'Signal that a radar needs to detect',
  source: 'Marcum 1947 and Swerling 1954 in IRE Transactions IT-6 (1960), worked out separately; Albersheim, Proceedings of the IEEE 69 (1981)',
  mark: 'reproduced',
  tolerance: '0.001 dB; 0.01 dB for the two book values',
  run: () => compare(),
  mistakes: [
    { name: 'pulses added with their phase', run: () => compare((swerling, detection, falseAlarm, pulses) => snrNeeded(swerling, detection, falseAlarm) / pulses) },
    { name: 'changes from look to look and from pulse to pulse exchanged', run: () => compare((swerling, ...rest) => snrNeeded(EXCHANGED[swerling], ...rest)) },
    { name: 'many scatterers and one large one exchanged', run: () => compare((swerling, ...rest) => snrNeeded(ONE_ECHO[swerling], ...rest)) },
    { name: 'a false alarm allowed for each pulse', run: () => compare((swerling, detection, falseAlarm, pulses) => snrNeeded(swerling, detection, falseAlarm * pulses, pulses)) },
    { name: 'the general form of Albersheim for one pulse', run: () => compare(snrNeeded, (detection, falseAlarm) => ((6.2 + 4.54 / Math.sqrt(1.44)) / 10) * albersheim_dB(detection, falseAlarm)) },
  ],
};
