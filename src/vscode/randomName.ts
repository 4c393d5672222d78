/** 128 random bits in hexadecimal: no two are the same, and none can be guessed. */
export function randomName(): string {
	return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
