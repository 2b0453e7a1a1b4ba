// retext has no command line of its own for a choice of plugins: this is the one that its documentation makes.
import retextEnglish from 'retext-english';
import retextQuotes from 'retext-quotes';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';
import { args } from 'unified-args';

args({
  name: 'retext',
  description: 'Judges quotation marks by retext-quotes',
  version: '0.0.0',
  extensions: ['txt'],
  packageField: 'retextConfig',
  pluginPrefix: 'retext',
  rcName: '.retextrc',
  ignoreName: '.retextignore',
  processor: unified().use(retextEnglish).use(retextStringify).use(retextQuotes),
});
