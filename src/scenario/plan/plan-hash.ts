/** A plan's identity: equal plans have the same hash, whoever made them. */
import { canonicalJson, sha256Hex } from '../../kernel/hash.js';
import type { Plan } from './plan.js';

export const planHashOf = (plan: Plan): string => sha256Hex(canonicalJson(plan));
