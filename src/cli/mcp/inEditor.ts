// The server as the extension offers it: in the VSIX, with the core out of the worker's bundle.
//   node starStoriesServer.mjs FOLDER [--plain]
import { mcp } from '../actions/mcp.ts';
import { endWithOutput, exitCodes, tell } from '../terminal.ts';
import { messageOf } from '../../core/text/messageOf.ts';

const [folder = '.', ...options] = process.argv.slice(2);

endWithOutput();
try {
	process.chdir(folder);
	await mcp({ settings: true, showAnswers: true, ...(options.includes('--plain') && { plain: true }) });
} catch (error) {
	tell(`STAR Stories: ${messageOf(error)}`);
	process.exitCode = exitCodes.refused;
}
