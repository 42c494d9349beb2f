/** Planted impurities are found; what the pure floors may use raises no alarm. */
import { describe, expect, it } from 'vitest';
import { findImpurities } from './check-pure.js';

const NAME = 'src/kernel/sample.ts';
const BAD: readonly string[] = [
  'const a = Date.now();', 'const a = new Date();', 'const a = Math.random();', 'const a = Math.sin(1);', 'const a = Math.hypot(1, 2);',
  'const a = Math.cbrt(2);', 'const a = Math.log2(2);', 'const a = Math.log10(2);', 'const a = Math.expm1(2);', 'const a = Math.sinh(2);',
  'const a = Math.pow(2, 3);', 'const { cos } = Math;', 'const f = [1].map(Math.exp);', 'const m = Math;', "const a = Math['tan'](1);",
  'export const f = (x: number) => x ** 0.5;', 'export const f = (x: number, n: number) => x ** n;', 'export const f = (x: number) => { x **= 1.5; };',
  'const a = new Intl.NumberFormat();', 'const a = (1).toLocaleString();', "const a = 'a'.localeCompare('b');",
  "console.log('x');", 'const a = performance.now();', 'const a = process.env;', 'const a = globalThis;', 'setTimeout(() => {}, 1);',
  'export const f = (x: number) => x * 180 / Math.PI;', 'export const f = (x: number) => x * (PI / 180);', 'const k = 57.29577951;', 'const k = 0.017453292519943295;',
  'let counter = 0;', 'const scratch = new Float64Array(6);', 'const cache = new Map<string, number>();',
];
const GOOD: readonly string[] = [
  'const a = Math.sqrt(2) + Math.abs(-1) + Math.imul(3, 4) + Math.PI;', 'export const f = (x: number) => x ** 2 + x ** -3;',
  "import { sin } from './maths.js'; export const a = sin(1);", 'export function draw(document: { title: string }): string { return document.title; }',
  'export interface Clock { readonly performance: number; now(): Date }', 'export const a = { process: 1, console: 2 }; export const b = a.process;',
  'const TABLE = Float64Array.of(1, 2, 3);', 'const BASE_K = new Float64Array(8);', "const NAMES = new Set(['a']);", 'export function f(): Float64Array { return new Float64Array(6); }',
  'export const half = (x: number) => x / 180;', '// Math.sin and Date.now() are only words here',
];

describe('check-pure', () => {
  it.each(BAD)('finds %s', (line) => {
    expect(findImpurities(NAME, line).length).toBeGreaterThan(0);
  });

  it.each(GOOD)('accepts %s', (line) => {
    expect(findImpurities(NAME, line)).toEqual([]);
  });

  it('lets units.ts convert degrees', () => {
    expect(findImpurities('src/kernel/units.ts', 'export const DEG_RAD = Math.PI / 180;')).toEqual([]);
  });
});
