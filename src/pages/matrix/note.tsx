import type { VNode } from 'preact';
import type { MatrixNote } from './useMatrixState.ts';

/** Says what has just been done, and takes it back. */
export function Note({ note, onUndo }: { readonly note: MatrixNote | undefined; onUndo(): void }): VNode {
	return (
		<div class="note">
			<span class="note-words" role="status" title={note?.words}>
				{note?.words}
			</span>
			{note?.canUndo === true && (
				<>
					<span aria-hidden="true">·</span>
					<button type="button" class="link" onClick={onUndo}>
						Undo
					</button>
				</>
			)}
		</div>
	);
}
