import assert from 'node:assert/strict';
import { homedir, hostname } from 'node:os';
import { describe, it } from 'node:test';
import { repositoryFiles, root, textOf } from './files.ts';

/** Files whose bytes are no text. */
const binary = /\.(?:png|jpg|gif|ico|vsix|woff2?)$/;

/** Hosts of package registries: a lock file that names one works only where that one is reached. */
const registries =
  /"resolved": *"(?!https:\/\/registry\.npmjs\.org\/)[^"]+"|\/(?:artifactory|nexus|verdaccio)\//i;

describe('the repository', () => {
  const files = repositoryFiles().filter((path) => !binary.test(path));

  it('holds no path of this machine', () => {
    const here = [root.replace(/\/$/, ''), homedir()].filter((path) => path.split('/').length > 2);
    const homes = /(?:^|[\s"'`(=:])(?:\/home\/|\/Users\/|\/root\/|[A-Z]:\\Users\\)[\w.-]+/m;
    const naming = files.filter((path) => {
      const text = textOf(path);
      return here.some((place) => text.includes(place)) || (!path.startsWith('seeds/') && homes.test(text));
    });
    assert.deepEqual(naming, [], 'Write paths from the repository’s folder.');
  });

  it('names neither this machine nor a registry of its own', () => {
    const name = hostname();
    // Short and common names (“box”, “dev”) are words of any text.
    const own = name.length >= 8 && /\d|[-.]/.test(name) ? name : undefined;
    const naming = files.filter((path) => {
      const text = textOf(path);
      return (own !== undefined && text.includes(own)) || (path.endsWith('.json') && registries.test(text));
    });
    assert.deepEqual(naming, [], 'Take the address out: it means nothing on another machine.');
  });
});
