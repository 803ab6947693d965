import { expect, test } from 'vitest';
import { givenPaths } from './given-paths.ts';

const npm = { npm_package_json: '/srv/mingzhang/package.json' };

test('npm --prefix, called in another folder: paths are those of that folder', () => {
  expect(givenPaths(['a.txt', '/tmp/b.txt'], { ...npm, INIT_CWD: '/home/li' }, '/srv/mingzhang')).toEqual([
    '/home/li/a.txt',
    '/tmp/b.txt',
  ]);
});

test('npm run, called in the folder of the program: paths stay as they were typed', () => {
  expect(givenPaths(['a.txt'], { ...npm, INIT_CWD: '/srv/mingzhang' }, '/srv/mingzhang')).toEqual(['a.txt']);
});

test('called without npm, or by a script of another program: paths are those of the present folder', () => {
  expect(givenPaths(['a.txt'], {}, '/srv/mingzhang')).toEqual(['a.txt']);
  const other = { npm_package_json: '/home/li/site/package.json', INIT_CWD: '/home/li' };
  expect(givenPaths(['a.txt'], other, '/srv/mingzhang')).toEqual(['a.txt']);
});
