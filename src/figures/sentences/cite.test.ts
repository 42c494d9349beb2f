import { describe, expect, it } from 'vitest';
import { bibtex, plainCitation, type CitedAnswer } from './cite.js';

const ANSWER: CitedAnswer = {
  title: 'Ten & one', sentence: 'About 3 of 10 missiles get through.', runId: '7F3K-92QD', runs: 2000, seed: 1, version: '0.1.0',
  engineVersion: 'a'.repeat(64), dataHash: 'b'.repeat(64), command: "npx cupola run scenarios/01.yaml --set 'release.space.delay_s=35'", address: 'http://localhost/#count=4', day: '2026-11-23',
};

describe('a citation', () => {
  it('says what was asked, what came out and how to have it again', () => {
    for (const part of ['version 0.1.0', 'run 7F3K-92QD', '2,000 simulated attacks', 'seed 1', ANSWER.sentence, ANSWER.command, ANSWER.address, ANSWER.day, 'aaaaaaaaaaaa']) expect(plainCitation(ANSWER)).toContain(part);
    expect(plainCitation({ ...ANSWER, address: '' })).not.toContain(', or ');
  });
  it('is BibTeX whose braces match and whose signs are escaped', () => {
    const text = bibtex(ANSWER);
    expect(text).toMatch(/^@software\{cupola-7f3k-92qd,\n/);
    expect(text).toContain('Ten \\& one');
    expect(text).toContain('release.space.delay\\_s=35');
    expect(text).toContain('url = {http://localhost/#count=4}');
    expect(text.split('{').length).toBe(text.split('}').length);
  });
});
