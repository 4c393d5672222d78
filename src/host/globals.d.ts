// The globals that the Node host and the web worker host have in common, and no others.
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function clearTimeout(handle: unknown): void;

declare class TextDecoder {
	constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
	decode(input: Uint8Array): string;
}

declare class TextEncoder {
	encode(input: string): Uint8Array;
}
