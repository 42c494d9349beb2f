/** A scenario by its file name without ending, as it is called in an address and in claims: `02-one-icbm-ground-only`. */
export const stemOf = (name: string): string => name.replace(/\.(ya?ml|json)$/, '');
