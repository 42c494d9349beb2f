/**
 * The content security policy forbids eval, which zod would try while schemas are made. Imported before anything that
 * makes one.
 */
import { z } from 'zod';

z.config({ jitless: true });
