import type { Check } from '../protocol/check.ts';

/** The editor's side of a page. It keeps the page's state while that is hidden. */
export interface Host<Message, Request, State> {
	post(request: Request): void;
	/** What was kept last; undefined for a new page, or after an update of the extension that changed its form. */
	readonly state: State | undefined;
	keep(state: State): void;
	/** Calls a function with every message from the host that passes the check. */
	listen(listener: (message: Message) => void): void;
}

interface EditorApi {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => EditorApi;

/**
 * Connects a page with the editor. VS Code allows this once in the life of a page.
 *
 * @param isMessage accepts the messages that the host may send
 * @param isState accepts the state of a page of this version
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
