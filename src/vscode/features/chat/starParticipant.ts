import * as vscode from 'vscode';
import type { StoryFiles } from '../../../core/library/storyFiles.ts';
import {
	findingLines,
	mockMessage,
	mockQuestions,
	probeLines,
	probeMessage,
	reviewMessage,
} from '../../../core/report/chatMessages.ts';
import { escapeMarkdown } from '../../../core/text/escape.ts';
import { messageOf } from '../../../core/text/messageOf.ts';
import type { Reports } from '../report/reports.ts';
import { consentedFor, type Conversation, Conversations, goesOnWith, modelKey } from './conversations.ts';
import { offerProposals } from './proposedEdits.ts';
import { rowForChat, storyForChat, toldStory } from './storyForChat.ts';
import { type SharedText, type SharingServices, textToShare } from './textToShare.ts';

/** What the participant answers from. */
export interface StarServices extends SharingServices {
	readonly storyFiles: StoryFiles;
	readonly reports: Reports;
}

/** What is kept of a turn beside what chat shows. */
interface StarResult extends vscode.ChatResult {
	readonly metadata: { readonly conversation?: string; readonly model?: string };
}

/** As many titles as are read at a glance. */
const maxRows = 10;

const usage =
	'`@star /review` looks at the story in the editor, or the one whose title you add. `@star /probe` asks what an ' +
	'interviewer would ask next. `@star /mock` holds a mock interview. Each shows first, word for word, what your ' +
	'model would get, and sends nothing before `/send`.';

/**
 * The chat participant: says first what is certain, shows what the model that the person has chosen would get, and
 * sends that and nothing else, once they say so.
 */
export class StarParticipant {
	readonly #services: StarServices;
	readonly #conversations = new Conversations();

	constructor(services: StarServices) {
		this.#services = services;
	}

	readonly handle = async (
		request: vscode.ChatRequest,
		context: vscode.ChatContext,
		stream: vscode.ChatResponseStream,
		token: vscode.CancellationToken,
	): Promise<StarResult> => {
		try {
			const conversation = this.#conversations.get(lastConversation(context));
			switch (request.command) {
				case 'review':
				case 'probe':
					return await this.#aboutStory(request.command, request, stream);
				case 'mock':
					return await this.#mock(request, stream);
				case 'send':
					return await this.#send(conversation, request, stream, token);
				default:
					return await this.#goOn(conversation, request, stream, token);
			}
		} catch (error) {
			stream.markdown(escapeMarkdown(messageOf(error)));
			return { metadata: {} };
		}
	};

	/** What can be said next. */
	readonly followUps = ({ metadata }: vscode.ChatResult): vscode.ChatFollowup[] => {
		const { conversation, model } = (metadata ?? {}) as StarResult['metadata'];
		if (!this.#conversations.get(conversation)?.waiting) return [];
		return [{ prompt: 'Send it.', label: `Send this to ${model ?? 'the model'}`, command: 'send' }];
	};

	async #aboutStory(
		command: 'review' | 'probe',
		request: vscode.ChatRequest,
		stream: vscode.ChatResponseStream,
	): Promise<StarResult> {
		const { storyFiles, allKnown } = this.#services;
		await allKnown();
		const meant = storyForChat(storyFiles, request);
		if (!('story' in meant)) {
			const rows = meant.slice(0, maxRows).map((entry) => `- ${escapeMarkdown(rowForChat(entry))}`);
			stream.markdown(
				rows.length === 0
					? 'No story is called that. Open one, or add its title.'
					: `Which one? Open it, or add its title:\n\n${rows.join('\n')}`,
			);
			return { metadata: {} };
		}
		const told = await toldStory(storyFiles, meant);
		if (!told) throw new Error('This story cannot be read at the moment.');
		stream.markdown(`**${escapeMarkdown(told.story.title)}**\n\n`);
		if (command === 'review') list(stream, 'What was found, for certain', findingLines(told), 'Nothing was found.');
		list(stream, 'What an interviewer asks next', probeLines(told.story), 'Nothing is asked for certain.');
		const shared = await textToShare(this.#services, () =>
			(command === 'review' ? reviewMessage : probeMessage)(told),
		);
		return this.#show(request, stream, { file: meant.file, said: [], waiting: shared, hidden: shared.hidden });
	}

	async #mock(request: vscode.ChatRequest, stream: vscode.ChatResponseStream): Promise<StarResult> {
		await this.#services.allKnown();
		const report = await this.#services.reports.make({});
		list(
			stream,
			'What you may be asked, what fewer stories answer first',
			mockQuestions(report),
			'No question is known.',
		);
		const shared = await textToShare(this.#services, () => mockMessage(report));
		return this.#show(request, stream, { said: [], waiting: shared, hidden: shared.hidden });
	}

	/** Shows what waits to be sent, and keeps it as it was shown. */
	#show(request: vscode.ChatRequest, stream: vscode.ChatResponseStream, conversation: Conversation): StarResult {
		const { waiting, said } = conversation;
		const goes = said.length > 0 ? 'After `/send` all that was said above, and this,' : 'After `/send` this';
		if (waiting) stream.markdown(shownBefore(request.model, waiting, `${goes} goes`));
		const kept = { ...conversation, namedModel: modelKey(request.model) };
		return { metadata: { conversation: this.#conversations.keep(kept), model: request.model.name } };
	}

	async #send(
		conversation: Conversation | undefined,
		request: vscode.ChatRequest,
		stream: vscode.ChatResponseStream,
		token: vscode.CancellationToken,
	): Promise<StarResult> {
		if (!conversation?.waiting) {
			stream.markdown(`Nothing waits to be sent. ${usage}`);
			return { metadata: {} };
		}
		const waiting = consentedFor(conversation, modelKey(request.model));
		// Another model has been chosen since: the author has not agreed to that one.
		if (!waiting) return this.#show(request, stream, conversation);
		return this.#ask(conversation, waiting, request, stream, token);
	}

	/** An answer in a conversation that has begun: what the author types goes on, without names. */
	async #goOn(
		conversation: Conversation | undefined,
		request: vscode.ChatRequest,
		stream: vscode.ChatResponseStream,
		token: vscode.CancellationToken,
	): Promise<StarResult> {
		if (!conversation || conversation.said.length === 0 || request.prompt.trim() === '') {
			stream.markdown(usage);
			return { metadata: {} };
		}
		const shared = await textToShare(this.#services, () => request.prompt);
		// Another model has been chosen since, and would get the whole conversation.
		if (!goesOnWith(conversation, modelKey(request.model)))
			return this.#show(request, stream, { ...conversation, waiting: shared });
		if (shared.text !== request.prompt) stream.markdown(shownBefore(request.model, shared, 'This went'));
		return this.#ask(conversation, shared, request, stream, token);
	}

	async #ask(
		{ waiting: _waiting, namedModel: _named, said, hidden, ...conversation }: Conversation,
		shared: SharedText,
		{ model }: vscode.ChatRequest,
		stream: vscode.ChatResponseStream,
		token: vscode.CancellationToken,
	): Promise<StarResult> {
		const sent = [...said, { by: 'author' as const, text: shared.text }];
		const messages = sent.map(({ by, text }) =>
			by === 'author'
				? vscode.LanguageModelChatMessage.User(text)
				: vscode.LanguageModelChatMessage.Assistant(text),
		);
		let answer: string;
		try {
			answer = await streamed(await model.sendRequest(messages, {}, token), stream);
		} catch (error) {
			stream.markdown(`\n\nNo answer came: ${escapeMarkdown(messageOf(error))}\n\n`);
			// It can be sent again.
			const kept = { ...conversation, said, hidden, waiting: shared, namedModel: modelKey(model) };
			return { metadata: { conversation: this.#conversations.keep(kept), model: model.name } };
		}
		const names = [...hidden, ...shared.hidden];
		const { file } = conversation;
		if (file !== undefined) await offerProposals(stream, file, answer, names);
		const kept = {
			...conversation,
			said: [...sent, { by: 'model' as const, text: answer }],
			sentTo: modelKey(model),
			hidden: names,
		};
		return { metadata: { conversation: this.#conversations.keep(kept), model: model.name } };
	}
}

/** Shows an answer as it comes. */
async function streamed(
	{ text }: vscode.LanguageModelChatResponse,
	stream: vscode.ChatResponseStream,
): Promise<string> {
	let answer = '';
	let line = '';
	for await (const fragment of text) {
		answer += fragment;
		line += fragment;
		const end = line.lastIndexOf('\n') + 1;
		stream.markdown(withoutPictures(line.slice(0, end)));
		line = line.slice(end);
	}
	stream.markdown(withoutPictures(line));
	return answer;
}

/** The conversation that the last turn belonged to. */
function lastConversation({ history }: vscode.ChatContext): unknown {
	const last = history.findLast((turn) => turn instanceof vscode.ChatResponseTurn);
	return (last?.result.metadata as StarResult['metadata'] | undefined)?.conversation;
}

function list(stream: vscode.ChatResponseStream, title: string, lines: readonly string[], none: string): void {
	const items = lines.map((each) => `- ${escapeMarkdown(each)}`);
	stream.markdown(lines.length === 0 ? `${none}\n\n` : `${title}:\n\n${items.join('\n')}\n\n`);
}

function shownBefore(
	{ name }: vscode.LanguageModelChat,
	{ text, note }: SharedText,
	goes: string,
): vscode.MarkdownString {
	// A quotation wraps its lines, which a block of code does not.
	const quoted = text.split(/\r?\n/u).map((line) => `> ${escapeMarkdown(line)}  `);
	return new vscode.MarkdownString(`${goes} to **${escapeMarkdown(name)}**, word for word. `)
		.appendText(note)
		.appendMarkdown(`\n\n${quoted.join('\n')}\n\n`);
}

/** A picture would be fetched from wherever the model says, with whatever it puts into the address. */
function withoutPictures(markdown: string): string {
	return markdown.replaceAll('![', String.raw`\![`);
}
