import type { VNode } from 'preact';
import type { PracticeMessage } from '../protocol/practice.ts';

export interface NoticesProps {
	readonly history: Extract<PracticeMessage, { form: 'history' }>;
	onOpen(file: string): void;
}

/** What of the history could not be read or written. Nothing of it stops anybody from practising. */
export function Notices({ history: { setAside, newer, unsaved }, onOpen }: NoticesProps): VNode | null {
	if (setAside.length + newer.length === 0 && unsaved === undefined) return null;
	return (
		<div class="notices" role="status">
			{setAside.map(({ name, file }) => (
				<p key={file}>
					A part of the history could not be read. It is kept as {name}, and everything else goes on.{' '}
					<button type="button" class="link" onClick={() => onOpen(file)}>
						Open it
					</button>
				</p>
			))}
			{newer.length > 0 && <p>A later version of STAR Stories has written a part of the history. It is left alone until that version reads it.</p>}
			{unsaved !== undefined && <p>The latest answer could not be saved: {unsaved}. It is tried again with the next one.</p>}
		</div>
	);
}
