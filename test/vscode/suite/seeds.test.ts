import assert from 'node:assert/strict';
import { applyEdits, titleOf } from '../../../server/index.ts';
import { apply, closeAll, findings, judged, open, quickFix, seedPaths, undo } from './editor.ts';

describe('each seed', () => {
  after(closeAll);

  for (const path of seedPaths()) {
    it(`${path}: problems are shown, and every quick fix does what it says`, async () => {
      const document = await open(path);
      await judged(document);
      const text = document.getText();
      for (const finding of findings(text)) {
        for (const [index, fix] of finding.fixes.entries()) {
          const title = titleOf(finding, fix);
          const action = await quickFix(document, finding, { title, edits: fix.edits });
          assert.equal(action.isPreferred ?? false, index === 0 && fix.safety !== 'choice', title);
          await apply(action);
          assert.equal(document.getText(), applyEdits(text, fix.edits), title);
          await undo();
          assert.equal(document.getText(), text, `undoing “${title}”`);
        }
      }
    });
  }
});
