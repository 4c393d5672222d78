import type { AnsweringLibrary } from '../../core/report/answers/answeringLibrary.ts';
import type { NamedAmong } from '../../core/report/answers/storyNamed.ts';
import { leftoversIn } from '../../core/report/redact/leftovers.ts';
import { listedNames } from '../../core/report/redact/listedNames.ts';
import { textsIn, withTextsIn } from '../../core/report/redact/redactData.ts';
import { withoutNames } from '../../core/report/redact/redactFind.ts';
import { type RedactedText, Redactor } from '../../core/report/redact/redactor.ts';
import type { FullLibraryStory } from '../../core/library/storyIndex.ts';
import { escapeTerminal } from '../../core/text/escape.ts';
import type { ListedName, NamesRead } from '../../core/text/names/hideable.ts';
import { plural } from '../../core/text/words.ts';
import type { ServedLibrary } from './folderLibrary.ts';

/** Cleared when it exceeds this many texts. */
const maxKnownTexts = 20_000;

/** Why nothing is told, in words for the model. */
export class Withheld extends Error {}

/** How a library is told of. */
export interface View {
	/** Takes the names out of a text. */
	readonly shown: (text: string) => string;
	/** Takes the names out of plain data. */
	readonly shownData: <T>(data: T) => T;
	/** Takes out of a question what comes near a name, so that nobody can try out names. */
	readonly asked: (question: string) => string;
	/**
	 * The stories under the titles and paths that a client was told, so that it finds them by those and cannot try out
	 * names; {@link View.own} leads back.
	 */
	readonly named: NamedAmong;
	readonly own: (named: FullLibraryStory) => FullLibraryStory;
}

/** What may leave: the texts of a library without the names that its files list, or as they are. */
export class Discretion {
	readonly #plain: boolean;
	readonly #tell: (line: string) => void;
	readonly #views = new WeakMap<ServedLibrary, View>();
	/** What has been told once. */
	readonly #told = new Set<string>();

	/**
	 * @param plain whether names stay
	 * @param tell shows a line to the author, and to nobody else
	 */
	constructor(plain: boolean, tell: (line: string) => void) {
		this.#plain = plain;
		this.#tell = tell;
	}

	/** @throws Withheld where a name may be missing: nobody would look for it */
	view(library: ServedLibrary): View {
		const { answering, names, namesUnread } = library;
		let view = this.#views.get(library);
		if (!view) {
			view = this.#plain
				? {
						shown: (text) => text,
						shownData: (data) => data,
						asked: (text) => text,
						named: answering,
						own: (entry) => entry,
					}
				: this.#withoutNames(answering, names, namesUnread);
			this.#views.set(library, view);
		}
		return view;
	}

	/**
	 * The same with the names of a text that is in no file.
	 *
	 * @throws Withheld where a name may be missing
	 */
	viewWith(library: ServedLibrary, also: NamesRead): View {
		if (this.#plain) return this.view(library);
		const { answering, names, namesUnread } = library;
		const reason = also.unread;
		const unread = reason === undefined ? [] : [{ path: 'the given text', reason }];
		return this.#withoutNames(answering, listedNames([{ names }, also]), [...namesUnread, ...unread]);
	}

	/** What may be told where the folder itself cannot be read: which names are to be hidden is not known then. */
	refused(message: string): string {
		if (this.#plain) return message;
		this.#tellOnce(message);
		return (
			'Nothing is shared: the folder cannot be read as it is. The log of this server and `star-stories check` in a ' +
			'terminal tell its author why. Once that is mended, ask again.'
		);
	}

	#withoutNames(
		answering: AnsweringLibrary,
		names: readonly ListedName[],
		missing: ServedLibrary['namesUnread'],
	): View {
		if (missing.length > 0) {
			for (const { path, reason } of missing) this.#tellOnce(`${path}: ${reason}`);
			// The model reads this: a path may itself be a name.
			throw new Withheld(
				`Nothing is shared: the names that are to be hidden could not be read in ${plural(missing.length, 'file')}. ` +
					'The log of this server and `star-stories check` in a terminal tell their author which. ' +
					'Once that is mended, ask again.',
			);
		}
		const redactor = new Redactor(names);
		// Titles and places come again and again.
		const known = new Map<string, RedactedText>();
		const redact = (text: string): RedactedText => {
			let redacted = known.get(text);
			if (!redacted) {
				if (known.size >= maxKnownTexts) known.clear();
				known.set(text, (redacted = redactor.redact(text)));
				for (const word of leftoversIn([redacted.text], names))
					this.#tellOnce(`Still there, and near a listed name: ${word}`);
			}
			return redacted;
		};
		const hidden = (text: string) => redact(text).text;
		const owns = new Map(
			answering.stories.map((entry): [FullLibraryStory, FullLibraryStory] => [renamed(entry, hidden), entry]),
		);
		const own = (entry: FullLibraryStory) => owns.get(entry) ?? entry;
		return {
			shown: hidden,
			shownData: (data) => {
				const texts = textsIn(data);
				const redacted = {
					placeholders: redactor.placeholders,
					texts: texts.map(redact),
				};
				return withTextsIn(data, names, texts, redacted).data;
			},
			asked: withoutNames(names),
			named: {
				stories: [...owns.keys()],
				placeOf: (entry) => answering.placeOf(own(entry as FullLibraryStory)),
			},
			own,
		};
	}

	#tellOnce(line: string): void {
		if (this.#told.has(line)) return;
		this.#told.add(line);
		this.#tell(escapeTerminal(line));
	}
}

/** A copy would work out all that is known of the story. */
function renamed(entry: FullLibraryStory, hidden: (text: string) => string): FullLibraryStory {
	const story: FullLibraryStory['story'] = Object.create(entry.story, {
		title: { value: hidden(entry.story.title), enumerable: true },
	});
	return Object.create(entry, {
		file: { value: hidden(entry.file), enumerable: true },
		story: { value: story, enumerable: true },
	});
}
