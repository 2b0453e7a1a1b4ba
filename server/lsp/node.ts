import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { NodeHost } from './host-node.ts';
import { serve } from './session.ts';

// Beside an editor a server stays all day, and hardly anything that reading an article makes outlives it. Left to
// itself V8 lets that pile up to several times what is held. So collect sooner: with an article of a megabyte open
// it takes half the memory and a tenth more time by the keystroke. A V8 that no longer knows a flag goes on.
setFlagsFromString('--semi-space-growth-factor=1');
setFlagsFromString('--heap-growing-percent=100');

/** The server as a program: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` say how it is spoken to. */
serve(createConnection(ProposedFeatures.all), new NodeHost());
