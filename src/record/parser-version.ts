/**
 * Stands for what a canonical file is read as: digest of the files that read it and of the schema. A test says what to
 * put here when one of them changes.
 *
 * A constant, because pages are bundled: what is computed there from running code is not what is computed here.
 */
export const parserVersion = 'c756c756481d9927';
