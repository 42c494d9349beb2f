/**
 * Reads a weapon-target instance in the public format of Andersen, Pavlikov and Toffolo (2022): a line `m n mu` (weapons,
 * targets, shots of each weapon), n weights, one a line, then lines `weapon target probability`, counted from 0, with the chance
 * that one shot of the weapon destroys the target. A pair without a line is out of reach. Nothing is repaired: every line that
 * is wrong is told with its number.
 */
import type { WeaponTargetProblem } from '../models/command/weapon-target/problem.js';
import type { Problem } from '../scenario/text/problem.js';

export interface WeaponTargetFile {
  readonly problem: WeaponTargetProblem;
  readonly shotsOfWeapon: number;
  /** Pairs without a line. */
  readonly outOfReach_count: number;
}

/** Told one by one; the rest as a number. */
const MOST_TOLD = 50;
const MOST_MEMBERS = 10_000, MOST_PAIRS = 4_000_000, MOST_SHOTS = 1_000;

interface Line {
  readonly number: number;
  readonly words: readonly string[];
}

export function readWeaponTargetFile(text: string, file: string): WeaponTargetFile | { readonly problems: readonly Problem[] } {
  const lines: Line[] = text.split('\n').map((line, at) => ({ number: at + 1, words: line.split(/\s+/).filter((word) => word !== '') })).filter(({ words }) => words.length > 0);
  const problems: Problem[] = [];
  const tell = (line: number, path: string, found: string, expected: string, hint = ''): void => {
    problems.push({ file, path, line, found, expected, hint, severity: 'error' });
  };
  const head = readHead(lines[0], tell);
  if (head === undefined) return { problems };
  const { weapons, targets } = head, body = lines.slice(1);
  const weight = readWeights(body, targets, lines.at(-1)?.number ?? 1, tell);
  const pairs = readPairs(body.slice(targets), weapons, targets, tell);
  if (problems.length > 0) return { problems: shortened(problems, file) };

  const start = new Int32Array(targets + 1), weapon = new Int32Array(pairs.count), miss = new Float64Array(pairs.count);
  let at = 0;
  for (let target = 0; target < targets; target++) {
    for (let w = 0; w < weapons; w++) {
      const chance = pairs.chance[target * weapons + w] ?? NaN;
      if (Number.isNaN(chance)) continue;
      weapon[at] = w;
      miss[at++] = 1 - chance;
    }
    start[target + 1] = at;
  }
  const problem: WeaponTargetProblem = {
    weapons_count: weapons, targets_count: targets, shots: new Int32Array(weapons).fill(head.shots), weight, mostShots: new Int32Array(targets).fill(weapons * head.shots), start, weapon, miss,
  };
  return { problem, shotsOfWeapon: head.shots, outOfReach_count: weapons * targets - pairs.count };
}

type Tell = (line: number, path: string, found: string, expected: string, hint?: string) => void;

function readHead(line: Line | undefined, tell: Tell): { weapons: number; targets: number; shots: number } | undefined {
  const expected = 'three whole numbers: weapons, targets, shots of each weapon';
  if (line === undefined) {
    tell(1, '', 'an empty file', expected, 'as in: 50 100 1');
    return undefined;
  }
  const [weapons = NaN, targets = NaN, shots = NaN] = line.words.map(wholeNumber);
  if (line.words.length !== 3 || Number.isNaN(weapons + targets + shots)) {
    tell(line.number, '', line.words.join(' '), expected, 'as in: 50 100 1');
    return undefined;
  }
  const isWithin = (path: string, value: number, most: number): boolean => {
    if (value >= 1 && value <= most) return true;
    tell(line.number, path, String(value), `1 to ${most}`);
    return false;
  };
  const isFine = [isWithin('weapons', weapons, MOST_MEMBERS), isWithin('targets', targets, MOST_MEMBERS), isWithin('shots', shots, MOST_SHOTS)].every(Boolean);
  if (isFine && weapons * targets > MOST_PAIRS) tell(line.number, '', `${weapons} × ${targets} pairs`, `at most ${MOST_PAIRS} pairs`);
  return isFine && weapons * targets <= MOST_PAIRS ? { weapons, targets, shots } : undefined;
}

function readWeights(body: readonly Line[], targets: number, lastLine: number, tell: Tell): Float64Array {
  const weight = new Float64Array(targets);
  for (let target = 0; target < targets; target++) {
    const line = body[target];
    if (line === undefined) {
      tell(lastLine, `weights[${target}]`, `the end of the file after ${target} weights`, `${targets} weights, one a line, as the first line says`);
      break;
    }
    const value = decimal(line.words[0]);
    // A pair where a weight should be shifts everything after it: one message says so, and no others follow from it.
    if (line.words.length === 3) {
      tell(line.number, `weights[${target}]`, line.words.join(' '), `a weight: ${targets} of them come before the pairs, ${target} were read`);
      break;
    }
    if (line.words.length !== 1 || !(value >= 0)) tell(line.number, `weights[${target}]`, line.words.join(' '), 'one number from 0 on, the weight of the target');
    else weight[target] = value;
  }
  return weight;
}

function readPairs(lines: readonly Line[], weapons: number, targets: number, tell: Tell): { chance: Float64Array; count: number } {
  const chance = new Float64Array(weapons * targets).fill(NaN), lineOf = new Int32Array(weapons * targets);
  let count = 0;
  for (const { number, words } of lines) {
    if (words.length !== 3) {
      tell(number, 'pair', words.join(' '), 'weapon, target, probability', words.length === 1 ? `there are ${targets} weights, as the first line says; is this one more?` : '');
      continue;
    }
    const w = index(words[0], weapons), target = index(words[1], targets), value = decimal(words[2]);
    if (w < 0) tell(number, 'weapon', words[0] ?? '', `a whole number from 0 to ${weapons - 1}`, fromOneHint(words[0], weapons));
    if (target < 0) tell(number, 'target', words[1] ?? '', `a whole number from 0 to ${targets - 1}`, fromOneHint(words[1], targets));
    const isChance = value >= 0 && value <= 1;
    if (!isChance) tell(number, 'probability', words[2] ?? '', 'a number from 0 to 1', value > 1 && value <= 100 ? `write ${value} % as ${value / 100}` : '');
    if (w < 0 || target < 0 || !isChance) continue;
    const at = target * weapons + w;
    if (lineOf[at] !== undefined && lineOf[at] > 0) {
      tell(number, 'pair', `weapon ${w}, target ${target} again`, 'each pair once', `the first is on line ${lineOf[at]}`);
      continue;
    }
    lineOf[at] = number;
    chance[at] = value;
    count++;
  }
  return { chance, count };
}

function shortened(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= MOST_TOLD) return problems;
  const rest = problems.slice(MOST_TOLD), first = rest[0];
  return [...problems.slice(0, MOST_TOLD), {
    file, path: '', line: first?.line ?? 0, found: `${rest.length} more problems from here on`, expected: first?.expected ?? '', hint: 'often they have one cause', severity: 'error',
  }];
}

const wholeNumber = (word: string | undefined): number => (word !== undefined && /^\d{1,9}$/.test(word) ? Number(word) : NaN);
const decimal = (word: string | undefined): number => (word !== undefined && /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word) ? Number(word) : NaN);

function index(word: string | undefined, count: number): number {
  const value = wholeNumber(word);
  return value < count ? value : -1;
}

const fromOneHint = (word: string | undefined, count: number): string => (wholeNumber(word) === count ? 'weapons and targets are counted from 0' : '');
