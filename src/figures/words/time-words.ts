/** Times of an attack in words: hours where there are any, minutes and seconds from the first launch. */

/** 95 as `1:35`, −5 as `−0:05`, 3,725 as `1:02:05`. */
export function clockText(time_s: number): string {
  const whole = Math.round(Math.abs(time_s));
  const minutes = Math.floor(whole / 60), hours = Math.floor(minutes / 60);
  const clock = hours === 0 ? `${minutes}` : `${hours}:${twoDigits(minutes % 60)}`;
  return `${time_s < -0.5 ? '−' : ''}${clock}:${twoDigits(whole % 60)}`;
}

const twoDigits = (value: number): string => `${value < 10 ? '0' : ''}${value}`;

/** 95 as `1 min 35 s`, 7,500 as `2 h 5 min`, for reading aloud. */
export function durationText(time_s: number): string {
  const whole = Math.round(Math.abs(time_s));
  const minutes = Math.floor(whole / 60), seconds = whole % 60;
  if (minutes >= 60) return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  if (minutes === 0) return `${seconds} s`;
  return seconds === 0 ? `${minutes} min` : `${minutes} min ${seconds} s`;
}
