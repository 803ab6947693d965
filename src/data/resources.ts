import type { Check } from '../checks/check.ts';
import type { CatalogueResource, DisclosureResource, Resource } from './resource.ts';
import { catalogue } from './resources/catalogue.ts';
import { checks } from './resources/checks.ts';
import { conversion } from './resources/conversion.ts';
import { corrections } from './resources/corrections.ts';
import { disclosures } from './resources/disclosures.ts';
import { figures } from './resources/figures.ts';
import { findings } from './resources/findings.ts';
import { glossary } from './resources/glossary.ts';
import { indicators } from './resources/indicators.ts';
import { operands } from './resources/operands.ts';
import { projectFunds } from './resources/project-funds.ts';
import { projectTexts } from './resources/project-texts.ts';
import { projects } from './resources/projects.ts';

/** The resources that are made from disclosures, in the package's order. */
export const disclosureResources: DisclosureResource[] = [
  ...[disclosures, figures, projects, projectFunds, projectTexts, indicators, glossary],
  ...[findings, operands, conversion, corrections],
];

/** The resource that is made from the editions of the procurement catalogue. */
export const catalogueResource: CatalogueResource = catalogue;

/** The resource that explains the checks. */
export const checksResource: Resource<Check> = checks;
