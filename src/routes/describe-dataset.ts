import type { DataPackage } from '../data/data-package.ts';
import { address } from './address.ts';
import { publicAddress, siteName } from './page.ts';
import type { Summary } from './summary.ts';

/**
 * The open data in the words of schema.org, as search engines for data sets read them from the page: JSON, safe inside
 * a script element.
 */
export function describeDataset(
  summaries: readonly Pick<Summary, 'year' | 'region'>[],
  { version, description, resources }: DataPackage,
): string {
  const years = summaries.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const places = new Set(summaries.map(({ region: { province, city } }) => province + city));
  const creator = { '@type': 'Organization', name: siteName, url: publicAddress(address.home()) };
  const dataset = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${siteName} · 预算公开数据`,
    description,
    url: publicAddress(address.data()),
    version,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    keywords: ['预算公开', '部门预算', '单位预算', '三公经费', '项目绩效目标', '政府购买服务指导性目录'],
    ...(years.length > 0 && { temporalCoverage: first === last ? `${first}` : `${first}/${last}` }),
    spatialCoverage: [...places].filter(Boolean).map((name) => ({ '@type': 'Place', name })),
    creator,
    distribution: resources.map((resource) => ({
      '@type': 'DataDownload',
      name: resource.title,
      description: resource.description,
      encodingFormat: resource.mediatype,
      contentSize: `${resource.bytes} B`,
      contentUrl: publicAddress(address.dataFile(resource.path)),
      sha256: resource.hash.replace('sha256:', ''),
    })),
  };
  return JSON.stringify(dataset).replaceAll('<', '\\u003c');
}
