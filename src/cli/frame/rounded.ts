/** A number at a decimal place, rounded to the nearest or away to one side, so that a limit that is told stays on the side where it holds. */
export function roundedText(value: number, place: number, away: -1 | 0 | 1): string {
  const unit = Number(`1e${place}`), count = value / unit;
  // A last digit of floating point must not move a limit by a whole step.
  const rounded = away === 0 ? Math.round(count) : away > 0 ? Math.ceil(count - 1e-9) : Math.floor(count + 1e-9);
  return String(Number((rounded * unit).toPrecision(12)));
}
