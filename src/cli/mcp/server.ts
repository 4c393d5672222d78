import { ProtocolError, ProtocolErrorCode, Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { version } from '../../../package.json';
import { honestyRules } from '../../core/report/guidance.ts';
import { escapeTerminal } from '../../core/text/escape.ts';
import { messageOf } from '../../core/text/messageOf.ts';
import { Refusal } from '../terminal.ts';
import { answerWithin } from '../within.ts';
import { type Discretion, type View, Withheld } from './discretion.ts';
import type { FolderLibrary, ServedLibrary } from './folderLibrary.ts';
import { type Given, WrongArgument } from './given.ts';
import { plainError, PlainTransport } from './plainErrors.ts';
import { storyPrompts } from './prompts.ts';
import { storyResources } from './resources.ts';
import { storyTools } from './tools.ts';

/** What the server answers from. */
export interface ServerParts {
	readonly library: FolderLibrary;
	readonly discretion: Discretion;
	/** Shows a line to the author, and to nobody else. */
	readonly tell: (line: string) => void;
	/**
	 * Whether answers are marked as coming from outside, which they do not: clients such as VS Code show those to the
	 * person before the model gets them.
	 */
	readonly showAnswers: boolean;
}

const instructions = [
	'The author’s STAR+ stories for behavioural interviews, as plain Markdown files. Everything here only reads.',
	honestyRules,
].join('\n');

/** Serves the Model Context Protocol over standard input and output, until the client ends. */
export function serve(parts: ServerParts): void {
	serveStdio(() => createServer(parts), {
		transport: new PlainTransport(),
		onerror: (error) => parts.tell(plainError(messageOf(error)) ?? messageOf(error)),
	});
}

function createServer({ library, discretion, tell, showAnswers }: ServerParts): Server {
	const server = new Server(
		{ name: 'star-stories', title: 'STAR Stories', version },
		{ capabilities: { tools: {}, prompts: {}, resources: {} }, instructions },
	);
	/**
	 * Answers from what the folder holds now.
	 *
	 * @throws Said in words that may be told, whatever went wrong
	 */
	const answer = async <T extends object>(make: (held: ServedLibrary, view: View) => T): Promise<T> => {
		let shown = (text: string) => text;
		try {
			const held = await library.current();
			const view = discretion.view(held);
			({ shown } = view);
			return answerWithin(() => make(held, view));
		} catch (error) {
			if (error instanceof Refusal)
				throw new ProtocolError(ProtocolErrorCode.InvalidParams, discretion.refused(error.message));
			if (error instanceof WrongArgument || error instanceof Withheld)
				throw new ProtocolError(ProtocolErrorCode.InvalidParams, shown(error.message));
			// Words of others may quote anything: they go to the author alone.
			tell(`Not answered: ${escapeTerminal(messageOf(error))}`);
			throw new ProtocolError(
				ProtocolErrorCode.InternalError,
				'This could not be answered: the log of this server says why.',
			);
		}
	};
	server.setRequestHandler('tools/list', () => ({
		tools: storyTools.map(({ name, title, description, inputSchema, outputSchema }) => ({
			name,
			title,
			description,
			inputSchema,
			outputSchema: { type: 'object' as const, ...outputSchema() },
			annotations: { title, readOnlyHint: true, openWorldHint: showAnswers },
		})),
	}));
	server.setRequestHandler('tools/call', async ({ params: { name, arguments: given } }) => {
		const tool = storyTools.find((each) => each.name === name);
		if (!tool) throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is no such tool.');
		try {
			return await answer((held, view) => {
				const { result, text, names } = tool.answer(held, asGiven(given), view);
				const { shownData } = names ? discretion.viewWith(held, names) : view;
				const structuredContent = { ...shownData(result) };
				return { content: [{ type: 'text', text: text(structuredContent) }], structuredContent };
			});
		} catch (error) {
			// A model mends what it is told; an error of the protocol may never reach it.
			return { content: [{ type: 'text', text: messageOf(error) }], isError: true };
		}
	});
	server.setRequestHandler('prompts/list', () => ({
		prompts: storyPrompts.map(({ name, title, description, arguments: wanted }) => ({
			name,
			title,
			description,
			arguments: wanted.map((each) => ({ ...each })),
		})),
	}));
	server.setRequestHandler('prompts/get', ({ params: { name, arguments: given } }) => {
		const prompt = storyPrompts.find((each) => each.name === name);
		if (!prompt) throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is no such prompt.');
		return answer((held, view) => {
			const text = view.shown(prompt.text(held, asGiven(given), view));
			return { description: prompt.description, messages: [{ role: 'user', content: { type: 'text', text } }] };
		});
	});
	server.setRequestHandler('resources/list', () =>
		answer((held, view) => ({
			resources: storyResources(held, view).map(({ uri, title }) => ({
				uri,
				name: title,
				mimeType: 'text/markdown',
			})),
		})),
	);
	server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates: [] }));
	server.setRequestHandler('resources/read', ({ params: { uri } }) =>
		answer((held, view) => {
			const resource = storyResources(held, view).find((each) => each.uri === uri);
			if (!resource) throw new WrongArgument('There is no such story: list the resources again.');
			return { contents: [{ uri, mimeType: 'text/markdown', text: view.shown(resource.text()) }] };
		}),
	);
	return server;
}

/** The SDK has checked that they are an object, where they are there at all. */
function asGiven(given: unknown): Given {
	return typeof given === 'object' && given !== null ? (given as Given) : {};
}
