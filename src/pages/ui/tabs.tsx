import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * A codicon. It says nothing to a screen reader: words stand beside it, or its button has a name.
 *
 * @param svg the icon's own file, as the build takes it in
 */
export function Icon({ svg, className }: { readonly svg: string; readonly className?: string | undefined }): VNode {
	// Constants of the bundle, never a text of anybody's.
	return <span class={`icon ${className ?? ''}`} aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** The width of an element in CSS pixels, as it is now, and what the element is told of. */
export function useWidth<T extends HTMLElement>(): readonly [width: number, element: RefObject<T | null>] {
	const element = useRef<T>(null);
	const [width, setWidth] = useState(1000);
	useLayoutEffect(() => {
		const observed = element.current;
		if (!observed) return undefined;
		const observer = new ResizeObserver(() => setWidth(observed.clientWidth));
		setWidth(observed.clientWidth);
		observer.observe(observed);
		return () => observer.disconnect();
	}, []);
	return [width, element];
}

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
