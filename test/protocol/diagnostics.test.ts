import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { analyse, defaultSettings, messageOf } from '../../server/index.ts';
import { marked, marker, openSpeech, unmarked } from './articles.ts';
import { bare, modern, pushed } from './capabilities.ts';
import { inEditor, type Editor } from './editor.ts';
import { positionAt } from './text.ts';

const seeds = new URL('../../seeds/', import.meta.url);

async function report(
  editor: Editor,
  uri: string,
  previousResultId?: string,
): Promise<DocumentDiagnosticReport> {
  return editor.request('textDocument/diagnostic', {
    textDocument: { uri },
    ...(previousResultId !== undefined && { previousResultId }),
  });
}

describe('diagnostics', () => {
  it('of the seeds are what the engine finds, each with its place, rule, page and words', async () => {
    await inEditor({}, async (editor) => {
      let compared = 0;
      for (const name of readdirSync(seeds, { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.txt')) continue;
        const text = readFileSync(new URL(name, seeds), 'utf8');
        const uri = editor.uri(name);
        await editor.open(uri, text);
        const expected = analyse(text, defaultSettings).findings.map((finding) => ({
          range: { start: positionAt(text, finding.start), end: positionAt(text, finding.end) },
          code: finding.rule,
          message: messageOf(finding),
          source: 'copydesk',
        }));
        const shown = (await editor.pull(uri)).map(({ range, code, message, source }) => ({
          range,
          code,
          message,
          source,
        }));
        const inText = (one: (typeof shown)[number], other: (typeof shown)[number]): number =>
          JSON.stringify(one).localeCompare(JSON.stringify(other));
        assert.deepEqual(shown.sort(inText), expected.sort(inText), name);
        compared += expected.length;
      }
      assert.ok(compared > 20, 'The seeds have problems to compare.');
    });
  });

  it('carry what the client can show', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      const text = `Headline of the day\n\n${marker}\n\n«A whole sentence stands in two kinds of marks here.”\n`;
      await editor.open(uri, text, 'news-article');
      const [residue, pair] = (await editor.pull(uri)).sort(
        (one, other) => one.range.start.line - other.range.start.line,
      );
      assert.deepEqual(residue?.tags, [1]);
      assert.match(residue.codeDescription?.href ?? '', /\/residue\/importer-marker\/README\.md$/);
      assert.equal(pair?.code, 'quotes/mixed-pair');
      assert.equal(pair.tags, undefined);
      const [related] = pair.relatedInformation ?? [];
      assert.deepEqual(related?.location, { uri, range: editor.rangeOf(uri, '”') });
      assert.notEqual(related.message, '');
    });
  });

  it('carry nothing that the client did not say it can show', async () => {
    const capabilities = { textDocument: { diagnostic: {} } };
    await inEditor({ capabilities }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const [diagnostic] = await editor.pull(uri);
      assert.ok(diagnostic);
      const keys = Object.keys(diagnostic).sort();
      assert.deepEqual(keys, ['code', 'message', 'range', 'severity', 'source']);
    });
  });

  it('that are pulled again are unchanged only while nothing has changed', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      const first = await report(editor, uri);
      assert.equal(first.kind, 'full');
      assert.deepEqual(await report(editor, uri, first.resultId), {
        kind: 'unchanged',
        resultId: first.resultId,
      });
      await editor.change(uri, { start: 0, end: 0, text: ' ' });
      const second = await report(editor, uri, first.resultId);
      assert.equal(second.kind, 'full');
      assert.notEqual(second.resultId, first.resultId);
      // Opened anew its versions begin anew as well; what was known of the first must not count.
      await editor.close(uri);
      await editor.open(uri, unmarked);
      const third = await report(editor, uri, first.resultId);
      assert.deepEqual(third.kind === 'full' && third.items, []);
    });
  });

  for (const [name, capabilities, versioned] of [
    ['a client that pulls none', pushed, true],
    ['a client that says nothing of itself', bare, false],
  ] as const) {
    it(`are published to ${name}, and taken back on closing`, async () => {
      await inEditor({ capabilities }, async (editor) => {
        const uri = editor.uri('news.txt');
        await editor.open(uri, marked);
        const { diagnostics, version } = await editor.published(uri);
        assert.deepEqual(
          diagnostics.map(({ code }) => code),
          ['residue/importer-marker'],
        );
        assert.equal(version, versioned ? 1 : undefined);
        const start = marked.indexOf(marker);
        await editor.change(uri, { start, end: start + marker.length, text: '' });
        const changed = await editor.published(uri);
        assert.deepEqual(changed.diagnostics, []);
        assert.equal(changed.version, versioned ? 2 : undefined);
        await editor.close(uri);
        assert.deepEqual((await editor.published(uri)).diagnostics, []);
      });
    });
  }

  it('are never published to a client that pulls', async () => {
    await inEditor({}, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      await editor.change(uri, { start: 0, end: 0, text: 'a' });
      await editor.pull(uri);
      await editor.close(uri);
      // The editor complains of what it did not read.
    });
  });

  it('of a burst of changes are published for the last, not for each', async () => {
    await inEditor({ capabilities: pushed }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(uri, marked);
      await editor.published(uri);
      for (let times = 0; times < 50; times++) {
        void editor.change(uri, { start: 0, end: 0, text: 'ا' });
      }
      let published = 0;
      for (let version = 1; version < editor.version(uri); published++) {
        version = (await editor.published(uri)).version ?? 0;
      }
      assert.ok(published < 50, `${String(published)} for 50 changes`);
    });
  });

  const noArticles: Readonly<Record<string, string>> = {
    'requirements.txt': 'numpy==1.26.4\nrequests>=2.31\n# a comment\nscipy\n',
    'robots.txt': 'User-agent: *\nDisallow: /private\n',
    'CMakeLists.txt': 'cmake_minimum_required(VERSION 3.20)\nproject(boats)\n[ad_1]\n',
    'server.log.txt': '2024-01-01 10:00:00 INFO started\n2024-01-01 10:00:01 INFO ready\n[ad_1]\n',
    'words.txt': Array.from({ length: 30 }, (_, index) => `word${String(index)}`).join('\n'),
    'news.md': marked,
    article: marked,
  };
  for (const [name, text] of Object.entries(noArticles)) {
    it(`leave ${name} alone, unless its language says that it is an article`, async () => {
      await inEditor({}, async (editor) => {
        const uri = editor.uri(name);
        await editor.open(uri, text);
        assert.deepEqual(await editor.pull(uri), []);
        assert.deepEqual(
          await editor.codeActions(uri, { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } }),
          [],
        );
        assert.equal(editor.statuses.get(uri)?.article, false);
        await editor.close(uri);
        await editor.open(uri, marked, 'news-article');
        assert.equal((await editor.pull(uri)).length, 1);
        assert.equal(editor.statuses.get(uri)?.article, true);
      });
    });
  }

  for (const uri of [
    'untitled:news.txt',
    'vscode-vfs://github/somebody/corpus/news.txt',
    'vscode-remote://ssh-remote%2Bhost/corpus/news.txt',
    'file:///c%3A/corpus/%D8%AE%D8%A8%D8%B1.txt',
  ]) {
    it(`judge ${uri}`, async () => {
      await inEditor({}, async (editor) => {
        await editor.open(uri, marked);
        assert.equal((await editor.pull(uri)).length, 1);
      });
    });
  }

  for (const uri of [
    'git:/corpus/news.txt?%7B%22ref%22%3A%22HEAD%22%7D',
    'output:news.txt',
    'vscode-notebook-cell:/corpus/news.txt#W0',
  ]) {
    it(`leave ${uri} alone, which only shows a text`, async () => {
      await inEditor({}, async (editor) => {
        await editor.open(uri, marked, 'news-article');
        assert.deepEqual(await editor.pull(uri), []);
      });
    });
  }

  it('are at most 1,000, the gravest first, and say how many are left out', async () => {
    const settings = { rules: { 'quotes/never-closed': 'error' } };
    await inEditor({ settings }, async (editor) => {
      const uri = editor.uri('news.txt');
      const text = `Headline of the day\n\n${`${marker}\n\n`.repeat(1_100)}${openSpeech}`;
      await editor.open(uri, text, 'news-article');
      const items = await editor.pull(uri);
      assert.equal(items.length, 1_000);
      const [notice, gravest] = items as [Diagnostic, Diagnostic];
      assert.match(notice.message as string, /^102 more problems/);
      assert.deepEqual([gravest.code, gravest.severity], ['quotes/never-closed', 1]);
      assert.equal(editor.statuses.get(uri)?.findings, 1_101);
    });
  });

  it('of an article of a megabyte keep up with typing', async () => {
    await inEditor({}, async (editor) => {
      const paragraph = 'وصل الوفد إلى المدينة صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة.\n\n';
      const body = paragraph.repeat(Math.ceil(1_000_000 / paragraph.length));
      const uri = editor.uri('long.txt');
      await editor.open(uri, `عنوان الخبر الأول\n\n${body}${marker}\n`);
      const last = (await editor.pull(uri))[0]?.range.start.line ?? 0;
      for (const letter of `${marker}\n\n`) {
        const at = editor.text(uri).indexOf(paragraph, 500_000);
        await editor.change(uri, { start: at, end: at, text: letter });
        await editor.pull(uri);
      }
      const lines = (await editor.pull(uri)).map(({ range }) => range.start.line);
      assert.deepEqual(lines.at(-1), last + 2);
    });
  });

  it('say more than one place only in the document they are of', async () => {
    await inEditor({ capabilities: modern }, async (editor) => {
      const uri = editor.uri('news.txt');
      await editor.open(
        uri,
        `A headline that stands twice\n\nA headline that stands twice\n\nThe text of the article goes on here.\n`,
      );
      const [diagnostic] = await editor.pull(uri);
      assert.equal(diagnostic?.code, 'structure/headline-repeated');
      for (const { location } of diagnostic.relatedInformation ?? []) assert.equal(location.uri, uri);
    });
  });
});
