import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { articleScheme } from '../../../server/lsp/messages.ts';
import {
  actions,
  apply,
  closeAll,
  extension,
  folder,
  open,
  read,
  setText,
  shown,
  undo,
  until,
  untilEqual,
  write,
} from './editor.ts';

const marker = '[ad_1]';
const prose =
  'وصلت السفينة إلى الميناء الجديد صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة في بحر هائج، وكان في استقبالها عدد كبير من الأهالي والعاملين في الميناء وممثلون عن البلدية والشركة التي تملكها، وغادرها الركاب واحدًا بعد آخر.';

const record = (id: number, text: string): string =>
  JSON.stringify({ id, title: 'وصول السفينة إلى الميناء', text });

const ascii = (json: string): string =>
  json.replace(/[^\0-\u007F]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

const dirty = `${marker}\n\n${prose}`;

/** Three records, the second with a marker and written in escapes. */
const lines = (second: string, third = prose): string =>
  `${record(1, prose)}\n${ascii(record(2, second))}\n${record(3, third)}\n`;

async function openRecord(document: vscode.TextDocument, line: number): Promise<vscode.TextDocument> {
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(line, 30, line, 30);
  await vscode.commands.executeCommand('copydesk.openRecord');
  return until('the record is open as an article', () => {
    const shownNow = vscode.window.activeTextEditor?.document;
    return shownNow?.uri.scheme === articleScheme && shownNow;
  });
}

function rules(document: vscode.TextDocument): readonly string[] {
  return shown(document).map(({ rule }) => rule);
}

async function fixFirst(document: vscode.TextDocument): Promise<void> {
  await untilEqual(() => rules(document), ['residue/importer-marker']);
  const [problem] = shown(document);
  assert.ok(problem);
  const range = new vscode.Range(document.positionAt(problem.from), document.positionAt(problem.to));
  assert.equal(document.getText(range), marker);
  // Right after the problems appear a busy machine was seen to answer with nothing, once; why is not known.
  const fix = await until(
    'a fix is offered',
    async () => (await actions(document, range, vscode.CodeActionKind.QuickFix))[0],
  );
  await apply(fix);
}

describe('a file of records', () => {
  afterEach(closeAll);

  it('is underlined and fixed in its raw text, and one undo takes a fix back', async () => {
    write('wire.jsonl', lines(dirty));
    const document = await open('wire.jsonl');
    await fixFirst(document);
    assert.equal(document.getText(), lines(prose));
    await untilEqual(() => rules(document), []);
    await undo();
    assert.equal(document.getText(), lines(dirty));
    await untilEqual(() => rules(document), ['residue/importer-marker']);
    await vscode.commands.executeCommand('copydesk.fixAll');
    assert.equal(document.getText(), lines(prose));
    await until('the status item counts records', () =>
      extension().exports.statusText()?.includes('records: 3'),
    );
  });

  it('is so in a feed, whose tags no fix touches', async () => {
    // Words of its own, for others count the lines of all files.
    const story = prose.replaceAll('السفينة', 'القافلة').replaceAll('الميناء', 'السوق');
    const item = (first: string): string =>
      `<item><title>افتتاح السوق القديمة</title><description>&lt;p&gt;${first}&lt;/p&gt;\n&lt;p&gt;${story}&lt;/p&gt;</description></item>`;
    const feed = (first: string): string => `<rss><channel>\n${item('')}\n${item(first)}\n</channel></rss>\n`;
    write('wire.rss', feed(marker));
    const document = await open('wire.rss');
    await fixFirst(document);
    assert.equal(document.getText(), feed(''));
    await untilEqual(() => rules(document), []);
    const article = await openRecord(document, 2);
    assert.equal(article.getText(), `افتتاح السوق القديمة\n\n${story}`);
  });

  it('opens a record as an article, with its problems, and writes it back when it is saved', async () => {
    write('wire.jsonl', lines(dirty));
    const file = await open('wire.jsonl');
    await untilEqual(() => rules(file), ['residue/importer-marker']);
    const article = await openRecord(file, 1);
    assert.equal(article.languageId, 'news-article');
    assert.equal(article.getText(), `وصول السفينة إلى الميناء\n\n${dirty}`);
    await fixFirst(article);
    await untilEqual(() => rules(article), []);
    assert.ok(article.isDirty);
    assert.equal(read('wire.jsonl'), lines(dirty));
    assert.ok(await article.save());
    assert.equal(read('wire.jsonl'), lines(prose));
    assert.equal(file.getText(), lines(prose));
    assert.ok(!file.isDirty);
    // Undoing in the article and saving again brings back what was there, byte for byte.
    await vscode.window.showTextDocument(article);
    await undo();
    assert.ok(await article.save());
    assert.equal(read('wire.jsonl'), lines(dirty));
  });

  it('shows in the article what is changed in the file, wherever the record moves', async () => {
    write('wire.jsonl', lines(dirty));
    const file = await open('wire.jsonl');
    const article = await openRecord(file, 1);
    await setText(file, `${record(0, prose)}\n${lines(prose)}`);
    await untilEqual(() => article.getText(), `وصول السفينة إلى الميناء\n\n${prose}`);
    await setText(article, `${article.getText()} انتهى.`);
    // The file is not saved yet for reasons of its own, so the record waits there with the rest.
    assert.ok(await article.save());
    assert.equal(file.getText(), `${record(0, prose)}\n${lines(`${prose} انتهى.`)}`);
    assert.ok(file.isDirty);
    assert.equal(read('wire.jsonl'), lines(dirty));
    await vscode.window.showTextDocument(article);
    await vscode.commands.executeCommand('copydesk.showRecordInFile');
    await until('the raw record is shown', () => vscode.window.activeTextEditor?.document === file);
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
  });

  it('loses nothing where record and article are changed at once', async () => {
    write('wire.jsonl', lines(dirty));
    const file = await open('wire.jsonl');
    const article = await openRecord(file, 1);
    await setText(article, `${article.getText()} انتهى.`);
    const mine = article.getText();
    // As long as before, which an editor takes for no change by its size.
    const theirs = lines(dirty.replace('طويلة', 'قصيرة'));
    await setText(file, theirs);
    await until('the file is judged', () => extension().exports.statusOf(file.uri)?.version === file.version);
    await article.save().then(undefined, () => false);
    assert.ok(article.isDirty);
    assert.equal(article.getText(), mine);
    assert.equal(file.getText(), theirs);
    assert.equal(read('wire.jsonl'), lines(dirty));
  });

  it('is left alone where it is no corpus', async () => {
    write('package.json', '{ "name": "x", "title": "A", "text": "[ad_1]" }\n');
    write('README.md', `# Title\n\n${dirty}\n`);
    const others = [await open('package.json'), await open('README.md')];
    write('wire.csv', `id,title,text\n1,x,"${dirty}"\n`);
    const table = await open('wire.csv');
    await fixFirst(table);
    assert.equal(table.getText(), `id,title,text\n1,x,"${prose}"\n`);
    for (const other of others) assert.deepEqual(shown(other), []);
  });

  it('is said to be too large, once, where VS Code hands it to no extension', async () => {
    const raw = `${JSON.stringify({ key: 'x'.repeat(1_000_000) })}\n`;
    write('dump.jsonl', raw.repeat(53));
    write('small.jsonl', raw);
    const [large, small] = ['dump.jsonl', 'small.jsonl'].map((name) =>
      vscode.Uri.joinPath(vscode.Uri.file(folder()), name),
    );
    assert.ok(large && small);
    await vscode.commands.executeCommand('vscode.open', small);
    await vscode.commands.executeCommand('vscode.open', large);
    await untilEqual(() => extension().exports.tooLarge(), [large.toString()]);
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== large.toString()));
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
