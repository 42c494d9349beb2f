/**
 * Results that a report is made from, kept in a folder: `summary.json` as `cupola run --out` writes it, and one file for each
 * further part with the question that it answers. What answers another question is not used.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportSummary } from '../../figures/report/material.js';
import { canonicalJson } from '../../kernel/hash.js';
import type { Problem } from '../../scenario/text/problem.js';
import { fileProblem } from '../frame/failures.js';
import { plainReason, writeAtomically } from '../frame/files.js';

/** By what an answer is found again. */
export type KeptQuestion = Readonly<Record<string, string | number>>;

export interface KeptAnswer extends ReportSummary {
  readonly sentence: string;
  readonly runId: string;
  readonly provenance: { readonly engineVersion: string; readonly dataHash: string };
  readonly overAssumptions?: unknown;
  readonly drivers?: unknown;
  readonly effects?: unknown;
}

const SUMMARY = 'summary.json';

/** The answer in a folder, or nothing where there is none; a problem where it cannot be read. */
export function readKeptAnswer(folder: string): { answer?: KeptAnswer; problem?: Problem } {
  const file = join(folder, SUMMARY);
  if (!existsSync(file)) return {};
  const read = readJson(file);
  if (typeof read === 'string') return { problem: fileProblem(file, read, 'the summary.json of cupola run --out', 'run it again, or name another folder') };
  const answer = read as Partial<KeptAnswer>;
  const isWhole = typeof answer.planHash === 'string' && typeof answer.recordHash === 'string' && typeof answer.runs === 'number' && typeof answer.seed === 'number' && typeof answer.sentence === 'string' && typeof answer.provenance?.engineVersion === 'string' && answer.gotThrough !== undefined && answer.protection !== undefined && Array.isArray(answer.layers);
  return isWhole ? { answer: answer as KeptAnswer } : { problem: fileProblem(file, 'a document without the keys of an answer', 'the summary.json of cupola run --out', 'run it again, or name another folder') };
}

export function keepAnswer(folder: string, document: Record<string, unknown>): void {
  writeAtomically(join(folder, SUMMARY), `${JSON.stringify(document, null, 2)}\n`);
}

/** A part that answers this very question, or nothing. A file that cannot be read counts as none: it is written anew. */
export function readKeptPart<T>(folder: string, part: string, question: KeptQuestion): T | undefined {
  const file = partFile(folder, part);
  if (!existsSync(file)) return undefined;
  const kept = readJson(file) as { question?: unknown; answer?: T } | string;
  return typeof kept === 'string' || kept.answer === undefined || canonicalJson(kept.question ?? null) !== canonicalJson(question) ? undefined : kept.answer;
}

export function keepPart(folder: string, part: string, question: KeptQuestion, answer: unknown): void {
  writeAtomically(partFile(folder, part), `${JSON.stringify({ question, answer })}\n`);
}

const partFile = (folder: string, part: string): string => join(folder, `report-${part}.json`);

function readJson(file: string): unknown {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof read === 'object' && read !== null ? read : 'no JSON object';
  } catch (error) {
    return error instanceof SyntaxError ? 'no whole JSON document' : plainReason(error);
  }
}
