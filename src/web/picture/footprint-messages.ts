/** What the picture and the worker of its footprints say to each other. */
import type { FlatPoint } from '../../kernel/earth/flat-rings.js';
import type { Plan } from '../../scenario/plan/plan.js';

/** Another request ends the one before. */
export interface FootprintRequest {
  readonly id: number;
  readonly plan: Plan;
}

/** What one battery defends against one class of missile from one place. */
export interface FootprintRow {
  readonly key: string;
  /** Where the battery stands. */
  readonly site: string;
  readonly interceptor: string;
  readonly missile: string;
  readonly from: string;
  readonly area_m2: number;
  /** The region goes on beyond what was looked at. */
  readonly isCut: boolean;
  readonly people_count: number;
  readonly inside_count: number;
  readonly cities_count: number;
  readonly farthest_m: number;
  /** In degrees; longitudes may run beyond 180. */
  readonly rings: readonly (readonly FlatPoint[])[];
}

export interface FootprintReply {
  readonly id: number;
  /** The next footprint that is known. */
  readonly row?: FootprintRow;
  readonly done: number;
  readonly total: number;
  /** Pairs of battery and attack beyond what the page works out. */
  readonly left: number;
  readonly problem?: string;
}
