import type { ComponentChildren } from 'preact';

/** A row or a column. It is drawn anew when it is another object. */
export interface GridLine {
	/** Stable and unique along its axis. */
	readonly key: string;
	/** In CSS pixels. */
	readonly size: number;
}

/** What a cell or a header shows and says. */
export interface GridContent {
	readonly children?: ComponentChildren;
	/** Spoken in the place of the children where those don't say it all. */
	readonly label?: string;
	/** Shown on hover. */
	readonly title?: string;
	readonly className?: string;
	readonly sort?: 'ascending' | 'descending' | 'none';
	/** For a cell that is switched on and off. */
	readonly selected?: boolean;
}

/** What the attributes of a cell are, whatever kind it is. */
export function attributesOf({ label, title, sort, selected }: GridContent) {
	return {
		...(label !== undefined && { 'aria-label': label }),
		...(title !== undefined && { title }),
		...(sort && { 'aria-sort': sort }),
		...(selected !== undefined && { 'aria-selected': selected }),
	} as const;
}

export function px(pixels: number): string {
	return `${pixels}px`;
}
