import { deflateSync, inflateSync, crc32 } from 'node:zlib';

/** Pixels of a picture, four bytes each: red, green, blue and opacity. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly bytes: Uint8Array;
}

/** A picture of a film, and how long it stays. */
export interface Frame extends Pixels {
	readonly milliseconds: number;
}

const signature = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
const bytesPerPixel = 4;

/**
 * Reads a screenshot: PNG of 8 bits a channel, with or without opacity, not interlaced.
 *
 * @throws Error for any other PNG
 */
export function readPng(png: Uint8Array): Pixels {
	const chunks = chunksOf(Buffer.from(png));
	const header = chunks.find(({ type }) => type === 'IHDR')?.data;
	if (!header) throw new Error('No PNG');
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	const [depth, colour, , , interlaced] = header.subarray(8);
	if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0) throw new Error('No screenshot');
	const channels = colour === 6 ? 4 : 3;
	const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((each) => each.data)));
	const stride = width * channels;
	const bytes = new Uint8Array(width * height * bytesPerPixel).fill(255);
	let above: Uint8Array = new Uint8Array(stride);
	for (let y = 0; y < height; y++) {
		const row = Uint8Array.from(data.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
		undoFilter(data[y * (stride + 1)] ?? 0, row, above, channels);
		for (let x = 0; x < width; x++)
			bytes.set(row.subarray(x * channels, (x + 1) * channels), (y * width + x) * bytesPerPixel);
		above = row;
	}
	return { width, height, bytes };
}

/**
 * A film as an animated PNG, which browsers play for ever and others show as its first picture. Of each later picture
 * only the part that changed is kept, and in it only the pixels that did.
 *
 * @param frames at least one, all of one size
 * @see https://www.w3.org/TR/png-3/#apng-frame-based-animation
 */
export function animatedPng(frames: readonly Frame[]): Buffer {
	const [first] = frames;
	if (!first) throw new Error('No frames');
	let sequence = 0;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(first.width, 0);
	header.writeUInt32BE(first.height, 4);
	header.set([8, 6, 0, 0, 0], 8);
	const control = Buffer.alloc(8);
	control.writeUInt32BE(frames.length, 0);
	const parts = [signature, chunk('IHDR', header), chunk('acTL', control)];
	frames.forEach((frame, index) => {
		const before = frames[index - 1];
		const { x, y, width, height } = before ? changed(before, frame) : { x: 0, y: 0, ...first };
		const place = Buffer.alloc(26);
		place.writeUInt32BE(sequence++, 0);
		[width, height, x, y].forEach((value, at) => place.writeUInt32BE(value, 4 + at * 4));
		place.writeUInt16BE(frame.milliseconds, 20);
		place.writeUInt16BE(1000, 22);
		// It stays, and the next one is laid over it.
		place.set([0, before ? 1 : 0], 24);
		const data = compressed(frame, before, { x, y, width, height });
		parts.push(chunk('fcTL', place));
		if (before) {
			const number = Buffer.alloc(4);
			number.writeUInt32BE(sequence++, 0);
			parts.push(chunk('fdAT', Buffer.concat([number, data])));
		} else parts.push(chunk('IDAT', data));
	});
	return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

interface Area {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The smallest area that holds every pixel that changed; one pixel where none did. */
function changed(before: Pixels, { width, height, bytes }: Pixels): Area {
	let [left, top, right, bottom] = [width, height, -1, -1];
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++)
			if (!isSame(before.bytes, bytes, (y * width + x) * bytesPerPixel)) {
				[left, right] = [Math.min(left, x), Math.max(right, x)];
				[top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
			}
	return right < 0
		? { x: 0, y: 0, width: 1, height: 1 }
		: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function isSame(a: Uint8Array, b: Uint8Array, at: number): boolean {
	return a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2];
}

/** The area's rows, unfiltered or each less the one above, whichever is smaller; unchanged pixels are transparent. */
function compressed(frame: Pixels, before: Pixels | undefined, { x, y, width, height }: Area): Buffer {
	const stride = width * bytesPerPixel;
	const plain = Buffer.alloc((stride + 1) * height);
	const filtered = Buffer.alloc((stride + 1) * height);
	for (let row = 0; row < height; row++) {
		const at = row * (stride + 1);
		for (let column = 0; column < width; column++) {
			const from = ((y + row) * frame.width + x + column) * bytesPerPixel;
			if (!before || !isSame(before.bytes, frame.bytes, from))
				plain.set(frame.bytes.subarray(from, from + bytesPerPixel), at + 1 + column * bytesPerPixel);
		}
		filtered[at] = row === 0 ? 0 : 2;
		for (let i = 1; i <= stride; i++)
			filtered[at + i] = (plain[at + i] ?? 0) - (row === 0 ? 0 : (plain[at - stride - 1 + i] ?? 0));
	}
	const [a, b] = [plain, filtered].map((data) => deflateSync(data, { level: 9, memLevel: 9 })) as [Buffer, Buffer];
	return a.length <= b.length ? a : b;
}

/** Adds to each byte of a row what the filter took from it. */
function undoFilter(filter: number, row: Uint8Array, above: Uint8Array, channels: number): void {
	for (let i = 0; i < row.length; i++) {
		const left = i < channels ? 0 : (row[i - channels] ?? 0);
		const up = above[i] ?? 0;
		const upLeft = i < channels ? 0 : (above[i - channels] ?? 0);
		row[i] = (row[i] ?? 0) + predicted(filter, left, up, upLeft);
	}
}

/** @see https://www.w3.org/TR/png-3/#9Filter-types */
function predicted(filter: number, left: number, up: number, upLeft: number): number {
	switch (filter) {
		case 1:
			return left;
		case 2:
			return up;
		case 3:
			return (left + up) >> 1;
		case 4: {
			const estimate = left + up - upLeft;
			const [a, b, c] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [number, number, number];
			if (a <= b && a <= c) return left;
			return b <= c ? up : upLeft;
		}
		default:
			return 0;
	}
}

function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
	const chunks: { type: string; data: Buffer }[] = [];
	for (let at = signature.length; at + 8 <= png.length;) {
		const length = png.readUInt32BE(at);
		chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
		at += length + 12;
	}
	return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)];
	head.writeUInt32BE(data.length, 0);
	tail.writeUInt32BE(crc32(body), 0);
	return Buffer.concat([head, body, tail]);
}
