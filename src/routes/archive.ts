import { chartsOf } from '../charts/charts-of.ts';
import { checkDisclosure } from '../checks/check-disclosure.ts';
import { digestFindings } from '../checks/digest-findings.ts';
import { summarizeFindings } from '../checks/summarize-findings.ts';
import { writeYears, yearsMark } from '../components/disclosure/write-years.ts';
import { type DisclosurePageKind, disclosurePages } from '../framed-pages/disclosure-pages.ts';
import type { PageContent } from '../framed-pages/page-content.ts';
import { keyOf } from '../key-of.ts';
import type { Note } from '../prepare/note.ts';
import { type Notes, readNotes } from '../prepare/note-table.ts';
import { loadArchive } from '../record/load-archive.ts';
import { type Publications, readPublications } from '../record/publications.ts';
import { bodySlug } from '../schema/body-slug.ts';
import type { Disclosure, Term } from '../schema/disclosure.ts';
import type { CheckFinding } from '../schema/finding.ts';
import { maskSource } from '../schema/mask-source.ts';
import { readSettings } from '../settings.ts';
import { inBuild } from './in-build.ts';
import { type Summary, summarize } from './summary.ts';
import { type CheckTally, tallyChecks } from './tally-checks.ts';
import { regionSlug } from './unit-list.ts';
import { type UnitYear, unitYears } from './unit-years.ts';

type Archive = ReturnType<typeof loadArchive>;
export type ArchiveEntry = Archive['disclosures'][number];

let loaded: Archive | undefined;
let unitIds: Map<string, string[]> | undefined;
let regions: Map<string, Summary[]> | undefined;
let byId: Map<string, ArchiveEntry> | undefined;

const settings = readSettings(process.env, process.cwd());

/** The archive that is being built, its records read when asked for; what the build noted is not listed again. */
export function archive(): Archive {
  loaded ??= loadArchive(
    settings,
    inBuild ? [...allNotes()].map(([id, { digest }]) => ({ id, digest })) : undefined,
  );
  return loaded;
}

let notes: Notes | undefined;

/**
 * What the build noted of each disclosure before the pages; while pages are being developed nothing is noted for the
 * present code, and all is made when it is asked for.
 */
function allNotes(): Notes {
  notes ??= inBuild ? readNotes(settings.cache) : new Map();
  return notes;
}

function noteOf(id: string): Note | undefined {
  return allNotes().get(id);
}

const keys = new Map<string, string>();

/** Key of one disclosure: changes with its record and with what is known of its edition. */
function disclosureKey(id: string): string {
  let key = keys.get(id);
  if (key === undefined) {
    const years = idsOfUnit(id.split('/')[0] as string).join();
    key = keyOf(noteOf(id)?.version ?? archiveEntry(id).digest, years);
    keys.set(id, key);
  }
  return key;
}

let wholeKey: string | undefined;

/** Key of a page that shows something of the whole archive. */
export function archiveKey(): string {
  const { catalogues, disclosures } = archive();
  const digestsOf = (records: { digest: string }[]) => records.map(({ digest }) => digest);
  wholeKey ??= keyOf(...digestsOf(catalogues), '', ...digestsOf(disclosures));
  return wholeKey;
}

/** Ids of a unit's disclosures, in the order of the archive. */
function idsOfUnit(slug: string): string[] {
  unitIds ??= Map.groupBy(
    archive().disclosures.map(({ id }) => id),
    (id) => id.split('/')[0] as string,
  );
  return unitIds.get(slug) ?? [];
}

/** The entry of one disclosure. Throws where the archive has none of that id. */
export function archiveEntry(id: string): ArchiveEntry {
  byId ??= new Map(archive().disclosures.map((entry) => [entry.id, entry]));
  const entry = byId.get(id);
  if (!entry) throw new Error(`The archive has no disclosure ${id}: run the build again after ingest.`);
  return entry;
}

/** What the checks find in a disclosure, with all editions of the catalogue known. */
function findingsOf(disclosure: Disclosure): CheckFinding[] {
  return checkDisclosure(disclosure, { catalogues: editions() });
}

/** The pages of a disclosure as they are now, for whoever develops them. */
export async function disclosurePagesOf(id: string): Promise<Record<DisclosurePageKind, PageContent>> {
  const entry = archiveEntry(id);
  const disclosure = entry.load();
  const lines = entry.sourceLines();
  const pages = disclosurePages(disclosure, {
    checks: findingsOf(disclosure),
    charts: chartsOf(disclosure),
    catalogueSlug,
    sourceLines: lines && maskSource(lines, disclosure.corrections),
  });
  const years = unitYears(id, disclosure.template !== 'unknown', yearsOfBody(disclosure.unit.slug));
  const day = (await publications()).get(id)?.day;
  const { head, body } = pages.disclosure;
  return { ...pages, disclosure: { head, body: body.replace(yearsMark, () => writeYears(years, day)) } };
}

let published: Promise<Publications> | undefined;

/** On which day each text was published here for the first time. */
export function publications(): Promise<Publications> {
  published ??= readPublications(settings.content);
  return published;
}

/** Slug of an edition of the catalogue, undefined where the archive does not hold it. */
function catalogueSlug(edition: string): string | undefined {
  return editions().find((catalogue) => catalogue.edition === edition)?.slug;
}

let known: ReturnType<Archive['catalogues'][number]['load']>[] | undefined;

function editions() {
  known ??= archive().catalogues.map((entry) => entry.load());
  return known;
}

/** What lists say about a disclosure. */
export function summaryOf(id: string): Summary {
  return overviewOf(id).summary;
}

let tallies: Map<string, CheckTally> | undefined;

/** How every check came out in the archive; positions are those of `allSummaries`. */
export function checkTallies(): Map<string, CheckTally> {
  tallies ??= tallyChecks(archive().disclosures.map(({ id }) => overviewOf(id).findings));
  return tallies;
}

/** Glossary of a disclosure. */
export function termsOf(id: string): Term[] {
  return overviewOf(id).glossary;
}

type Overview = Pick<Note, 'summary' | 'findings' | 'glossary'>;
const overviews = new Map<string, Overview>();

function overviewOf(id: string): Overview {
  const known = noteOf(id) ?? overviews.get(id);
  if (known) return known;
  const disclosure = archiveEntry(id).load();
  const findings = findingsOf(disclosure);
  const overview = {
    summary: summarize(disclosure, summarizeFindings(findings)),
    findings: digestFindings(findings),
    glossary: disclosure.glossary,
  };
  overviews.set(id, overview);
  return overview;
}

/** All summaries, in the order of the archive. */
export function allSummaries(): Summary[] {
  return archive().disclosures.map(({ id }) => summaryOf(id));
}

/** Ids and years of what a unit's body publishes. */
export function yearsOfBody(slug: string): UnitYear[] {
  return archive()
    .disclosures.filter(({ id }) => bodySlug(id.slice(0, id.indexOf('/'))) === bodySlug(slug))
    .map(({ id }) => ({ id, year: Number(id.split('/')[1]) }));
}

/** The summaries of one unit, oldest year first. */
export function summariesOfUnit(slug: string): Summary[] {
  return idsOfUnit(slug)
    .map(summaryOf)
    .sort((a, b) => a.year - b.year);
}

/** The summaries of one region, in the order of the archive. A unit belongs where its latest year says. */
export function summariesOfRegion(slug: string): Summary[] {
  regions ??= Map.groupBy(allSummaries(), ({ unit }) =>
    regionSlug((summariesOfUnit(unit.slug).at(-1) as Summary).region),
  );
  return regions.get(slug) ?? [];
}

let byYear: Map<number, Summary[]> | undefined;

/** The summaries of one fiscal year, in the order of the archive. */
export function summariesOfYear(year: number): Summary[] {
  return ofYears().get(year) ?? [];
}

/** Fiscal years that the archive has something of, the latest first. */
export function fiscalYears(): number[] {
  return [...ofYears().keys()].sort((a, b) => b - a);
}

function ofYears(): Map<number, Summary[]> {
  byYear ??= Map.groupBy(allSummaries(), ({ year }) => year);
  return byYear;
}

/** Key of a fiscal year's list: changes with each of its disclosures, and with the years that it leads to. */
export function yearKey(year: number): string {
  return keyOf(fiscalYears().join(), ...summariesOfYear(year).map(({ id }) => disclosureKey(id)));
}

/** Key of a region's page: changes with each of its disclosures. */
export function regionKey(slug: string): string {
  return keyOf(...summariesOfRegion(slug).map(({ id }) => disclosureKey(id)));
}
