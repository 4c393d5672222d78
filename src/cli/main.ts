#!/usr/bin/env node
import { CommanderError } from 'commander';
import { programOf } from './program.ts';
import { endWithOutput, type ExitCode, exitCodes, Refusal, tell } from './terminal.ts';

/** Sets the exit code. The process ends by itself, so that all output reaches the pipe. */
function end(code: ExitCode): void {
	process.exitCode = code;
}

endWithOutput();
try {
	await programOf(end, process.argv[2]).parseAsync();
} catch (error) {
	if (error instanceof CommanderError) end(error.exitCode === 0 ? exitCodes.ok : exitCodes.refused);
	else if (error instanceof Refusal) {
		tell(`star-stories: ${error.message}`);
		end(error.code);
	} else throw error;
}
