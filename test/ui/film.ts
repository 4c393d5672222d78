import { animatedPng, type Frame, readPng } from '../workbench/animatedPng.ts';
import type { WorkbenchPage } from './workbenchPage.ts';

/** So many keys are pressed between two pictures of typing. */
const keysPerFrame = 5;

/** How long each of those pictures stays, in milliseconds: as fast as a good typist. */
const typingMilliseconds = 280;

/** Pictures of a workbench, one after the other, to be played. */
export class Film {
	readonly #workbench: WorkbenchPage;
	readonly #frames: Frame[] = [];

	constructor(workbench: WorkbenchPage) {
		this.#workbench = workbench;
	}

	/** Takes a picture of what is on the screen, to be looked at for so long. */
	async take(milliseconds: number): Promise<void> {
		this.#frames.push({ ...readPng(await this.#workbench.page.screenshot()), milliseconds });
	}

	/** Types, and takes pictures of it. */
	async type(text: string): Promise<void> {
		for (let at = 0; at < text.length; at += keysPerFrame) {
			await this.#workbench.type(text.slice(at, at + keysPerFrame));
			await this.take(typingMilliseconds);
		}
	}

	/** The film as an animated PNG. */
	develop(): Buffer {
		return animatedPng(this.#frames);
	}
}
