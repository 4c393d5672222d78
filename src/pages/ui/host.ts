import type { Check } from '../protocol/check.ts';

/** The editor's side of a page, and what it keeps of the page while that is hidden. */
export interface Host<Message, Request, State> {
	post(request: Request): void;
	/** What was kept last; undefined at first. */
	readonly state: State | undefined;
	keep(state: State): void;
	/** @param listener hears every message that is one */
	listen(listener: (message: Message) => void): void;
}

interface EditorApi {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => EditorApi;

/**
 * Connects a page with the editor; once in the life of a page.
 *
 * @param isMessage lets through the messages that the host may send
 * @param isState lets through the state of a page of this version
 */
export function connect<Message, Request, State>(
	isMessage: Check<Message>,
	isState: Check<State>,
): Host<Message, Request, State> {
	const api = acquireVsCodeApi();
	const kept = api.getState();
	return {
		post: (request) => api.postMessage(request),
		state: isState(kept) ? kept : undefined,
		keep: (state) => api.setState(state),
		listen(listener) {
			window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
				if (isMessage(data)) listener(data);
			});
		},
	};
}

/** How long a name is spoken or shown on hover; one of ten thousand letters would fill the screen. */
const maxSpokenLength = 200;

export function shortened(text: string): string {
	return text.length > maxSpokenLength ? `${text.slice(0, maxSpokenLength)}…` : text;
}
