/** The entry of a worker thread for warn jobs: prepared missiles are kept between jobs. */
import { answerWarnJob, createWarnCache, type WarnJob, type WarnJobResult } from '../studies/warn/warn-job.js';

const cache = createWarnCache();

export function answerJob(job: WarnJob): WarnJobResult {
  return answerWarnJob(job, cache);
}
