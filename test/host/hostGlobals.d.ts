// What both extension hosts have, and no more: a test that compiles runs in either.
declare const console: { log(text: string): void };
declare function setTimeout(callback: () => void, milliseconds: number): unknown;
/** Defined in the Node host alone. */
declare const process: object | undefined;

declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(input: Uint8Array): string;
}

declare class TextEncoder {
	encode(input: string): Uint8Array;
}
