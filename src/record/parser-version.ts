import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Catalogue } from '../schema/catalogue.ts';
import { Disclosure } from '../schema/disclosure.ts';

/** Digest of the files that read canonical Markdown; a test says what to put here when one of them changes. */
export const readerDigest = '061aa53bbd234945';

/** Stands for what a canonical file is read as: changes with the reader and with the schema. */
export const parserVersion = createHash('sha256')
  .update(readerDigest)
  .update(JSON.stringify([z.toJSONSchema(Disclosure), z.toJSONSchema(Catalogue)]))
  .digest('hex')
  .slice(0, 16);
