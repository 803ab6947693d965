import type { Conversion, Share } from '../data/conversion.ts';
import type { WrittenNote } from '../data/data-step.ts';
import type { Field } from '../data/resource.ts';
import { catalogueResource, checksResource, disclosureResources } from '../data/resources.ts';
import { address } from './address.ts';
import type { Summary } from './summary.ts';

/** A file that can be downloaded. */
export interface DataFile {
  title: string;
  description: string;
  path: string;
  href: string;
  /** `12,345`, `''` where no build has written it yet. */
  rows: string;
  /** `1.2 MB` */
  size: string;
  /** Hex, `''` where not written yet. */
  sha256: string;
  fields: Field[];
}

/** How one kind of thing came through the conversion. */
export interface QualityLine extends Share {
  name: string;
  /** `99.80%`, `—` where there are none. */
  share: string;
}

/** How the archive's texts came through the conversion. */
export interface Quality extends Pick<Conversion, 'findings' | 'unknown'> {
  lines: QualityLine[];
}

/** A correction or mask, with the way to its line. */
export interface CorrectionEntry {
  /** `某单位 2024年度` */
  subject: string;
  line: number;
  href: string;
  /** Empty for a mask. */
  was: string;
  now: string;
  why: string;
  isMask: boolean;
}

/** What the page of the open data shows. */
export interface DataPageData {
  files: DataFile[];
  packageHref: string;
  checksumsHref: string;
  conversionHref: string;
  /** Address of the packed offline edition; the build fills in its name. */
  offline: string;
  /** The folders of the newest disclosures. */
  folders: { subject: string; href: string; files: { title: string; href: string }[] }[];
  disclosures: number;
  /** Null before the first build. */
  quality: Quality | null;
  corrections: CorrectionEntry[];
  /** Corrections that the list leaves out because it is long. */
  moreCorrections: number;
}

/** So many corrections and folders a page lists; all are in the record and in the downloads. */
const longest = { corrections: 300, folders: 60 };

/** Puts the page together; sizes, quality and corrections are those of the latest build, if there was one. */
export function dataPage(summaries: Summary[], written: WrittenNote | null): DataPageData {
  const subjects = new Map(summaries.map(({ id, unit, year }) => [id, `${unit.name} ${year}年度`]));
  const newest = summaries.toSorted((a, b) => b.year - a.year).slice(0, longest.folders);
  const corrections = written?.corrections ?? [];
  return {
    files: [...disclosureResources, catalogueResource, checksResource].map(
      ({ name, title, description, fields }) =>
        fileOf({ title, description, path: `${name}.csv`, fields }, written),
    ),
    packageHref: address.dataFile('datapackage.json'),
    checksumsHref: address.dataFile('SHA256SUMS'),
    conversionHref: address.dataFile('conversion.csv'),
    offline: address.file('offline/%ZIP%'),
    folders: newest.map(({ id }) => ({
      subject: subjects.get(id) ?? id,
      href: address.disclosure(id),
      files: [
        ...disclosureResources.map(({ name, title }) => ({
          title,
          href: address.dataFile(`${id}/${name}.csv`),
        })),
        { title: '说明', href: address.dataFile(`${id}/datapackage.json`) },
      ],
    })),
    disclosures: summaries.length,
    quality: written ? qualityOf(written.dataPackage.conversion) : null,
    corrections: corrections
      .slice(0, longest.corrections)
      .map(({ disclosure, line, kind, was, now, why }) => ({
        subject: subjects.get(disclosure) ?? disclosure,
        line: Number(line),
        href: address.source(disclosure, Number(line)),
        isMask: kind === 'mask',
        ...{ was, now, why },
      })),
    moreCorrections: Math.max(0, corrections.length - longest.corrections),
  };
}

function fileOf(
  about: Pick<DataFile, 'title' | 'description' | 'path' | 'fields'>,
  written: WrittenNote | null,
): DataFile {
  const resource = written?.dataPackage.resources.find(({ path }) => path === about.path);
  return {
    ...about,
    href: address.dataFile(about.path),
    rows: resource ? resource.rows.toLocaleString('en-US') : '',
    size: resource ? formatBytes(resource.bytes) : '',
    sha256: resource ? resource.hash.replace('sha256:', '') : '',
  };
}

function qualityOf({ figures, money, indicators, findings, unknown }: Conversion): Quality {
  const lines = [
    lineOf('预算表中的金额', figures),
    lineOf('项目表中的金额', money),
    lineOf('绩效指标', indicators),
  ];
  return { lines, findings, unknown };
}

function lineOf(name: string, { total, undecided }: Share): QualityLine {
  // Rounded down: 100 % is said only where nothing is open.
  const percent = Math.floor(((total - undecided) / total) * 10_000) / 100;
  return { name, total, undecided, share: total === 0 ? '—' : `${percent.toFixed(2)}%` };
}

/** `340 B`, `12.5 kB`, `1.2 MB` */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
