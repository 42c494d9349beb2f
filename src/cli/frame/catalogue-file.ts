/** Reads the built catalogue of public data. */
import { existsSync, readFileSync } from 'node:fs';
import { readCatalogue, type Catalogue } from '../../scenario/catalogue.js';
import { CATALOGUE_FILE } from '../../server/package-files.js';
import { KnownFault } from './failures.js';

export function loadCatalogue(): Catalogue {
  if (!existsSync(CATALOGUE_FILE)) throw new KnownFault('The catalogue of public data is not built yet. Run: npm run build');
  return readCatalogue(JSON.parse(readFileSync(CATALOGUE_FILE, 'utf8')));
}
