import { any, type Check, type Checked, one, shape, text } from './check.ts';

/** The longest document that is copied or drawn, in UTF-16 code units: a report of 1,000 stories has a tenth. */
const maxLength = 20_000_000;

const bytes: Check<Uint8Array> = (value): value is Uint8Array => value instanceof Uint8Array;

/** What the host sends to the page that copies. */
export const clipboardMessage = any(
	/** Puts a document on the clipboard, formatted and plain; `html` is a page or a piece of one. */
	shape({ form: one('copy'), html: text(maxLength), plain: text(maxLength) }),
	/** Makes a PNG of an SVG. */
	shape({ form: one('draw'), svg: text(maxLength) }),
);
export type ClipboardMessage = Checked<typeof clipboardMessage>;

/** What the page sends to the host. */
export const clipboardRequest = any(
	shape({ form: one('ready') }),
	shape({ form: one('copied') }),
	shape({ form: one('drawn'), png: bytes }),
	shape({ form: one('failed'), reason: text(10_000) }),
);
export type ClipboardRequest = Checked<typeof clipboardRequest>;
