/** The role colours of `tokens.css` as the present theme has them, for canvases that cannot read CSS variables. */
export interface Palette {
  readonly attack: string;
  readonly defence: string;
  readonly through: string;
  readonly context: string;
  readonly text: string;
  readonly background: string;
  readonly land: string;
  readonly sea: string;
  readonly border: string;
  readonly satellite: string;
  readonly graticule: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    attack: token('attack'), defence: token('defence'), through: token('through'), context: token('context'),
    text: token('text'), background: token('background'), land: token('land'), sea: token('sea'),
    border: token('border'), satellite: token('satellite'), graticule: token('raised'),
  };
}
