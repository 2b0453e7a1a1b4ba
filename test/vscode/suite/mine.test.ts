import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, extension, folder, open, shown, until, untilEqual } from './editor.ts';

const towns = ['الميناء', 'الجبل', 'الوادي', 'الساحل', 'السهل', 'الواحة'];
const [weather, times] = ['حالة الطقس لهذا اليوم', 'مواقيت العبارة'];

/** A corpus of its own beside the seeds, whose articles share two lines; one of them is a record. */
function write(): string {
  const corpus = join(folder(), 'mined');
  mkdirSync(corpus);
  towns.forEach((town, index) => {
    const text = `فتح خبازو ${town} أفرانهم عند الفجر، وجاء الناس من كل بيت ليروا ما تركته النار من الطاحونة القديمة.`;
    const below = index === 0 ? weather : `${weather}\n${times}`;
    writeFileSync(join(corpus, `${String(index)}.txt`), `حريق في ${town}\n\n${text}\n\n${below}\n`);
  });
  const story =
    'وصلت السفينة إلى الميناء الجديد صباح اليوم بعد رحلة طويلة استغرقت ثلاثة أيام كاملة في بحر هائج، وكان في استقبالها عدد كبير من الأهالي والعاملين في الميناء وممثلون عن البلدية والشركة التي تملكها.';
  const record = { title: 'وصول السفينة', text: `${story}\n\n${weather}` };
  writeFileSync(join(corpus, 'wire.jsonl'), `${JSON.stringify(record)}\n`);
  writeFileSync(join(corpus, 'copydesk.json'), '{\n  // ours\n  "language": "ar"\n}\n');
  return corpus;
}

const listed = (): readonly (readonly [string, number])[] => extension().exports.repeatedLines();
const find = async (): Promise<void> => {
  await vscode.commands.executeCommand('copydesk.findRepeatedLines');
};

describe('lines that many articles share', () => {
  let corpus = '';
  before(() => {
    corpus = write();
  });
  afterEach(closeAll);
  after(() => {
    rmSync(corpus, { recursive: true });
  });

  it('are listed when somebody asks for them', async () => {
    await find();
    await untilEqual(listed, [
      [weather, 7],
      [times, 5],
    ]);
  });

  it('are dismissed for good, until somebody wants to see them again', async () => {
    await vscode.commands.executeCommand('copydesk.dismissRepeatedLine');
    await untilEqual(listed, [[times, 5]]);
    await find();
    assert.deepEqual(listed(), [[times, 5]]);
    await vscode.commands.executeCommand('copydesk.showDismissedLines');
    assert.deepEqual(
      listed().map(([line]) => line),
      [weather, times],
    );
  });

  it('are accepted into the configuration of their articles, which is saved, and found from then on', async () => {
    await find();
    await vscode.commands.executeCommand('copydesk.acceptRepeatedLine');
    await untilEqual(listed, [[times, 5]]);
    const file = join(corpus, 'copydesk.json');
    await until('it is written', () => readFileSync(file, 'utf8').includes(weather));
    assert.match(readFileSync(file, 'utf8'), /\/\/ ours\n {2}"language": "ar"/);
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
    assert.ok(!existsSync(join(folder(), 'copydesk.json')));
    const article = await open('mined/3.txt');
    await until('the line is found', () =>
      shown(article).some(
        ({ rule, from, to }) =>
          rule === 'residue/own-line' && article.getText().slice(from, to).includes(weather),
      ),
    );
    await find();
    assert.deepEqual(listed(), [[times, 5]]);
    const wire = await open('mined/wire.jsonl');
    await until('the line is found in the record too', () =>
      shown(wire).some(({ rule, from, to }) => {
        return rule === 'residue/own-line' && wire.getText().slice(from, to).includes(weather);
      }),
    );
  });
});
