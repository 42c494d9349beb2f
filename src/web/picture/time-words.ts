/** Times of an attack in words: minutes and seconds from the first launch. */

/** 95 as `1:35`, −5 as `−0:05`. */
export function clockText(time_s: number): string {
  const whole = Math.round(Math.abs(time_s));
  const seconds = whole % 60;
  return `${time_s < -0.5 ? '−' : ''}${Math.floor(whole / 60)}:${seconds < 10 ? '0' : ''}${seconds}`;
}

/** 95 as `1 min 35 s`, for reading aloud. */
export function durationText(time_s: number): string {
  const whole = Math.round(Math.abs(time_s));
  const minutes = Math.floor(whole / 60), seconds = whole % 60;
  if (minutes === 0) return `${seconds} s`;
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}
