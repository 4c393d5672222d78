// What the Node host and the web worker host have in common, with src/worker/globals.d.ts, and no more.
declare var crypto: { getRandomValues(array: Uint8Array): Uint8Array };
declare class TextEncoder {
	encode(input: string): Uint8Array;
}
