import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from '../workbench/animatedPng.ts';

const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');

/** What a palette can hold. */
const maxColours = 256;

/**
 * A picture of a workbench as a PNG with a palette: less than half of the bytes. Most pixels stay as they are; the few
 * at the edges of letters get the nearest colour of the palette. Opacity is lost.
 *
 * @see https://www.w3.org/TR/png-3/#11PLTE
 */
export function palettePng({ width, height, bytes }: Pixels): Buffer {
	const pixels = Uint32Array.from({ length: width * height }, (_, index) => colourAt(bytes, index * 4));
	const counts = new Map<number, number>();
	for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	const palette = paletteOf([...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour));
	const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexes.get(pixels[y * width + x] ?? 0) ?? 0;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flatMap(channels))),
		chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/**
 * The first of these colours that differ by so much that a palette can hold them: a rare one is kept where it stands
 * out.
 */
function paletteOf(colours: readonly number[]): readonly number[] {
	for (let least = 1; ; least *= 2) {
		const palette: number[] = [];
		for (const colour of colours)
			if (palette.length <= maxColours && palette.every((each) => difference(each, colour) >= least))
				palette.push(colour);
		if (palette.length <= maxColours) return palette;
	}
}

/** The square of the distance of two colours. */
function difference(a: number, b: number): number {
	const [red, green, blue] = channels(b);
	const [otherRed, otherGreen, otherBlue] = channels(a);
	return (red - otherRed) ** 2 + (green - otherGreen) ** 2 + (blue - otherBlue) ** 2;
}

function colourAt(bytes: Uint8Array, at: number): number {
	return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

function channels(colour: number): [red: number, green: number, blue: number] {
	return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

/** The place in the palette of the colour that differs least. */
function nearest(palette: readonly number[], colour: number): number {
	const differences = palette.map((each) => difference(each, colour));
	return differences.indexOf(Math.min(...differences));
}

function chunk(type: string, data: Uint8Array): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const framed = Buffer.alloc(typed.length + 8);
	framed.writeUInt32BE(data.length, 0);
	framed.set(typed, 4);
	framed.writeUInt32BE(crc32(typed), typed.length + 4);
	return framed;
}
