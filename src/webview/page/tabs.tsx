import type { ComponentChildren, VNode } from 'preact';

export interface TabsProps<Id extends string> {
	readonly label: string;
	readonly tabs: readonly (readonly [id: Id, name: string])[];
	readonly chosen: Id;
	onChoose(id: Id): void;
	/** What stands at the other end of the bar. */
	readonly children?: ComponentChildren;
}

/** A bar of tabs, as in the tabs pattern of the ARIA Authoring Practices: one stop of the Tab key, arrow keys choose. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Id>): VNode {
	const onKeyDown = (event: KeyboardEvent) => {
		const index = tabs.findIndex(([id]) => id === chosen);
		const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tabs.length - 1 }[event.key];
		const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
		if (!next) return;
		event.preventDefault();
		onChoose(next[0]);
		document.getElementById(`tab-${next[0]}`)?.focus();
	};
	return (
		<div class="tab-bar">
			<div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
				{tabs.map(([id, name]) => (
					<button
						key={id}
						type="button"
						class="tab"
						id={`tab-${id}`}
						role="tab"
						aria-selected={id === chosen}
						aria-controls="tab-panel"
						tabIndex={id === chosen ? 0 : -1}
						onClick={() => onChoose(id)}
					>
						{name}
					</button>
				))}
			</div>
			{children}
		</div>
	);
}
