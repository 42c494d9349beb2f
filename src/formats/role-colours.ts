/** Colours by role for globe formats, the same as on the page's dark ground; shape and name repeat what colour says. */
export const ROLE_COLOURS = {
  attack: '#E9C46A',
  defence: '#4FA8E0',
  gotThrough: '#F0568F',
  context: '#9AA7B8',
} as const;
export type Role = keyof typeof ROLE_COLOURS;

/** Red, green, blue, alpha from 0 to 255. */
export function rgba(role: Role, alpha = 255): [number, number, number, number] {
  const value = Number.parseInt(ROLE_COLOURS[role].slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, alpha];
}

/** KML's order: alpha, blue, green, red as hexadecimal. */
export function aabbggrr(role: Role): string {
  const hex = ROLE_COLOURS[role].slice(1).toLowerCase();
  return `ff${hex.slice(4, 6)}${hex.slice(2, 4)}${hex.slice(0, 2)}`;
}
