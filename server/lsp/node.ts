import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { NodeHost } from './host-node.ts';
import { serve } from './session.ts';

/** The server as a program: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME` say how it is spoken to. */
serve(createConnection(ProposedFeatures.all), new NodeHost());
