import { defineResidueRule } from '../../../core/engine/residue-rule.ts';
import { credits } from './credits.ts';

export default defineResidueRule({
  id: 'residue/credit',
  summary:
    'A credit of a picture or of an agency’s desk, or its end mark: “Image: …”, “(Editing by …)”, “// انتهى //”.',
  why: 'The picture is gone, or the line speaks of how the report was made. In the text it reads as a sentence without a verb.',
  severity: 'information',
  message:
    '“{line}” is a credit of a picture or of the desk, not part of the text. Delete the line, unless the corpus keeps credits.',
  residue: credits,
});
