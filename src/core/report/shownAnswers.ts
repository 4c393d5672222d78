/** Answers that wait for consent; a call that was refused leaves its own behind. */
const maxWaiting = 20;

/**
 * The answers that were shown to the author before they are shared. What is shared is what was shown, and each consent
 * is good for one call.
 */
export class ShownAnswers {
	/** The oldest first. */
	#waiting: readonly { readonly input: string; readonly text: string }[] = [];

	/** @param input of the call, by which alone calls are told apart */
	show(input: string, text: string): void {
		this.#waiting = [...this.#waiting, { input, text }].slice(-maxWaiting);
	}

	/**
	 * Takes the answer that was shown for a call.
	 *
	 * @throws Error where nobody was asked about this call, or not for certain
	 */
	take(input: string): string {
		const shown = this.#waiting.filter((each) => each.input === input);
		const [first] = shown;
		if (!first) throw new Error('Nobody was asked whether this may be shared: call the tool again.');
		if (shown.some(({ text }) => text !== first.text)) {
			// Nobody knows which of the answers was agreed to.
			this.#waiting = this.#waiting.filter((each) => each.input !== input);
			throw new Error('The stories changed while equal calls waited for consent: call the tool again.');
		}
		this.#waiting = this.#waiting.filter((each) => each !== first);
		return first.text;
	}
}
