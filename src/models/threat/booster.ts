/** What classes share that a rocket lifts, and how far single missiles differ from their class. */
import type { Vehicle } from '../../kernel/flight/flight.js';

export interface Booster extends Vehicle {
  /** One standard deviation of burn time between missiles of the class, as a share of it. */
  readonly burnTimeSpread: number;
}
